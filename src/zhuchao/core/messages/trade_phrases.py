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
# 陶瓷机械, 不锈钢橱柜: what a machine is for and what a thing is of; 五金塑胶 are two.
HEADS = frozenset({"机械", "设备", "装备", "机床"})
FOR_MACHINES = frozenset({
    "陶瓷", "食品", "包装", "印刷", "纺织", "农业", "木工", "化工", "环保", "建材", "塑料",
    "橡胶", "玻璃", "石材", "制药", "矿山", "造纸", "制鞋", "服装", "饲料", "粮油", "冷链",
    "医美", "锂电池", "半导体", "光伏", "锂电",
})  # fmt: skip
GENERIC = frozenset({
    "机械", "设备", "装备", "配件", "零件", "部件", "元件", "器件", "组件", "材料", "原料",
    "辅料", "制品", "用品", "产品", "加工", "组装", "装配", "制造", "生产", "仪器", "仪表",
    "器械", "工具", "模具", "耗材", "器材",
})  # fmt: skip
# 农药制剂, 石墨负极材料: kinds of products, told by what they are of.
PRODUCTS = frozenset({
    "制剂", "试剂", "助剂", "负极材料", "正极材料", "复合材料", "包材", "衍生物", "中间体",
    "颗粒", "粒子", "涂料",
})  # fmt: skip
MATERIALS = frozenset({
    "不锈钢", "铝合金", "锌合金", "镁合金", "钛合金", "碳纤维", "陶瓷", "硅胶", "亚克力", "实木",
})  # fmt: skip
BROAD = frozenset({
    "五金", "塑胶", "塑料", "电子", "机械", "家具", "建材", "玻璃", "陶瓷", "石材", "包装",
    "服装", "橡胶", "模具", "化工", "印刷", "汽配", "物流", "贸易", "电商", "卫浴", "门窗",
    "压铸", "机加工", "钢材", "木材",
})  # fmt: skip
# The roles of words that tell no field, so that a list of trades may hold them.
NO_FIELD = frozenset({"negation", "side", "verb", "accepts", "part"})
LATIN = re.compile(r"[a-z]{2,5}")
# What is done with a thing, behind its name.
DONE = re.compile(
    r"(?:生产|加工|制造|组装|装配|配件|零部件|零件|部件|批发|零售|贸易|销售|配送|分拣|回收|存储|储存|仓储|厂|企业)+$"
)
