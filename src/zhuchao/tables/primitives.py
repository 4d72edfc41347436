"""The ten primitives as rule packs write them: a reader for each, by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Any

from zhuchao.core.scoring import (
    Band,
    Cap,
    Coefficient,
    Condition,
    Deduct,
    Jury,
    Multiplier,
    Node,
    PerEach,
    PerItem,
    Ratio,
    Step,
    Veto,
    Weighted,
    WeightedSum,
)
from zhuchao.core.vocabulary.scoring import Input, Kind, Range
from zhuchao.tables.entries import Entry

ONE = Decimal(1)
LEAVE_OUT, UNKNOWN = "leave_out", "unknown"


@dataclass(frozen=True, slots=True)
class Nodes:
    """Where a node's parts come from: ``find`` by what is written, in a scope of inputs."""

    find: Callable[..., Node]
    scope: Mapping[str, Input]
    used: set[str]

    def input(self, entry: Entry, key: str, kind: Kind) -> Input:
        """An input of that kind. Raises: BrokenTable."""
        told = entry.text(key)
        found = self.scope.get(told)
        if found is None or found.kind is not kind:
            raise entry.broken(f"{key} 须是一项 {kind} 输入：写的是“{told}”")
        self.used.add(told)
        return found


Reader = Callable[[Entry, Nodes, dict[str, Any]], Node]


def _ratio(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    of, to = nodes.find(entry.raw("of")), nodes.find(entry.raw("to"))
    return Ratio(**heading, of=of, to=to, full=entry.number("full", ONE))


def _band(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    steps = tuple(_step(Entry(entry.name, each), entry) for each in entry.listed("band"))
    if not steps:
        raise entry.broken("没有写 band")
    if any(_meet(one.range, other.range) for one, other in combinations(steps, 2)):
        raise entry.broken("有两段重叠：同一个数不能记两个分")
    outside = entry.number_or_none("outside")
    return Band(**heading, of=nodes.find(entry.raw("of")), steps=steps, outside=outside)


def _step(entry: Entry, whole: Entry) -> Step:
    entry.called = whole.called
    made = Step(entry.range(), entry.number("points"))
    entry.refuse_rest()
    return made


def _coefficient(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    of, low, high = (nodes.find(entry.raw(key)) for key in ("of", "min", "max"))
    a, b, equal = entry.number("a"), entry.number("b"), entry.number_or_none("equal")
    return Coefficient(**heading, of=of, low=low, high=high, a=a, b=b, equal=equal)


def _per_item(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    if "items" in entry.told:
        items = nodes.input(entry, "items", Kind.ITEMS)
        inner = {each.key: each for each in items.fields}
        return PerEach(**heading, items=items, each=nodes.find(entry.raw("each"), inner))
    of, points, every = (
        nodes.find(entry.raw("of")),
        entry.number("points"),
        entry.number("every", ONE),
    )
    if every <= 0:
        raise entry.broken("every 须大于 0")
    is_whole = entry.told.pop("is_whole", True)
    if not isinstance(is_whole, bool):
        raise entry.broken("is_whole 须是 true 或 false")
    return PerItem(**heading, of=of, points=points, every=every, is_whole=is_whole)


def _multiplier(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    factor = entry.number("factor")
    if factor < 0:
        raise entry.broken("factor 不能小于 0")
    when = _condition(Entry(entry.name, entry.raw("when")), nodes)
    return Multiplier(**heading, of=nodes.find(entry.raw("of")), factor=factor, when=when)


def _cap(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    most, least = entry.number_or_none("most"), entry.number_or_none("least")
    if most is None and least is None:
        raise entry.broken("至少写 most 和 least 之一")
    if most is not None and least is not None and least > most:
        raise entry.broken("least 不能大于 most")
    return Cap(**heading, of=nodes.find(entry.raw("of")), most=most, least=least)


def _deduct(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    less = tuple(nodes.find(each) for each in entry.listed("less"))
    if not less:
        raise entry.broken("没有写 less")
    return Deduct(**heading, of=nodes.find(entry.raw("of")), less=less)


def _veto(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    when = tuple(_condition(Entry(entry.name, each), nodes) for each in entry.listed("when"))
    if not when:
        raise entry.broken("没有写 when")
    to = entry.number("to", Decimal(0))
    return Veto(**heading, of=nodes.find(entry.raw("of")), when=when, to=to)


def _jury(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    marks = nodes.input(entry, "marks", Kind.MARKS)
    highest, lowest = entry.count("drop_highest", 0), entry.count("drop_lowest", 0)
    quorum = entry.count("quorum", highest + lowest + 1)
    if quorum <= highest + lowest:
        raise entry.broken("quorum 须多于去掉的最高分和最低分")
    told = {**heading, "drop_highest": highest, "drop_lowest": lowest}
    return Jury(**told, marks=marks, quorum=quorum)


def _weighted_sum(entry: Entry, nodes: Nodes, heading: dict[str, Any]) -> Node:
    parts = tuple(_weighted(Entry(entry.name, each), nodes) for each in entry.listed("part"))
    if not parts:
        raise entry.broken("没有写 part")
    unknown = entry.text("unknown", UNKNOWN)
    if unknown not in (UNKNOWN, LEAVE_OUT):
        raise entry.broken(f"unknown 须是 {UNKNOWN} 或 {LEAVE_OUT}")
    return WeightedSum(**heading, of=parts, leaves_out=unknown == LEAVE_OUT)


def _weighted(entry: Entry, nodes: Nodes) -> Weighted:
    made = Weighted(entry.number("weight", ONE), nodes.find(entry.raw("of")))
    if made.weight <= 0:
        raise entry.broken("weight 须大于 0")
    entry.refuse_rest()
    return made


def _condition(entry: Entry, nodes: Nodes) -> Condition:
    made = Condition(nodes.find(entry.raw("of")), entry.range(), entry.text("says", ""))
    entry.refuse_rest()
    return made


def _meet(one: Range, other: Range) -> bool:
    return _begins_within(one, other) and _begins_within(other, one)


def _begins_within(one: Range, other: Range) -> bool:
    if one.low is None or other.high is None or one.low < other.high:
        return True
    return one.low == other.high and one.low_in and other.high_in


PRIMITIVES: Mapping[str, Reader] = {
    "ratio": _ratio,
    "band": _band,
    "coefficient": _coefficient,
    "per_item": _per_item,
    "multiplier": _multiplier,
    "cap": _cap,
    "deduct": _deduct,
    "veto": _veto,
    "jury": _jury,
    "weighted_sum": _weighted_sum,
}
