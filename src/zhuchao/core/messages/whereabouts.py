"""What a message says of a place in the words right at it: asked for, turned away, or elsewhere.

Elsewhere is where a firm comes from or stands now, whom or what is named after a place, what was
looked at there, and what the place is only near to.
"""

from __future__ import annotations

import re

from zhuchao.core.text.later import later

# Whose company it is, or where a client comes from, is not where he wants to go.
_COMPANY_BEHIND = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:置业|地产|不动产|实业|物流(?!园|中心|港)|供应链|科技(?!园|城)|工贸)(?=$|[\s,，。;；])|[\u4e00-\u9fff]{0,6}(?:置业|地产|不动产|实业)|人(?![才民工和])|的?(?:总部|母公司)|某(?:地|市|县|公司)|老家|口音"
    r"|(?:(?!厂房|仓库|[出招求]租|国有|国资|平台|[城产建交]投|自持)[\u4e00-\u9fffa-z()]){0,14}?(?:公司|集团|股份)"
)
_CLIENT_BEHIND = re.compile(
    "的?(?:一家|某家|某企|客户)|(?:老板|同行|朋友|客商|商会|老乡)(?!直|自租|有|手|出)|(?:企业|招商|政务|投促)服务|招商(?:局|办|部|中心|专员)|管委会|镇?政府|商务局|工信局|投促局"
)
_ORIGIN_BEFORE = re.compile(
    r"(?:总部|总部在|来自|母公司|注册在|原址|原在|目前在|(?<!自)从|我是|我们是|(?<!本)人在|出自|发自|籍贯|祖籍|(?<![回在到去])(?<!回[我咱])老家(?:是|在)?(?:[\u4e00-\u9fff]{2,3})?)$"
)
# 业主在深圳, 房东青岛的: where people are is not where the house is; what is sent goes there.
_PEOPLE_BEFORE = re.compile(
    r"(?:业主|房东|产权人|老板娘?|股东|总公司|总部|家人|老婆|老公|孩子|小孩|儿子|女儿|父母|家属|该(?:基金|集团|企业|公司|机构|品牌))(?:现在?|目前|都|也|人|长期|常年|一直|自己|全家|已经?|要|准备|马上)*(?:在|住|住在|去了?|搬去|定居|移民)$"
)
# 济南徐州当日达, 珠三角环线: where goods or roads go.
_SAME_DAY = re.compile("(?:当[日天]|次[日晨]|隔[日天])[到达]")
_ROUTE_BEHIND = re.compile(
    rf"[\u4e00-\u9fff、]{{0,6}}{_SAME_DAY.pattern}|(?:方向的?|\d*条)?(?:专线|零担|班车|班列)(?!园|市场|物流园)|环线|绕城"
)
_BORN_BEFORE = re.compile(r"(?:业主|房东|老板娘?|厂长|客户|司机|师傅|员工|工人)(?:都|也|是)*$")
_BORN_BEHIND = re.compile("的(?!厂|仓|房|地|院|盘)|人")
_SENT_BEFORE = re.compile(
    r"(?:发往|发货?[到去]|销往|销[到去]|卖[到去]|出口到?|供应|供货?给?|送货?[到去往]|送往|运[往到去]|走货[到去]?|配送到?|覆盖|对标|输往|返?销)(?:全国|华[东南北中]|周边|整个)?$"
)
_FROM_BEHIND = re.compile(
    "(?:的)?(?:客户|客商|外溢|外迁|外移|转移|搬来|迁来|过来的|来[过了]|那个[盘园厂])(?!优先|有)"
)
_NEAR_BEFORE = re.compile(r"(?:(?<!附)近|临近|靠近|紧邻|毗邻|紧靠|距离?|离|直达|辐射|衔接|对接)$")
# 青岛北站, 胶州湾: what one wants to be near names no other place than those asked for.
_LANDMARK_BEHIND = re.compile(
    r"[东南西北]?站|港(?!区|口区|综保|保税|经济|开发)|机场|湾|高速|大桥|口岸|公路|国道|省道|快速路|高架|隧道|互通|边上|旁边?(?!的?[厂仓园])|之间"
)
# 现厂在, 目前租用的仓库位于: what its writer has now, or had.
_NOW = (
    "现|原|老|旧|目前|现在|如今|眼下|而家|依家|眼前|当前|以前|之前|此前|先前|曾经?|原来|原先|早先|去年"
    "|前年|上周|昨天|刚刚?在?"
)
_HOLDING = (
    rf"(?:{_NOW})(?:的|有|阶段)?(?:厂房?|仓库?|工厂|车间|场地|房子|地方|厂子|店铺?|[地厂]?址|办公室?|公司|基地|租赁?|承租|使用|用|生产|落户|注册){{0,3}}"
    r"(?:\d{2,6}(?:平|方|㎡|m2)米?)?[,，]?(?:是|都|就|也|还|已|坐落|设|开|放|落|建|住|扎|租){0,2}(?:在|于|位于|喺|[:：])\s?"
)
_HOLDING_BEFORE = later(
    rf"(?:{_HOLDING}|现有|原有|已有|自有|(?:{_NOW})(?:[地厂库]?址|(?:在)?(?:使用|租用|租|用|住|开)的)[:：]?)(?:[\u4e00-\u9fff]{{1,2}}[省市])?$"
)
# 客户现在昆山找: not yet what he has.
_HERE_NOW = later(r"(?:现在?|目前|如今|眼下|而家|依家|眼前|当前)(?:都|也|还|就)?(?:在|喺)\s?")
_OWNER_BEFORE = re.compile(
    r"(?:厂子?|工厂|公司|仓库)(?:现在|目前)$|(?<!哪位)(?<!哪个)(?<!有没有)(?<!有)(?:厂子?|工厂|公司|企业|总厂|本部|总部|我司|家|店|老板|客户|对方|他们|他|她|人|东家|股东|集团|亲戚|团队|研发|销售部?|办事处|总工|创始人|股东|工厂主体|我们?|咱们?|俺们?)"
    r"(?:本来|现在?|目前|一直|[都也是就人还]|已经?){0,2}(?:在|位于|喺)$"
)
_SEEKING = later(
    r"[^,，。;；\n]{0,16}?(?:[找寻]|求[租购]|(?<!收)租(?![的了期约着用到金])|想(?![搬换])|要(?![搬拆换收]|到期)|需|买|选址|看看|看[个一厂]|拿地|落地|[建设]厂)"
    r"|[^。;；\n]{0,6}就近"
)
_SIDE = (
    "(?:[市区县镇乡]|街道|镇上)?(?:[那这]边|[那这]里|当地|本地|[嗰呢][边度]|[那这]头|那块|那疙瘩)?"
)
_OWN = rf"(?:{_NOW}|自[有己购建]|总|有个|有一个|有家|那[个家间]|[这嗰]间)"
_HAVING_BEHIND = later(
    _SIDE
    + "(?:"
    + "|".join(
        (
            rf"的?(?:{_NOW}|总|自[有购建])(?:有的?)?(?:厂(?!房?(?:出[租售]|转让|求|收))|仓库?|车间|基地|库|房子|地方)",
            r"的?(?:总公司|分公司|子公司|本部|试制线|生产线|产线|项目部|办事处|门店|工厂(?!求|出)|籍|佬|分部)",
            r"(?:过来|来的|迁来|搬来|搬过来|迁过来|搬出来|外迁|转移[来过]|(?:准备|想要?|要|打算|计划)[搬迁](?:到|去|往|至))",
            r"[也还都]?去?(?:看|谈|考察|签|租|跑|问|接触|聊|对接|投产?)(?:了|过|定了)(?!再|之后再)",
            r"(?:已经?|另外?|还|也|现在?|目前|都|自己){1,2}有[^,，。;；\s]{0,10}?(?:厂|基地|车间|仓|库|公司|线|项目|栋)",
            r"有(?:个|一个|家|一家|一[处座])?(?:老|自有的?|自己的)?(?:工厂|厂(?!房)|基地)(?!的)",
            rf"(?:{_NOW})的?(?:这[家边个]|那[家边个])?(?:快?到期|要?拆|不够|太[小贵旧挤])",
            rf"的?{_OWN}?(?:厂区?|仓|库|房子|店)(?:快?到期|要?拆|不够|太[小贵旧挤]|要?搬|照常|继续|保留|还在|已经?|月底|被|小了)",
            r"(?:[也都还就已一]{0,2}|已经|前后)?(?:[干做搞开弄待呆住混租用跑]|打拼|打工|上班|经营|创业|营业|生产|扎根)(?:了|过|着|够了?|满了?|腻了?|熟了?|有|咗)(?:整整|快|将近|差不多|小|近)?(?:[一二两三四五六七八九十几好多半\d]{1,3}(?:来|多)?个?(?:年|月|冬|季)|$|[,，。;；\s想要])",
            r"(?:待|呆|干|做|住)(?:不下去|不住|腻|够|烦|厌|怕)",
            r"[这嗰那][间个家边处](?:话|说|讲)?(?:房东|业主)?(?:快?到期|要?拆|不够|太[小贵旧挤]|要?搬|要?收|涨|要加)",
            r"(?:库区?|厂区?|仓|那边|这边)?(?:的?(?:合同|租约|租期))?(?:今年|明年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[底初中份]?到期",
            r"(?:租紧|俾紧|租着|用着|租的(?!话)|租了|在租|租到|住着|做着|要拆|拆迁|动迁)",
            r"(?<=[边里头块度地])(?:房东|(?:一[年月天平]|每[年月天平])?[都也才只]?(?:给|报|开|卖|才|只要?)(?:到|价)?[\d一二两三四五六七八九十])",
            r"\d+[多来]?(?:平|方|㎡|m2)米?的?(?:厂房?|仓库?)?(?:要?搬|想?换|不够|太[小挤]|租期|租约|合同|继续|保留|到期)",
            r"[^,，。;；\s]{0,6}(?<=[我司厂们])(?:的)?基地",
        )
    )
    + ")"
)
_BASE = re.compile(r"(?:的)?基地(?!招|出|选)")
_BUILDING = later(r"[建设选布投落][^,，。;；\s]{0,3}$")
# 因本厂搬去如皋: where a sublessor goes to.
# 求购烟台福山的旧厂: an old plant is what is wanted.
_SOUGHT_BEFORE = later(r"(?:求购|求租|收购|想买|[找寻要收买])[^,，。;；\s]{0,6}$")
# 前期看的江津那个, 看了龙泉一家: what was looked at.
_SEEN_BEFORE = re.compile(r"(?:看|谈|跑|考察|去|问)(?:过的?|了)$")
_SEEN_THAT_BEFORE = re.compile(r"(?:看|谈|跑|考察|问)的$")
_THAT_BEHIND = re.compile("那[个家边间处套]|这[个家间处套]|一[个家间处套]")
_GONE_BEFORE = re.compile(r"(?:搬|迁|挪|转移|调)(?:去|到|至|往|回)了?$")
_REFUSING = (
    r"(?:(?:莫|勿要?|别|甭|不要|不用|不必|免|唔好|唔使|唔要|唔|不准|不)(?:再|给|跟|来|替|帮|[我俺咱]们?){0,3}"
    r"(?:推荐?|荐|发(?!票)|介绍|考虑(?=$|[\s,，。;；!！)）】\]、了哈啊的])|提(?!供)|选|报(?!价)|喊|安利|甩|丢)"
    r"|(?:不[要去看来谈找]|莫[要去来看谈]|别[来去看找]|唔[要去睇考]|免|勿)(?:了|啦|哈|啊|的)?(?=$|[\s,，。;；!！)）】\]])"
    r"|不行(?!就)|不中(?!介)|不合适|不在(?:考虑|范围)|除外|排除|免谈|免进|勿[扰进]|免扰|绕道|绕行|pass|就?算了|没兴趣|去不[了得]|够呛|不接受|太远|远了|那?[个间家套]?嫌[远贵旧小偏高])"
)
_AWAY_BEHIND = re.compile(
    _SIDE + "(?:方向|一带|附近|周边|市区|城区|两地|三地|两个|这两个)?(?:[的嘅个]|之类)?"
    "(?:(?:的?(?:价格?|房?租金?)?(?:太|有点|偏)?[贵远偏挤小高]了?|[远贵]得很)[,，]?)?(?:厂房|仓库|房源?|盘|地块|项目)?"
    r"(?:就|一律|都|也|暂时?|千万|请|统统|通通|全部?|坚决|绝对|[我俺]们?|真的?|实在|交通|员工|已经)*"
    + _REFUSING
)
_MAY_TURN_AWAY = re.compile("[不别莫勿唔甭避绕排谢拒❌✗✘×🚫⛔✖]")
_AWAY_BEFORE = later(
    r"(?:(?:不要|别|莫|勿|唔好|甭|不用)(?:再|给|跟|[我俺]们?){0,3}(?:推荐?|荐|发|介绍|甩|提|报|说|喊)(?:什么|啥|些)?"
    r"|(?<!要)不(?:考虑|看|去|选|含|包括|包含|接受)|(?<!要)不要|不想[去到在]|唔要|唔去|莫要|避开|绕开|排除掉?|谢绝|拒绝|[❌✗✘×🚫⛔✖])[:：]?\s?$"
)
# So far in front of a place its words are looked for.
FARTHEST = 24
_BUT_BEHIND = later(
    r"(?:以外|之外|外)[^,，。;；]{0,8}[都均全]|(?:以外|之外|外)?[,，]?(?:其他|其它|别的|哪[里都])"
)
_ONLY_BEFORE = re.compile(r"(?:非|除了?|除去)$")
LONGEST_ONLY = 3


