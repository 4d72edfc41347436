"""Primitives that make points of measures: ratio, band, coefficient, jury."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from zhuchao.core.scoring.nodes import Facts, Node, Reckoned, hull
from zhuchao.core.scoring.wording import EXACT, plain, range_words, rounded, signed
from zhuchao.core.vocabulary.scoring import Input, Limits, Range, Scored, Taken

ONE = Decimal(1)
# To which limits are told; no scheme rounds to more.
MOST_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio(Node):
    """``full`` points for the whole: of ÷ to × full, above the whole as it is.

    Unknown where ``to`` is not above nought. Source: completion ratio × weight, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "比率"

    of: Node
    to: Node
    full: Decimal = ONE

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of, self.to)

    @property
    def rule(self) -> str:
        told = f"{self.of.name} ÷ {self.to.name}"
        return told if self.full == ONE else f"{told} × {plain(self.full)}"

    def limits(self) -> Limits:
        of, to = self.of.limits(), self.to.limits()
        if of.least is None or of.least < 0 or self.full < 0:
            return Limits()
        least = self._part(of.least, to.most) if to.most else Decimal(0)
        most = self._part(of.most, to.least) if of.most is not None and to.least else None
        return Limits(least, most)

    def _part(self, of: Decimal, to: Decimal) -> Decimal:
        return rounded(EXACT.divide(of * self.full, to), MOST_DIGITS)

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        of, to = numbers
        if to <= 0:
            return Reckoned(None, f"{self.to.name}是 {plain(to)}，不能作分母")
        found = rounded(of * self.full / to, digits)
        told = f"{signed(of)} ÷ {plain(to)}"
        told += "" if self.full == ONE else f" × {plain(self.full)}"
        return Reckoned(found, f"{told} = {plain(found)}")


@dataclass(frozen=True, slots=True)
class Step:
    """What a number in the range is worth."""

    range: Range
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Node):
    """Points by the range in which a number lies; ``outside`` for the rest.

    Unknown in a range of which the rule says nothing. Source: DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "分档"

    of: Node
    steps: tuple[Step, ...]
    outside: Decimal | None = None

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of,)

    @property
    def rule(self) -> str:
        told = [f"{range_words(each.range)} 记 {plain(each.points)}" for each in self.steps]
        told += [] if self.outside is None else [f"其余记 {plain(self.outside)}"]
        return f"按{self.of.name}分档：{'；'.join(told)}"

    def limits(self) -> Limits:
        points = [each.points for each in self.steps]
        points += [] if self.outside is None else [self.outside]
        return Limits(min(points), max(points))

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        value = numbers[0]
        found = next((each for each in self.steps if each.range.holds(value)), None)
        if found is not None:
            return Reckoned(found.points, f"{plain(value)} 在“{range_words(found.range)}”一档")
        if self.outside is not None:
            return Reckoned(self.outside, f"{plain(value)} 不在各档之内")
        return Reckoned(None, f"{plain(value)}：规则没有写到这一段")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient(Node):
    """Functional coefficient: (of − low) ÷ (high − low) × a + b; low and high are of the group.

    ``equal`` is what all get where the group does not differ; None leaves that unknown. Unknown as
    well where ``of`` is not within the group's numbers. Source: 60–100, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "功效系数"

    of: Node
    low: Node
    high: Node
    a: Decimal
    b: Decimal
    equal: Decimal | None = None

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.of, self.low, self.high)

    @property
    def rule(self) -> str:
        low, high = self.low.name, self.high.name
        return f"（{self.of.name} − {low}）÷（{high} − {low}）× {plain(self.a)} + {plain(self.b)}"

    def limits(self) -> Limits:
        ends = [Limits(self.b, self.b), Limits(self.a + self.b, self.a + self.b)]
        ends += [] if self.equal is None else [Limits(self.equal, self.equal)]
        return hull(*ends)

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        of, low, high = numbers
        if not low <= of <= high:
            return Reckoned(None, f"{plain(of)} 不在 {plain(low)} 至 {plain(high)} 之间：请核对")
        if low == high:
            told = f"各家都是 {plain(low)}"
            return Reckoned(self.equal, told if self.equal is not None else f"{told}，规则没有写")
        found = rounded((of - low) * self.a / (high - low), digits) + self.b
        told = f"（{plain(of)} − {signed(low)}）÷（{plain(high)} − {signed(low)}）"
        return Reckoned(found, f"{told}× {plain(self.a)} + {plain(self.b)} = {plain(found)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Jury(Node):
    """The mean of the marks that are left when the highest and lowest are dropped.

    Unknown below ``quorum`` marks. Source: good-project selection with judges, DOMAIN 3.10.
    """

    primitive: ClassVar[str] = "评委"

    marks: Input
    drop_highest: int = 0
    drop_lowest: int = 0
    quorum: int = 1

    @property
    def rule(self) -> str:
        dropped = [
            f"去掉 {count} 个最{which}分"
            for which, count in (("高", self.drop_highest), ("低", self.drop_lowest))
            if count
        ]
        told = "，".join([*dropped, f"不少于 {self.quorum} 位评委"])
        return f"{self.marks.title}的平均分（{told}）"

    def limits(self) -> Limits:
        return Limits(self.marks.least, self.marks.most)

    def read(self, facts: Facts) -> tuple[Taken, ...]:
        return (facts.taken[self.marks.key],)

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        value = facts.taken[self.marks.key].value
        told = value if isinstance(value, tuple) else ()
        marks = sorted(each for each in told if isinstance(each, Decimal))
        if len(marks) < self.quorum:
            return Reckoned(None, f"{len(marks)} 位评委打了分，不足 {self.quorum} 位")
        kept = marks[self.drop_lowest : len(marks) - self.drop_highest]
        found = rounded(sum(kept, Decimal(0)) / len(kept), facts.digits)
        summed = " + ".join(map(plain, kept))
        return Reckoned(found, f"（{summed}）÷ {len(kept)} = {plain(found)}")
