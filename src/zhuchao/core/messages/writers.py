"""Who writes: an owner, who lets on what he rents, who writes for others, a park, a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.openings import Opened
from zhuchao.core.vocabulary.term import FieldKey

# 朋友, 表弟, 老乡: for whom somebody writes who gets nothing for it.
KIN = (
    r"(?:一?个)?(?:好|老)?(?:朋友|哥们儿?|兄弟|闺蜜|亲戚|同学|战友|老乡|同事|发小|邻居|徒弟|牌友|球友"
    r"|[表堂大二三四小]?(?:哥哥?|弟弟?|姐姐?|妹妹?)[夫子]?|小舅子|大舅[子哥]?|舅舅?|舅妈|叔叔?|伯伯?|姑[父妈姑]|姨[夫父妈]|连襟"
    r"|侄[子儿女]|外甥女?|女婿|亲家|丈人|岳[父母]|嫂子|妯娌|婆家|娘家)"
)
HOUSE = (
    r"(?:[\u4e00-\u9fff]{0,2}(?:厂房|厂子|厂(?![家商长址])|车间|仓库?|库房|库(?!存)|院子|大院|房子"
    r"|房产|楼|物业|场地)|屋企|屋|房(?=[,，。;；\s出招直]))"
)
# 我家, 俺自己, 阿拉, 我哋: the speaker, as all of China says it.
SPEAKER = r"(?:我|俺|咱|吾|伲|偌|阿拉|我哋|我们|俺们|咱们|吾伲|本人|个人|私人)"
HIS_OWN = (
    rf"(?:{SPEAKER}?(?:自己家?|自家|自个儿?家?|自个|自屋|家里|屋头|屋里厢?)|(?:我|俺|咱|吾|本人|私人|个人)(?:家|屋)?)"
    r"(?:的|嘅|个|咯|滴|哩|屋里厢?的?|屋企|屋头的?|名下的?)?"
)
_WHO = r"(?:房东|业主|产权人|老板|老板娘|厂长|屋主|房主)"
_FIRM = (
    r"(?:我们?公司|我们厂|我们?单位|我司|我厂|我家|我们?|俺们?|咱们?|本公司|本司|本厂|本人|自己|阿拉|我哋"
    r"|(?<![^,，。;；:：\s])(?:公司|单位))"
)
OWNER = Opened(
    rf"发个自己的|本人名下|本人(?:直[谈租售卖]|自有)|{_WHO}(?:自己|亲自|本人)(?:[放租招发挂出直来管]|在?[放租招])|房东[急直诚]租|业主自己的|(?:^|因)本厂(?=搬|迁|现)"
    rf"|{HIS_OWN}(?:[大小老新旧空]|\d+楼)?{HOUSE}"
    rf"|(?:{SPEAKER}?(?:自己|自家|家里)|{SPEAKER}|我爸|俺爹|我爷|我们?家)(?:\d{{4}}年)?(?:起|盖|建|造|砌)(?:嘅|的|个|了|咗|好)(?!的?(?:公司|团队))"
    r"|原(?:房东|业主)(?=\s*(?:红本|直|出租|招租|急|厂房|独|自|一手|放|现|国|证))"
    r"|(?<!园区)自有(?:[\u4e00-\u9fff]{0,2}厂房|仓库|房产|土地|产权)|自[家己](?:的?)(?:厂|仓|院|库|房|楼|地|屋)"
    r"|(?:非|不是|唔系|莫得|没得|没有?|无|冇)(?:中介(?!费)|中间商|二房东|经纪)"
    r"|(?:我|俺|咱)们?家?(?:老?爸|老?妈|爹|娘|爷爷|奶奶|老公|老婆|老头子?|儿子|女儿)(?:名下)?的(?:厂|仓|房|库|院|地|楼|屋)"
)
# 我跟房东签的, 整租了用不满, 合同可换签: what somebody lets on that he rents himself.
HELD = Opened(
    rf"{_FIRM}(?:自己|现在|之前|当初|前年|去年|今年)?(?:在[\u4e00-\u9fff]{{2,12}})?(?:整[租层栋体]|包)?(?:承租|租赁|租)(?:[了下]|的(?!客|户|公)|来的?|到的?|满了?|得)"
    r"|从[\u4e00-\u9fff]{1,4}手[里上](?:租|拿|接)|(?:跟|和|同|与|向|问)(?:大|原|村里|当地)?(?:房东|业主|园区|物业|厂家|村里|厂方|屋主)(?:那边)?(?:直接)?(?:签|租|续|定|拿)(?:的|了|到|过|约)?"
    r"|房东(?:书面|口头|已经?|也)?(?:同意|允许|知情|晓得|许可|认可|愿意)(?:我们?)?(?:转租|分租|续签|换签|续租|转|配合|$|[,，。])"
    r"|(?:合同|租约|协议|租期)[^,，。;；\n]{0,6}(?:换|重|改|更名|过户|续|转)签|(?:帮|可以?|能|直接)(?:换签|换合同|重签|改签|转合同)"
    r"|(?:自己|我们?)(?:也是)?(?:拿|签|租|付|交)的?(?:价|就?是|也是)?\s*(?=\d|[一二三四五六七八九十]块)|(?:我们?|自己)(?:拿|签|租|收)的(?:原?价|一样)"
    r"|(?:不|没|唔|一分(?:钱)?[不没]?|未)(?:赚|挣|加)(?:你|您|大家|一?分|差价|钱|价)|(?:原价|平价|亏本?|亏钱|赔钱|低于?成本)(?:转|让|出)(?!让金)"
    r"|(?:合同|租约|租期)(?:跟房东)?(?:还|尚|仍|只)?(?:剩|余|差)|房租(?:已经?|刚)?交[到完]|顶[租手]|sublease|sublet|sublessor"
    r"|房子?(?:也)?是(?:我们?)?租的|租的(?:房子|厂房|仓库)(?=[,，。;；\s转退])"
)
SURPLUS = Opened(
    r"(?:用|坐|放|装|堆|摆|铺|填|租)(?:不|唔)(?:[完满了上着到尽]|晒)|(?:只|就|才)[用占](?:得?[到了])?[一半小\d]|缩编|缩减|缩小(?:规模)?|多租了|租(?:多|大)了|富余|多出来的?|空出来一半"
)
LET_ON = re.compile(
    r"匀|让(?:出|给)|分(?:租|给|出|一半|你)|转(?:租|给|出|让)|拼租|合租|[隔腾挪]出|拿出|租[出给]"
)
FOR_FRIEND = Opened(
    rf"(?:帮|替|代|给|为)(?:我|俺|咱)?(?:的)?(?:{KIN}|人家?|别人|他人|人)(?:家|们|的)?(?:问|找|租|卖|转|发|出|挂|打听|放|处理|招|寻|揾|看|推|代|宣)"
    rf"|(?:帮|代|替)(?:着|忙|人|友)?(?:转(?!让)(?:的|发|一下|个)|发(?:的|个|一下|布)|挂(?:的|个)|推(?:的|一下)|传(?:个|的))|(?:递|传|带|捎)个?(?:话|信)(?:的|而已|$|[,，。])|牵(?:个|条)?线|搭(?:个|座)?桥|拉(?:个|条)线"
    rf"|{KIN}(?:委?托|叫|让|喊|请)(?:我|俺|咱|帮)|(?:受|应){KIN}(?:之托|委托|所托)|推荐人|{KIN}的(?:厂房?|仓库|房子|库|院子|地)"
)
PARK = Opened(
    r"招商(?:局|部|办|处|科|中心|热线|电话|专线|服务|[一二三四五六]?[部科处局])|投促(?:局|中心)|投资促进|企服中心|园区(?:自营|自有|直营|自持|运营|管理方|物业|直)"
    r"|(?:管委会|运营(?:公司|方|部|中心|商))(?=[^,，。;；\n]{0,8}(?:\d{3}|$|[,，。)）\s]|[\u4e00-\u9fff]{1,2}(?:经理|主管|女士|先生|总|小姐)))"
)
STATE = Opened(
    r"(?:[产城国交建高科开经工农水发旅]|文旅|金控|国控|平台)(?:投|资)(?:集团|公司|资产|自持|自有|物业|持有|运营|直|开发|控股|标|发展)"
    r"|(?:[市县区省镇州]|区县)属(?:国有?企业?|国资|平台|公司)|国有(?:独资|全资|公司|企业)|国资(?:的|库|自|直|委|系)|国企(?!转|客|改|优)"
)
AGENCY = re.compile(
    r"(?m:^[^\S\n]*)(?:独家)?代理(?=[\u4e00-\u9fff])|(?:置业|地产|房产|不动产)(?=\s*(?![^\s\d]*证)[\u4e00-\u9fff]{1,3}\s*(?:1[3-9]\d|$))"
    r"|(?:经纪人|置业顾问|租赁顾问|物业顾问|房产顾问|厂房顾问)(?=\s*[:：]?\s*[\u4e00-\u9fff]{2,4})|(?:业主|房东)(?:直委|独委|签委|委托|直托)|独家(?:盘|房源|代理|委托)"
)
# 客户砍成2800平了: who asks for a client; but not 我们的客户在昆山, who deliver there.
CLIENT = Opened(
    r"(?<![我们司的近离老主组批波给为])客户(?=[^,，。;；\n都]{0,5}(?:要|想|找|求|租|需|砍|能到|预算|改成|加到|询|指定|只|暂?不方便|说[^,，。;；\n]{0,6}(?:不够|太|小了|大了)))|(?:(?<=有个)|^|(?<=[\s,，。;；!！]))客户(?=做|是做|搞|自用|急|生产)|客户[a-h甲乙丙一二三](?=[\s,]*(?:求|要|找|想|[:：]))|(?<![老我])(?:大|线|资|电|车|药)客户(?=[,，])"
    r"|(?:代|替|帮|为|受|给)(?:一?个|位|家|我们?的?)?[\u4e00-\u9fff]{0,4}客户(?!群|服务|体验)|^[\W_]*客户(?!群|您|你|服务|们|多|主要|都|在|集中)|客户(?:需求|指定|要求|意向|委托|求|说|讲|话|急|明确|反馈)"
    r"|受(?:[\u4e00-\u9fff]{0,12}(?:企业|公司|厂家|集团|老板))委托|我是(?:他们|客户|企业)的?顾问|(?:^|[\s,，。;；])(?:手[上里头])?(?:有|接到?|新来)(?:一?个|一?位|一?家|组|批)?[^,，。;；\s]{0,12}客户(?![群资])"
)
# 我表弟想找个厂, 朋友开的公司: who asks for a friend.
FRIEND = Opened(
    rf"(?:我|俺|咱|帮|替|代|给|为)(?:们|家)?的?{KIN}(?!那边|说|家的?厂|的?厂(?:现|在|那)|有|都|也|[话讲们住])"
    rf"|(?:^|[\s,，。;；:：]|有个?|一个[^,，。;；\s]{{0,8}})(?:我|俺)?{KIN}(?:两口子|一家)?(?:在?(?:想|要找|找|搞|弄|做)|开(?:的|了|办)|托|的(?:公司|工厂|厂|企业)想?|打算|需要)"
    rf"|(?<![细板导司理长家])(?:让|叫|喊|请)我(?:帮忙?)?(?:问|找|打听|看看|寻|揾|留意)|托我|推荐人|{KIN}托(?:的|付)|{KIN}介绍"
)
# 我司拟租: a firm speaks for itself.
SELF = Opened(
    r"我司|我公司|本公司|本司|(?:^|(?<=[,，。;；\s]))[我本]厂(?=[拟想要现需])"
    r"|[外港台]资企业(?=求租|求购|急租|急寻|找|寻)"
)
OWN_USE = re.compile(
    r"我们自己用|(?:企业|公司|厂里|我们)自用|(?:不是|非|唔系|没有?)中介(?![费勿])|公司要(?:迁|搬|注册)"
)
# Most messages hold no word of these, and to see that is cheaper than to try the patterns.
_OF_KIN = re.compile("[友戚战乡舅叔姑姨侄甥哥弟姐妹蜜托荐伯丈岳邻徒]|同[学事]|发小|亲家|兄弟|嫂子")
_OF_FAVOUR = re.compile("[帮替代托荐话线桥]|朋友的|[戚友乡]的")
_OF_CLIENT = re.compile("客户|委托|顾问")
FOR_OTHERS = (
    (_OF_CLIENT, CLIENT, "agent", "为客户找"),
    (_OF_KIN, FRIEND, "referrer", "替他人问"),
    (None, AGENCY, "agent", "以中介的名义署名"),
    (None, OWN_USE, "enterprise", "自称自用"),
)
WHO_OFFERS = (
    (None, AGENCY, "agent", "以中介的名义署名"),
    (None, HELD, "sublessor", "转让自己租的"),
    (_OF_FAVOUR, FOR_FRIEND, "referrer", "替他人发布"),
    (None, OWNER, "owner", "本人出租出售"),
    (None, STATE, "state_firm", "国有企业出租出售"),
    (None, PARK, "park", "招商部门发布"),
)


def who_writes(
    text: str, whole: str, found: Sequence[Finding], *, is_demand: bool
) -> Iterator[Finding]:
    """Who writes, as far as the text tells by the way: a firm, somebody for clients, a park.

    What somebody rents himself may stand among the asides, which only the ``whole`` text has.
    """
    writer = SELF.search(text) if is_demand else None
    if writer is not None:
        yield Finding(FieldKey.RELATION, "enterprise", *writer.span(), "", "自称企业")
        return
    if any(each.key is FieldKey.RELATION for each in found):
        return
    is_sold = any(each.key is FieldKey.INTENT and each.value == "sale" for each in found)
    for hint, pattern, relation, why in FOR_OTHERS if is_demand else WHO_OFFERS:
        is_let_on = relation == "sublessor"
        if (hint is not None and hint.search(text) is None) or (is_let_on and is_sold):
            continue
        told = _lets_on(whole) if is_let_on else pattern.search(text)
        if told is not None:
            yield Finding(FieldKey.RELATION, relation, *told.span(), "", why)
            return


def _lets_on(text: str) -> re.Match[str] | None:
    """Who holds a lease himself, or has more room than he uses and lets part of it on."""
    surplus = SURPLUS.search(text)
    if surplus is not None and LET_ON.search(text):
        return surplus
    return HELD.search(text)
