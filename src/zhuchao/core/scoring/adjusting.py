"""Primitives that change a number under conditions: multiplier, cap, veto."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from zhuchao.core.scoring.nodes import Condition, Facts, Node, Reckoned, hull, times
from zhuchao.core.scoring.wording import plain, signed
from zhuchao.core.vocabulary.scoring import Limits, Scored


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiplier(Node):
    """The part times ``factor`` where ``when`` holds, else the part as it is.

    Unknown where it is not known whether it holds. Source: manufacturing × 1.2, landed and started
    in the same year × 1.5, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "乘数"

    of: Node
    factor: Decimal
    when: Condition

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of, self.when.of)

    @property
    def rule(self) -> str:
        return f"{self.of.name}；{self.when.words}的 × {plain(self.factor)}"

    def limits(self) -> Limits:
        plainly = self.of.limits()
        return hull(plainly, times(plainly, self.factor))

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        of, tested = parts
        if of.number is None:
            return Reckoned(None, f"缺{self.of.name}，不计算")
        holds = self.when.holds(tested)
        if holds is None:
            return Reckoned(None, f"不知道是否{self.when.words}，不计算")
        if not holds:
            return Reckoned(of.number, f"{plain(of.number)}（不是{self.when.words}，不乘）")
        found = of.number * self.factor
        return Reckoned(found, f"{signed(of.number)} × {plain(self.factor)} = {plain(found)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap(Node):
    """The part, at most ``most`` and at least ``least``; one of the two may be without.

    Source: signing ≤ 50, leading firms ≤ 30, other ≤ 20, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "封顶"

    of: Node
    most: Decimal | None = None
    least: Decimal | None = None

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of,)

    @property
    def rule(self) -> str:
        ends = [("最多", self.most), ("最少", self.least)]
        told = [f"{word} {plain(end)}" for word, end in ends if end is not None]
        return f"{self.of.name}，{'，'.join(told)}"

    def limits(self) -> Limits:
        of = self.of.limits()
        least = self.least if of.least is None else self._within(of.least)
        most = self.most if of.most is None else self._within(of.most)
        return Limits(least, most)

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        found = self._within(numbers[0])
        if found < numbers[0]:
            return Reckoned(found, f"超过上限，记 {plain(found)}")
        if found > numbers[0]:
            return Reckoned(found, f"低于下限，记 {plain(found)}")
        return Reckoned(found, f"没有超限，记 {plain(found)}")

    def _within(self, number: Decimal) -> Decimal:
        kept = number if self.most is None else min(number, self.most)
        return kept if self.least is None else max(kept, self.least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto(Node):
    """The part, but ``to`` where one of the conditions holds, whatever else is unknown.

    Without such a condition, one that is not known leaves the number unknown. Source: conditions,
    not points; veto beside 11 indicators, DOMAIN 3.10 and 3.11.
    """

    primitive: ClassVar[str] = "一票否决"

    of: Node
    when: tuple[Condition, ...]
    to: Decimal = Decimal(0)

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of, *(each.of for each in self.when))

    @property
    def rule(self) -> str:
        told = "；".join(each.words for each in self.when)
        return f"{self.of.name}；有下列情形之一的记 {plain(self.to)}：{told}"

    def limits(self) -> Limits:
        return hull(self.of.limits(), Limits(self.to, self.to))

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        of, *tested = parts
        held = [each.holds(part) for each, part in zip(self.when, tested, strict=True)]
        for each, holds in zip(self.when, held, strict=True):
            if holds:
                return Reckoned(self.to, f"{each.words}，记 {plain(self.to)}")
        for each, holds in zip(self.when, held, strict=True):
            if holds is None:
                return Reckoned(None, f"不知道是否{each.words}，不计算")
        if of.number is None:
            return Reckoned(None, f"缺{self.of.name}，不计算")
        return Reckoned(of.number, f"没有否决情形，记 {plain(of.number)}")
