"""Open ground beside a house, 独院5亩 or 坝坝半亩, is a yard; what a floor bears is no lift."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.machines import NAMED
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines

KIND = FieldKey.KIND
YARD_AREA, LAND_AREA, LIFT = FieldKey.YARD_AREA, FieldKey.LAND_AREA, FieldKey.LIFT
_GROUND = (
    r"(?:院(?:子|坝|落|场|套)?|坝[坝子]?|场[子坪]|空[地场]|露天(?:场地?|地)?|堆场"
    r"|晒场|货场|停车场|料场|空坪|地坪)"
)
_LET_OPEN = later(rf"{_GROUND}[^,，。;；]{{0,8}}租|租[^,，。;；]{{0,8}}{_GROUND}")
_BEFORE = later(
    rf"{_GROUND}(?:面积|大小|要|有|得有?|需|约|大概|差不多|至少|不少于|不低于|起码|最少|大于|超过)?"
    r"[:：约]?\s?$"
)
_BEHIND = later(
    rf"(?:左右|上下|以上|来|多)?[地大]?的?(?:露天|硬化|水泥|独立|大|小|空|平整|围墙)?(?:的|过的|好的)?{_GROUND}"
)
# 载重1吨以上 of a floor, and no lift.
_BEARS = later(r"载重(?:量|能力)?[:：约≥]?(?:要|需|得|不低于|不少于|至少|最少|大于)?\s?$")
_OF_LIFT = later(r"[梯机车台][^,，。;；\s]{0,4}$")
HEAVIEST_FLOOR = 5.0
FAR = 14


def yards(found: Sequence[Finding], text: str) -> list[Finding]:
    """The findings with 亩 of a yard as such; nothing else changes where a yard is told already."""
    told = {each.key for each in found}
    if YARD_AREA in told or LAND_AREA not in told:
        return list(found)
    is_ground = any(each.key is KIND and _is_open_ground(each, text) for each in found)
    return [
        each._replace(key=YARD_AREA)
        if each.key is LAND_AREA and each.unit == "亩" and (is_ground or _is_of_yard(each, text))
        else each
        for each in found
    ]


def _is_open_ground(kind: Finding, text: str) -> bool:
    """空地出租, 22亩: where open ground is all that is let, its size is that of a yard."""
    return kind.value == "land" and _LET_OPEN.search(text[kind.start : kind.end]) is not None


def _is_of_yard(each: Finding, text: str) -> bool:
    before = _BEFORE.search(text, max(0, each.start - FAR), each.start)
    return before is not None or _BEHIND.match(text, each.end) is not None


def bearing(found: Sequence[Finding], text: str) -> list[Finding]:
    """载重500公斤, 载重1吨以上: what a floor bears where no lift is named before it."""
    if LIFT not in [each.key for each in found]:
        return list(found)
    told = [_borne(each, text) if each.key is LIFT else each for each in found]
    return [each for each in told if not _is_only_weight(each, text)]


def _is_only_weight(each: Finding, text: str) -> bool:
    """载重 alone names no lift."""
    is_named = each.key is LIFT and each.value == NAMED
    return is_named and text[each.start : each.end] == "载重" and not _is_of_lift(text, each.start)


def _is_of_lift(text: str, at: int) -> bool:
    return _OF_LIFT.search(text, max(0, at - FAR), at) is not None


def _borne(each: Finding, text: str) -> Finding:
    value = each.value
    if not isinstance(value, Machines) or not value.tonnes:
        return each
    before = _BEARS.search(text, max(0, each.start - FAR), each.start)
    if before is None or value.tonnes > HEAVIEST_FLOOR:
        return each
    if _is_of_lift(text, before.start()):
        return each
    is_least = text.startswith(("以上", "起", "往上", "+"), each.end)
    least = is_least or "以上" in text[each.start : each.end] or before[0].strip()[-1] in "低少最大"
    load = Amount(value.tonnes, None if least else value.tonnes)
    why = "" if "公斤" in text[each.start : each.end] else "“载重”未说电梯，按楼面承重理解"
    return each._replace(key=FieldKey.LOAD, value=load, unit="t/㎡", why=why)
