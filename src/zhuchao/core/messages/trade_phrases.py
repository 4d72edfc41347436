"""How messages name trades, welcome them and turn them away."""

from __future__ import annotations

import re

_NAME = r"[\u4e00-\u9fffa-z]{2,10}"
AND = r"[、/和及与\s]"
_NAMES = rf"{_NAME}?(?:{AND}{_NAME}?){{0,5}}"
NAMES = rf"(?P<names>{_NAMES})"
# 做卫浴的, 生产某某, 存酱酒的: a trade that the vocabulary does not know, as it is called.
TRADE_NAMED = re.compile(
    r"(?<!不)(?:(?:做|搞|生产|主营|主做|主产|从事|加工|装配(?!式)|组装)|(?P<stored>存放|堆放|存储|存|放))(?:[那这](?:个|种|些)|点|些)?"
    rf"{NAMES}"
    r"(?:的(?!话)|用(?=$|[,，。;；!！\n\s])|生意|生产|加工|制造|行业|业务|这块|$|(?=[,，。;；!！\n]))"
)
# 用途:智能家居生产, 产品:减震器
TRADE_LABELLED = re.compile(
    r"(?:用途|行业|产品|主营|经营内容|生产内容|项目名称)\s*[:：]\s*"
    rf"(?:年产[\d.]+[万千]?[\u4e00-\u9fff])?{NAMES}(?=$|[,，。;；\n])"
)
# 再生聚酯瓶片项目找地, 体外诊断试剂公司找房: who looks for premises, by what he makes.
TRADE_LEAD = re.compile(
    r"(?:^|(?<=[,，。;；:：\s的]))(?:有个|一家|我们|我司)?(?P<names>[\u4e00-\u9fff]{2,10}?)(?:项目|公司|企业|厂家)(?:急?[找求寻需]|选址|想|拟|要)"
)
# One of these stands in what TRADE_LEAD finds.
SEEKERS = re.compile("项目|公司|企业|厂家")
BARRED_BEHIND = re.compile(
    rf"(?:要|想)?(?:做|搞|生产)?{NAMES}(?:类|等|行业|企业|项目)*的?(?:都|一律|均)?"
    r"(?:别问|不谈|不接|不收|不准|不能做|不让做|不允许|禁入|免谈|除外|勿进|勿扰|不行|不做|不要|不租|不引进|不进|除外|别来|勿来|勿|no|pass|不可以?|不引进?|暂不接收|不考虑|就算了|的?算了|免开口)[入进做]?[\s)）]*$"
)
BARRED_AHEAD = re.compile(
    rf"(?:不接受?|不收|不能?存|不得从事|不得经营|严禁|不得|禁入(?:行业)?|不做(?!到)|禁止|谢绝|拒绝|不能做|不准做|不可做|不允许|限制)\s*[:：]?\s*{NAMES}"
    r"(?:类|等|行业|企业|项目)*的?[\s)）]*$"
)
# ❌不要:铸造 酸洗 废旧回收: a list of its own, whatever parts its items.
BARRED_LABELLED = re.compile(
    rf"(?:不要|不接|不收|不做|勿[扰入]|谢绝|禁入|禁止|排除|限制类?)(?:行业|产业|项目)?\s*[:：]\s*{NAMES}"
    r"(?:类|等|行业|企业|项目)*[\s)）]*$"
)
# 做电商的老板速来: who is invited by his trade.
INVITED = re.compile(
    rf"(?:做|搞|干){NAMES}的(?:老板|朋友|客户|企业|厂家|商家|兄弟)?们?(?:速来|快来|来|优先|联系|抓紧|看过来|最合适|正合适)"
    rf"|(?<!不)(?:做|搞|存放?|放)(?P<fit>{_NAMES})(?:都|均|也)?(?:可以|行|可|没问题|合适)(?=$|[\s,，。;；)）])"
)
# What every such invitation holds: looking for it first is cheap.
INVITING = re.compile("[来优联抓最正行可没合]")
# And one of these begins it.
DOING = re.compile("[做搞干存放]")
_KINDS = "(?:类|等|行业|企业|项目|客户)*"
WELCOMED_AHEAD = re.compile(
    rf"(?<!不)(?:欢迎|鼓励(?:发展)?|主导(?:产业)?(?!方)|主招|重点(?:招引|引进|发展)|适合|适用于|引进|招引|[只仅](?:接受|[做收招限])|可以?[存放做]|能[存放做])\s*[:：]?\s*{NAMES}{_KINDS}[\s)）]*$"
)
WELCOMED_BEHIND = re.compile(
    rf"{NAMES}{_KINDS}(?:都|均|也)?(?:欢迎|优先|行|可[以谈]?|ok|没问题|都[得中])[\s)）]*$"
)
STORED = re.compile(rf"(?:可|能|可以|适合|只)(?:存放|存|放|堆放)(?P<names>{_NAME}(?:、{_NAME})+)$")
_LIST = rf"(?P<names>{_NAME}?(?:、{_NAME}?){{1,5}})"
LISTED_AHEAD = re.compile(
    rf"(?<!不)(?:欢迎|适合|适用于|引进|方向[:：]|可以?[存放做]|能[存放做]|[只仅][存放做收])\s*[:：]?\s*{_LIST}{_KINDS}[\s)）]*$"
)
LISTED_BEHIND = re.compile(
    rf"{_LIST}{_KINDS}(?:都|均|也)?(?:欢迎|优先|行|可[以谈]?|啱用|合适|都[得中])[\s)）]*$"
)
MAKING = re.compile(r"(?:做|生产|加工|主营|从事|搞|是)$")
# 化工园区, 食品级: where somebody looks, and what he looks for; no trade.
PARK_BEHIND = re.compile(
    r"(?:工业|产业)?(?:园|集中区|聚集区|开发区)|级|月台|库(?!存)"
    r"|(?:经营|生产)?(?:备案|许可|执照)"
)
NO_TRADE = re.compile(
    r"外资|内资|港资|台资|外地|本地|上市|民营|大型|小型|知名|朋友|老板|兄弟|贸易|实业|集团|非诚|中介|同行|打扰|骚扰|电话|"
    r"^[不好到得个过完什么点了这那要]|^一(?!次性|体)|^[两三四五六七八九十几](?!元)|违法|违规|^我|来电|看房|来访|参观|[柜架台桌椅]$|什么|起来|出来|下去|隔断|装修|准备|决定|调整"
    r"|[的有太大小很多]|(?<!高)污染|噪[音声]|异味|粉尘|用不着|基地|线$|项目|企业$|公司|产品$|客户|东西"
)
# What may follow a trade and is more of its name: 锂电池铝壳; but not what says something else.
MORE = re.compile(
    r"(?P<rest>[\u4e00-\u9fff]{1,4}?)(?=[的,，。;；、!！\s]|厂|项目|企业|公司|客户|$)"
)
NO_MORE = re.compile(
    r"[的了有是和或与及欢迎优谢禁勿皆首免拒到做要想找这那近可能需不未无带自租售卖买求在类等行业务优个方都得中用]"
)
# 不喷漆, 没有喷漆工序: what is not done there.
NOT = re.compile(r"(?:[不无]|没有|不涉及|不带)$")
FURTHEST = 30
# What tells of a trade for what it works.
OF_TRADES = frozenset(
    {"新能源", "汽车", "医疗", "电子", "光伏", "锂电", "航空", "轨道交通", "医美", "电商", "跨境电商"}
)
NEAR = 8
# The roles of words that tell no field, so that a list of trades may hold them.
NO_FIELD = frozenset({"negation", "side", "verb", "accepts", "part"})
DENYING = re.compile("[不禁绝限免除勿别]")
LATIN = re.compile(r"[a-z]{2,5}")
ENDING = re.compile(r"(?:类|等|行业|企业|项目|业务|工艺|生产线|生产|制造基地|基地)+$")
# What is done with a thing, behind its name.
DONE = re.compile(r"(?:生产|加工|制造|组装|装配|配件|零部件|零件|部件|批发|零售|贸易|销售|配送|分拣|回收|存储|储存|仓储|厂|企业)+$")
