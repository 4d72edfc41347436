"""The wordings of offers of property: their attributes, prices, parts and the cards of advisers."""

from __future__ import annotations

import re


def _any(words: str) -> str:
    """The words of a list as one alternative, each of them a pattern without blanks."""
    return "|".join(words.split())


# What an offer of property says of it, a label by itself.
_ATTRIBUTES = """
    (?:总|月|日|年|单|售|起|参考)?(?:租金?|价格?|售价) (?:土地|占地|建筑|可租|起租|使用|总)?面积
    层高 净高 柱[距间] (?:所在|总)?楼层 (?:建筑)?结构 (?:厂房|房屋|物业|仓库|房源)?类型
    产权(?:性质|年限)? 土地(?:性质|用途|年限) (?:规划)?用途 (?:剩余|使用|出让)年限 变压器
    (?:配|用|供)电(?:容量)? 电[量力] 消防(?:等级)? 环评 (?:地面)?承重 行车 货梯 现状
    交付(?:时间|标准)? (?:付款|支付)方式 押[付金] (?:起)?租期 (?:具体)?位置 (?:详细)?地址
    (?:所在)?(?:区域|板块|园区|城市) 朝向 装修(?:情况)? 空地 停车位? 物业费 管理费 税收(?:要求)?
    可分割 产权?证 厂房结构 总价约? 起租 产证(?:情况)? (?:适合)?行业 房源编号 编号 容积率
    起始价 (?:竞买)?保证金 成交价 竞得人
"""
# No label begins with any other.
ATTRIBUTE_CHARACTERS = frozenset(each for each in _ATTRIBUTES if each.isalpha())
ATTRIBUTE = re.compile(rf"^(?:{_any(_ATTRIBUTES)})\s*[:：]?$")
# A label with its value on one line: 层高：8.5米, 面积5860㎡.
ATTRIBUTE_PAIR = re.compile(
    rf"^(?:{_any(_ATTRIBUTES)})(?:\s*[:：]\s*\S.{{0,40}}|\s*约?\d.{{0,24}}|\s+[^\s，。]{{1,16}})$"
)
# The price of an offer by itself.
PRICE = re.compile(
    r"^[(（]?约?\d[\d.,]*(?:[-~—]\d[\d.]*)?\s*万?元(?:\s*[/／](?:㎡|m²|m2|平米?|[天日月年]|亩|吨)){0,2}[）)]?(?:\s*[（(]?约?\d[\d.]*万?元.{0,6}[）)]?)?$"
)
# Whose telephone stands below: a person, and what he is.
CARD = re.compile(
    r"^[\u4e00-\u9fff]{1,3}(?:先生|女士|经理|总|小姐|师傅|主任)?$|^.{0,10}(?:顾问|经纪人|实名认证|从业\s?\d+\s?年).{0,10}$"
)
# What a part of an offer or a disclosure is called; above a text it heads it.
SECTION = re.compile(
    r"^(?:(?:房源|项目|园区|厂房|地块|物业|企业|产品)(?:描述|介绍|详情|简介|概况|亮点|信息)|(?:周边|区域)?(?:配套|交通)(?:说明|设施|情况)?"
    r"|(?:租赁|交付|招租|出租)(?:条件|说明|要求)|(?:重要)?(?:内容)?提示[:：]|基本信息|适合行业|房源图片|位置交通|业主说|经纪人说)$"
)