def is_turned_away(text: str, start: int, end: int) -> bool:
    """彭州那边莫推, 不要昆山的, ❌武清: what stands from ``start`` to ``end`` is refused."""
    # 非昆山不要 asks for 昆山, 除崇明外都行 does not
    if _ONLY_BEFORE.search(text, max(0, start - LONGEST_ONLY), start):
        return _BUT_BEHIND.match(text, end) is not None
    if _AWAY_BEHIND.match(text, end):
        return True
    begins = _MAY_TURN_AWAY.search(text, max(0, start - FARTHEST), start)
    return begins is not None and _AWAY_BEFORE.search(text, begins.start(), start) is not None


def is_elsewhere(text: str, start: int, end: int, *, is_demand: bool) -> bool:
    """Where a firm comes from, or stands: 深圳一家企业, 来自常州, 现厂在武进, 绍兴老厂."""
    low = max(0, start - FARTHEST)
    if _ROUTE_BEHIND.match(text, end) or _SAME_DAY.search(text, start, end):
        return True
    if _COMPANY_BEHIND.match(text, end) or _ORIGIN_BEFORE.search(text, low, start):
        return True
    if _SENT_BEFORE.search(text, low, start) or _is_of_people(text, low, start, end):
        return True
    if not is_demand:
        is_gone = _GONE_BEFORE.search(text, low, start) is not None
        return is_gone or _FROM_BEHIND.match(text, end) is not None
    is_others = _CLIENT_BEHIND.match(text, end) is not None or _is_seen(text, low, start, end)
    return is_others or _is_held(text, low, start, end) or _is_owned(text, low, start, end)


