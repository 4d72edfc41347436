"""Which of several areas is that of the whole, which a part's, which the least that is let."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.storeys import is_among
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import Amount, FieldKey

AREA = FieldKey.AREA
FITTED = frozenset("有带含配")
HALLS = ("单层", "独栋", "整栋")
ADDED = FITTED | frozenset("+加和另")
MIN_PARTS = 2
_COUNTED = re.compile(r"[有带含配附](?:约?\d{1,2}|[一二两三四五六七八九十])[间个套]$")
FITTING = re.compile(r"的?(?:办公|宿舍|食堂|夹层|阁楼|展厅)")
# 恒温库200㎡, 办公楼2100㎡, 宿舍1600: rooms that belong to it, beside its own size.
ROOM = later(
    r"(?:办公室|办公区|办公楼|办公用房|综合楼|宿舍楼?|食堂|展厅|夹层|阁楼|门卫室?|配电房|附房|危废间|危废库|化学品库|恒温库|恒湿库|阴凉库|常温库|冷库|冷藏库|冷冻库"
    r"|样品间|样品室|实验室|检测室|洁净[室间区]|无尘[室间]|无尘车间|洁净车间|净化车间|净化间|雨棚|辅房|辅助用房|设备房|锅炉房|门市|门面|露台|平台|地下室|车棚|连廊"
    r"|原料库|成品库|原料区|成品区|仓储区|包装区|组装区|装配区|机加工?区|注塑区|喷涂区|涂装区|生产区|打包区|研发区)"
    r"(?:[一两二三四五\d][层栋幢]|面积|共|要|约|需要?|大概|不少于|不低于|至少|占)?[:：]?$"
)
# 宿舍600平,车间3000平,合计3600平: what all parts have together is the area.
TOTAL = re.compile(r"(?:合计|共计|总计|合共|总共|一共|加起来|加一起|加在一起)(?:面积)?[:：约]?$")


def whole_first(found: list[Finding], text: str) -> list[Finding]:
    """Of several areas of no floor the one that is called their total counts."""
    areas = [each for each in found if each.key is AREA and not each.floor]
    whole = [each for each in areas if TOTAL.search(text, max(0, each.start - 6), each.start)]
    whole = whole or _sum_of_others(areas)
    if not whole:
        return found
    parts = {id(each) for each in areas if each is not whole[0]}
    return [each for each in found if id(each) not in parts]


def _sum_of_others(areas: Sequence[Finding]) -> list[Finding]:
    """机加工三千,涂装一千,打包一千,对,五千平: the one that the others make together."""
    sizes = [_size(each) for each in areas]
    if len(sizes) < MIN_PARTS + 1:
        return []
    return [each for each, size in zip(areas, sizes, strict=True) if 2 * size == sum(sizes)]


def without_rooms(found: list[Finding], text: str) -> list[Finding]:
    """4500㎡,恒温库200㎡: beside its own size those of its rooms, or of its parts, are none."""
    sizes = [each for each in found if each.key is AREA]
    if len(sizes) <= 1:
        return found
    areas = [each for each in sizes if not each.floor]
    rooms = {id(each) for each in areas if _is_of_room(each, text)}
    parts = [each for each in sizes if each.floor and _is_room_of_floor(each, sizes, text)]
    found = [each for each in found if each not in parts] if parts else found
    whole = max((_size(each) for each in areas if id(each) not in rooms), default=0.0)
    return [each for each in found if id(each) not in rooms or _size(each) > whole]


def _is_room_of_floor(room: Finding, sizes: Sequence[Finding], text: str) -> bool:
    """二三楼各1500平,二楼有无尘车间600平: a part of a floor whose size is told."""
    if not _is_of_room(room, text):
        return False
    return any(
        each is not room and is_among(room.floor, each.floor) and _size(each) > _size(room)
        for each in sizes
    )


def _is_of_room(area: Finding, text: str) -> bool:
    """办公室200㎡, 500平办公."""
    if ROOM.search(text, max(0, area.start - 10), area.start):
        return True
    is_added = text[area.start - 1 : area.start] in ADDED
    return is_added and FITTING.match(text, area.end) is not None


def _size(area: Finding) -> float:
    return (area.value.low or area.value.high or 0.0) if isinstance(area.value, Amount) else 0.0


def is_of_fitting(found: Finding, text: str) -> bool:
    """带200平办公: the size of what belongs to it is not its own."""
    is_with = text[found.start - 1 : found.start] in FITTED and found.key is AREA
    return is_with and FITTING.match(text, found.end) is not None


def is_counted(office: Finding, text: str) -> bool:
    """带4间办公室: what is counted among what a house has."""
    return _COUNTED.search(text, max(0, office.start - 5), office.start) is not None


def _is_from(area: Finding, found: Sequence[Finding], text: str) -> bool:
    """3000平起 of the only area, but of 单层3000平起 each hall is as large at least."""
    is_open = text[area.end - 1] == "起" and not text.endswith(HALLS, 0, area.start)
    return is_open and not any(each.key is AREA and each is not area for each in found)


def least_let(found: Sequence[Finding], text: str) -> Iterator[Finding]:
    """1500㎡,750㎡起: of an offer's two areas, the open one is the least that is let.

    So is the only one, where it is so much and up: 仓库8元,3000平起.
    """
    whole: float | None = None
    for each in found:
        value = each.value
        if each.key is AREA and isinstance(value, Amount) and not each.floor:
            is_least = whole and value.low and value.high is None and value.low < whole
            is_least = is_least or (value.high is None and _is_from(each, found, text))
            whole = whole or value.high
            yield each._replace(key=FieldKey.MINIMUM_LET) if is_least else each
        else:
            yield each
