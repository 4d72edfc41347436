"""The one floor that is let, or looked for: its size, height and load are told of it.

28F 精装 485方, 二楼空着…1700平 层高4米8, 多层厂房一楼: it may stand before or behind its figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from zhuchao.core.messages.attaching import FLOOR_BY_FLOOR
from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.storeys import EACH
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.wholes import TOTAL
from zhuchao.core.vocabulary.term import FieldKey, Stance

AREA, RENT, LAYOUT = FieldKey.AREA, FieldKey.RENT, FieldKey.LAYOUT
OF_SIZE = frozenset({"area"})
FLOORS = re.compile(r"-?\d+|\d+-\d+")
# A house that is let as a whole has no floor.
WHOLE = frozenset({"single", "detached"})
# What may follow a floor that is let: a stop, what it is, that it is free.
_LET = re.compile(
    r"\s*(?:$|[,，。;；:：!！?？)）\]】\n\r|/]|\s|[一全整半]{1,2}[层楼]|[东西南北中]{1,2}[侧边面头区半户](?!有)|空(?![压调])|闲置|剩|还剩"
    r"|[出招急转分整直现]租|待租|可租|要租|租(?!给|了|出|掉|满)|有(?=\d{3})|约|的?(?:标准)?(?:厂房|仓库|库房|车间|写字楼|办公|场地|房子|单位)(?!自用|已)"
    r"|面积|建面|实[用际]|大概|差不多|[共计](?=\d)|(?=\d{3,5}(?!\d)))"
)
# 三楼自己在用, 一楼是食堂, 到二楼: no floor that is let.
_OTHER = re.compile(
    r"(?:[到至隔占用是在给]|不[要是]|除[了去]?|没有|最好|或者?|[上下]到|直达|电梯)$"
)

# 一楼展厅: what lies there is not what is let.
_ROOM = re.compile("[是为做作有]?(?:展厅|食堂|办公|宿舍|大[堂厅]|自用|门面|商铺|车库|停车)")


def is_room(text: str, at: int) -> bool:
    """Whether what stands there tells what a floor in front of it is used for."""
    return _ROOM.match(text, at) is not None


def on_let_floor(
    found: list[Finding], text: str, parts: Sequence[Clause], *, is_demand: bool
) -> list[Finding]:
    """The findings with the floor where one alone is named and let."""
    found = [
        each._replace(floor="") if each.key is AREA and _is_total(each, text) else each
        for each in found
    ]
    floor = _floor_let(found, text, parts)
    if not floor:
        return found if is_demand else _on_only_floor(found)
    areas = [each for each in found if each.key is AREA]
    if len(areas) == 1 and areas[0].floor in _open(floor):
        found = [each._replace(floor=floor) if each is areas[0] else each for each in found]
    return found if is_demand else _without_price(_on_only_floor(found), floor)


def _is_total(area: Finding, text: str) -> bool:
    """一楼放机器二楼装配,合计1600: what floors have together is the size of none."""
    return bool(area.floor) and TOTAL.search(text, max(0, area.start - 6), area.start) is not None


def _open(floor: str) -> tuple[str, ...]:
    """Which floors of a finding may be that floor: 每层 alone where it is several."""
    return (EACH,) if "-" in floor[1:] else ("", EACH)


def _floor_let(found: Iterable[Finding], text: str, parts: Sequence[Clause]) -> str:
    named = [(part, token) for part in parts for token in part.floors if token.text != EACH]
    if not named:
        return ""
    floors = {token.text for _, token in named}
    floor = next(iter(floors)) if len(floors) == 1 else ""
    told = {each.floor for each in found if each.floor} - {EACH, floor}
    is_whole = any(
        each.key is LAYOUT and isinstance(each.value, tuple) and not WHOLE.isdisjoint(each.value)
        for each in found
    )
    if not FLOORS.fullmatch(floor) or told or is_whole:
        return ""
    return floor if any(_is_let(text, part, token) for part, token in named) else ""


def _is_let(text: str, part: Clause, floor: Token) -> bool:
    """Whether what stands around a floor says that it is the one in question."""
    if _OTHER.search(text, max(0, floor.start - 3), floor.start):
        return False
    if part.stance_at(floor.start) not in (None, Stance.HARD):
        return False
    behind = next((each for each in part.quantities if each.start >= floor.end), None)
    if behind is not None and behind.figure > 1 and behind.dimension not in OF_SIZE:
        return False
    return _LET.match(text, floor.end) is not None


def _on_only_floor(found: list[Finding]) -> list[Finding]:
    """二楼1400平,承重一吨: where all that is let lies on one floor, this has it."""
    areas = {each.floor for each in found if each.key is AREA}
    floor = next(iter(areas)) if len(areas) == 1 else ""
    if not floor or not FLOORS.fullmatch(floor) or floor.startswith("1-"):
        return found  # 1-4层: the whole house
    told = {each.key for each in found if each.key in FLOOR_BY_FLOOR and each.floor == floor}
    return [
        each._replace(floor=floor)
        if each.key in FLOOR_BY_FLOOR - told and each.floor in ("", EACH)
        else each
        for each in found
    ]


def _without_price(found: list[Finding], floor: str) -> list[Finding]:
    """3楼1000方9毛: the rent of the only floor is that of all that is let."""
    rents = [each for each in found if each.key is RENT]
    if len(rents) != 1 or rents[0].floor != floor:
        return found
    if {each.floor for each in found if each.key is AREA} != {floor}:
        return found
    return [each._replace(floor="") if each is rents[0] else each for each in found]
