"""What an enquirer works on or must keep well: 给风机叶片做维修的, 水泵怕潮, 修挖掘机的."""

from __future__ import annotations

import re

from zhuchao.core.messages.trade_lists import Member, Reader
from zhuchao.core.text.later import later

_FOR = re.compile(
    r"(?:专门?|主要|是|我们?|公司)*(?:给|帮|为|替)(?P<what>[^、]{2,10}?)"
    r"(?:做|搞|干|提供)(?P<done>[^、]{2,6}?)(?:服务|业务|生意)?(?:的|嘅|$)"
)
# What is done with what stands in front; 做配套, 做代工 are as much of what is made for.
_DONE = later(
    r"(?:售后|现场|表面|精密|二次|配套|外壳)*(?:维修|翻新|修复|保养|维护|检修|检测|改装|清洗|清洁|代工|贴牌|配套|加工"
    r"|包装|喷涂|喷漆|喷粉|电镀|处理|涂装|组装|装配|打样|印刷|雕刻|焊接|堆焊|热处理|抛光|打磨|镀膜|贴膜|分装|灌装|再制造|供货|零件|配件|模具)+"
)
_SPARED = re.compile(
    r"(?:我们?的?|咱们?的?)?(?P<what>[^、怕]{2,8}?)(?:最|很|特别|就|都|也|不)?怕(?:雨|潮|湿|水|晒|压|冻|热|碰|摔|磕|火|高温|虫|鼠|见光|光)"
)
# 修挖掘机的, 拆旧车的: by what is done with a thing, in one character.
_CRAFT = re.compile(
    r"(?:专门?|是)?(?P<what>[修拆洗磨腌酿烤炒榨晒烘熏卤蒸煮炸泡绣裁纺][^、的]{1,6})[的嘅]$"
)
_NO_CRAFT = later(r"修[好建缮整过]|拆[迁除掉分]|晒[场]|洗手|磨合|炸药")


def served(reader: Reader, start: int, end: int) -> list[Member]:
    """The trade that such a stretch tells; none where it is no such."""
    text = reader.text
    found = _FOR.match(text, start, end)
    if found is not None and _DONE.fullmatch(found["done"]):
        return _known(reader, *found.span("what"))
    found = _SPARED.match(text, start, end) if "怕" in text[start:end] else None
    if found is not None:
        return _known(reader, *found.span("what"))
    found = _CRAFT.match(text, start, end) if text[end - 1] in "的嘅" else None
    if found is not None and not _NO_CRAFT.match(found["what"]):
        at, to = found.span("what")
        return reader.members(at, to) if _known(reader, at + 1, to) else []
    return []


def _known(reader: Reader, start: int, end: int) -> list[Member]:
    """The members of what stands there, where each shows that it is made, stored or worked on."""
    members = [] if reader.holds_else(start, end) else reader.members(start, end)
    return members if all(each.is_known for each in members) else []