def _is_of_people(text: str, low: int, start: int, end: int) -> bool:
    if _BORN_BEFORE.search(text, low, start) and _BORN_BEHIND.match(text, end):
        return True
    is_there = _PEOPLE_BEFORE.search(text, low, start) is not None
    return is_there and _SEEKING.match(text, end) is None


def is_spoken_of(text: str, end: int) -> bool:
    """绍兴老厂, 彭州那边莫推: what stands behind a place names nothing in it."""
    said = (_COMPANY_BEHIND, _CLIENT_BEHIND, _HAVING_BEHIND, _AWAY_BEHIND, _LANDMARK_BEHIND)
    return any(each.match(text, end) for each in said)


def _is_held(text: str, low: int, start: int, end: int) -> bool:
    """绍兴老厂, 沈阳已有工厂, 宁德基地: what stands there, unless that is sought or to be built."""
    if _HAVING_BEHIND.match(text, end) and not _SOUGHT_BEFORE.search(text, low, start):
        return True
    is_base = _BASE.match(text, end) is not None
    return is_base and not _BUILDING.search(text, low, start)


def _is_owned(text: str, low: int, start: int, end: int) -> bool:
    """现厂在武进; but 我们在昆山找厂房 tells where one looks."""
    held = _HOLDING_BEFORE.search(text, low, start)
    if held and not _HERE_NOW.fullmatch(held[0]):
        return True
    is_owned = held or _OWNER_BEFORE.search(text, low, start)
    return is_owned is not None and _SEEKING.match(text, end) is None


