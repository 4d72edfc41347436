"""Patterns of words around the names of trades."""

from __future__ import annotations

import re

# 注塑机三十来台, 两台冲床: machines that somebody has, not yet what he makes.
COUNTED = re.compile(
    r"(?:机|设备|机床|线|炉)?(?:[\d一二三四五六七八九十百几两多]{1,4}[来多几余]?|若干)[台套条部]"
)
COUNTS = re.compile(r"[\d一二三四五六七八九十百几两][来多几余]?[台套条部]$")
MAKING = re.compile(r"(?:做|生产|加工|主营|从事|搞|是)$")
# 化工园区, 食品级: where somebody looks, and what he looks for; no trade.
PARK_BEHIND = re.compile(
    r"屋顶|发电|(?:工业|产业)?(?:园|集中区|聚集区|开发区)|级|月台|库(?!存)"
    r"|(?:经营|生产)?(?:备案|许可|执照)"
)
# What may follow a trade and is more of its name: 锂电池铝壳; but not what says something else.
MORE = re.compile(
    r"(?P<rest>[\u4e00-\u9fff]{1,4}?)(?=[的,，。;；、!！\s]|厂|项目|企业|公司|客户|$)"
)
NO_MORE = re.compile(
    r"[一二三四五六七八九十百几两多][来多几]?[台套条部]|[\d的了有是和或与及欢迎优谢禁勿皆首免拒到做要想找这那近可能需不未无带自租售卖买求在类等行业务优个方都得中用]"
)
# 不喷漆, 没有喷漆工序: what is not done there.
NOT = re.compile(r"(?:[不无]|没有|不涉及|不带)$")
# What tells of a trade for what it works.
OF_TRADES = frozenset(
    {
        "新能源",
        "汽车",
        "医疗",
        "电子",
        "光伏",
        "锂电",
        "航空",
        "轨道交通",
        "医美",
        "电商",
        "跨境电商",
    }
)
# The roles of words that tell no field, so that a list of trades may hold them.
NO_FIELD = frozenset({"negation", "side", "verb", "accepts", "part"})
# Those of words in a list of trades, and of what may stand in front of its last word.
FREE = NO_FIELD | {"trade", "made"}
FREE_AHEAD = FREE | {"other"}
LATIN = re.compile(r"[a-z]{2,5}")
# What is done with a thing, behind its name.
DONE = re.compile(
    r"(?:生产|加工|制造|组装|装配|配件|零部件|零件|部件|批发|零售|贸易|销售|配送|分拣|回收|存储|储存|仓储|厂|企业)+$"
)
DONE_ENDS = frozenset("产工造装配件发售易送拣收储存厂业")
