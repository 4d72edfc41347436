"""Heights and loads that stand behind several floors and are told of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.attaching import FLOOR_BY_FLOOR
from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import FieldKey

OF_FLOORS = FLOOR_BY_FLOOR | {FieldKey.AREA, FieldKey.RENT}
# 5楼800平 层高4.2米: a blank and a head, or 均, part a figure from the floor before it.
_PARTED = later(
    r"[^\S\n]+(?!上|下)[\u4e00-\u9fff]{2,6}[:：]?$|[\s,，]+(?:[^\s,，层楼]{0,4}均|全部)[^\s,，层楼]{0,4}$"
)


def told_of_all(found: Sequence[Finding], text: str) -> list[Finding]:
    """3楼1200平 5楼800平 均4.2米高: what only the last floor of several has is told of each.

    Only behind what else is told of that floor, and parted from it.
    """
    floors = {each.floor for each in found if each.floor and each.key in OF_FLOORS}
    if len(floors) < 2:
        return list(found)
    return [
        each._replace(floor="") if _is_of_all(each, found, floors, text) else each for each in found
    ]


def _is_of_all(told: Finding, found: Sequence[Finding], floors: set[str], text: str) -> bool:
    if told.key not in FLOOR_BY_FLOOR or not told.floor:
        return False
    if any(each.key is told.key and each.floor != told.floor for each in found):
        return False
    before = [each for each in found if each.floor and each.end <= told.start]
    behind = [each for each in found if each.floor in floors - {told.floor}]
    if not before or not behind:
        return False
    last = max(before, key=lambda each: each.end)
    is_last = last.floor == told.floor and last.key in OF_FLOORS
    return is_last and _PARTED.match(text[last.end : told.start]) is not None
