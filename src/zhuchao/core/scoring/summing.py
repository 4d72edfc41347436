"""Primitives that count and add: per item, deduct, weighted sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import ClassVar

from zhuchao.core.scoring.nodes import Facts, Given, Node, Reckoned, add, hull, times
from zhuchao.core.scoring.wording import EXACT, plain, rounded, signed
from zhuchao.core.vocabulary.scoring import Input, Kind, Limits, Scored, Taken

ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerItem(Node):
    """``points`` for every ``every`` of a count; the last begun ones do not count if ``is_whole``.

    Source: per-project points, −0.5 per miss, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "逐项"

    of: Node
    points: Decimal
    every: Decimal = ONE
    is_whole: bool = True

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of,)

    @property
    def rule(self) -> str:
        asked = self.of.input if isinstance(self.of, Given) else None
        if asked is not None and asked.kind is Kind.FLAG:
            return f"{self.of.name}的记 {plain(self.points)}"
        unit = asked.unit if asked is not None and asked.unit else "项"
        many = "" if self.every == ONE else f" {plain(self.every)} "
        return f"{self.of.name}每{many}{unit}记 {plain(self.points)}"

    def limits(self) -> Limits:
        found = self.of.limits()
        ends = (None if e is None else self._times(e, 0) for e in (found.least, found.most))
        least, most = ends
        return Limits(least, most) if self.points >= 0 else Limits(most, least)

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        found = self._times(numbers[0], digits)
        told = f"{signed(numbers[0])}"
        told += "" if self.every == ONE else f" ÷ {plain(self.every)}"
        told += "（取整）" if self.is_whole and self.every != ONE else ""
        return Reckoned(found, f"{told} × {plain(self.points)} = {plain(found)}")

    def _times(self, count: Decimal, digits: int) -> Decimal:
        if self.is_whole:
            steps = (count / self.every).to_integral_value(ROUND_FLOOR, EXACT)
            return steps * self.points
        if self.every == ONE:
            return count * self.points
        return rounded(count * self.points / self.every, digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerEach(Node):
    """The sum over items of what ``each`` makes of an item's own inputs.

    No items are nought; one that cannot be scored leaves the sum unknown. Source: per-project
    points with multipliers, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "逐项"

    items: Input
    each: Node

    @property
    def rule(self) -> str:
        return f"{self.items.title}逐个计分后相加，每个：{self.each.rule}"

    def limits(self) -> Limits:
        one = self.each.limits()
        none_below = one.least is not None and one.least >= 0
        none_above = one.most is not None and one.most <= 0
        return Limits(Decimal(0) if none_below else None, Decimal(0) if none_above else None)

    def read(self, facts: Facts) -> tuple[Taken, ...]:
        return (facts.taken[self.items.key],)

    def scored_parts(self, facts: Facts) -> tuple[Scored, ...]:
        value = facts.taken[self.items.key].value
        items = value if isinstance(value, tuple) else ()
        return tuple(
            self.each.score(Facts(_of_item(self.items, item), facts.digits))
            for item in items
            if not isinstance(item, Decimal)
        )

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        if facts.taken[self.items.key].value is None:
            return Reckoned(None, f"没有{self.items.title}的数据")
        terms = tuple(each.number for each in parts)
        known = [each for each in terms if each is not None]
        if len(known) < len(terms):
            return Reckoned(None, f"{len(terms) - len(known)} 个缺数据，不计算", terms)
        found = sum(known, Decimal(0))
        told = " + ".join(map(signed, known)) or "没有"
        return Reckoned(found, f"{told} = {plain(found)}", terms)


def _of_item(items: Input, item: object) -> dict[str, Taken]:
    values = item if isinstance(item, dict) else {}
    return {each.key: taken(each, values.get(each.key)) for each in items.fields}


def taken(asked: Input, value: object) -> Taken:
    """The value, or what the scheme takes in its place."""
    if value is None and asked.missing is not None:
        return Taken(asked, asked.missing, is_assumed=True)
    return Taken(asked, value if isinstance(value, Decimal | tuple) else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduct(Node):
    """What is left when all of ``less`` is taken off; below nought as it is.

    Source: deductions of 0.1 and 0.2 each, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "扣减"

    of: Node
    less: tuple[Node, ...]

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of, *self.less)

    @property
    def rule(self) -> str:
        return " − ".join(each.name for each in self.parts)

    def limits(self) -> Limits:
        return add(self.of.limits(), *(times(each.limits(), -ONE) for each in self.less))

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        terms = (numbers[0], *(-each for each in numbers[1:]))
        found = sum(terms, Decimal(0))
        told = " − ".join(map(signed, numbers))
        return Reckoned(found, f"{told} = {plain(found)}", terms)


@dataclass(frozen=True, slots=True)
class Weighted:
    """A part with its weight: a share of 0–1, or 1 where the part is in points already."""

    weight: Decimal
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedSum(Node):
    """The sum of weighted parts.

    Where the scheme says ``leaves_out``, the weights of unknown parts are shared out among the
    others; else one unknown part leaves the sum unknown. Source: DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "加权合计"

    of: tuple[Weighted, ...]
    leaves_out: bool = False

    @property
    def parts(self) -> tuple[Node, ...]:
        return tuple(each.node for each in self.of)

    @property
    def rule(self) -> str:
        told = " + ".join(_weighed(each.node.name, each.weight) for each in self.of)
        return f"{told}；没有数据的项不计，权重由其余项分担" if self.leaves_out else told

    def limits(self) -> Limits:
        whole = add(*(times(each.node.limits(), each.weight) for each in self.of))
        if not self.leaves_out:
            return whole
        return times(hull(*(each.node.limits() for each in self.of)), self._weights())

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        if all(each.number is not None for each in parts) or not self.leaves_out:
            return Node.reckon(self, parts, facts)
        known = [
            (each, part.number)
            for each, part in zip(self.of, parts, strict=True)
            if part.number is not None
        ]
        left = sum((each.weight for each, _ in known), Decimal(0))
        if not left:
            return Reckoned(None, "各项都没有数据，不计算")
        whole = self._weights()
        summed = sum((each.weight * number for each, number in known), Decimal(0))
        found = rounded(summed * whole / left, facts.digits)
        told = " + ".join(_weighed(signed(number), each.weight) for each, number in known)
        return Reckoned(found, f"（{told}）× {plain(whole)} ÷ {plain(left)} = {plain(found)}")

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        pairs = list(zip(self.of, numbers, strict=True))
        terms = tuple(each.weight * number for each, number in pairs)
        found = sum(terms, Decimal(0))
        told = " + ".join(_weighed(signed(number), each.weight) for each, number in pairs)
        return Reckoned(found, f"{told} = {plain(found)}", terms)

    def _weights(self) -> Decimal:
        return sum((each.weight for each in self.of), Decimal(0))


def _weighed(told: str, weight: Decimal) -> str:
    return told if weight == ONE else f"{told} × {plain(weight)}"