def _is_seen(text: str, low: int, start: int, end: int) -> bool:
    if _SEEN_BEFORE.search(text, low, start):
        return True
    is_that = _THAT_BEHIND.match(text, end) is not None
    return is_that and _SEEN_THAT_BEFORE.search(text, low, start) is not None


# 离小店区别超过半小时: how far it may lie at most.
_DISTANT = later(
    r"(?:市区|城区|高速口?|车站|火车站|机场|港口?|中心)?(?:别|不要?|不得|最好)?(?:超过?|在)?(?:车程|开车|路程)?"
    r"(?:\d|[一二两三四五六七八九十半几])+(?:来|多)?个?(?:半?小时|半?钟头|分钟|公里|km|里[路地]?|千米)"
)
_FROM_BEFORE = later(r"(?:距离?|离|到)(?:[\u4e00-\u9fff]{2})?$")


def is_distance(text: str, start: int, end: int) -> bool:
    """离小店区别超过半小时, 距昆山20公里: from where a way is told, whatever else is named."""
    return (
        _DISTANT.match(text, end) is not None
        and _FROM_BEFORE.search(text, max(0, start - 4), start) is not None
    )


def is_landmark(text: str, start: int, end: int) -> bool:
    """青岛北站, 近深圳: what one wants to be near; ``start`` is where its list begins."""
    is_near = _NEAR_BEFORE.search(text, max(0, start - 4), start) is not None
    return is_near or _LANDMARK_BEHIND.match(text, end) is not None
