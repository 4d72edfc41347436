"""What a scheme is made of: the common form of its nodes, and the two that are no primitives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from zhuchao.core.scoring.wording import in_words, plain, range_words
from zhuchao.core.vocabulary.scoring import Input, Limits, Range, Scored, Taken


@dataclass(frozen=True, slots=True)
class Facts:
    """The inputs as taken, by key, and to how many decimals a division is rounded."""

    taken: Mapping[str, Taken]
    digits: int


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number, None where it is unknown, with its working or the reason; see ``Scored``."""

    number: Decimal | None
    working: str
    terms: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A rule over parts; ``source`` is the wording of its document, where there is one.

    One without a title is a step of the node above it, whose rule quotes its own. Without the
    number of a part a node has none, unless its own ``reckon`` says otherwise.
    """

    primitive: ClassVar[str] = ""

    key: str = ""
    title: str = ""
    source: str = ""

    @property
    def parts(self) -> tuple[Node, ...]:
        return ()

    @property
    def name(self) -> str:
        """How the node is called in the rules above it."""
        return self.title or self.rule

    @property
    def rule(self) -> str:
        raise NotImplementedError

    def limits(self) -> Limits:
        """Where its number can lie, whatever goes in."""
        raise NotImplementedError

    def number(self, numbers: Sequence[Decimal], digits: int) -> Reckoned:
        """What comes of the parts' numbers, all of which are known."""
        raise NotImplementedError

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        lacking = [each.title or each.rule for each in parts if each.number is None]
        if lacking:
            return Reckoned(None, f"缺{'、'.join(lacking)}，不计算")
        known = [each.number for each in parts if each.number is not None]
        return self.number(known, facts.digits)

    def scored_parts(self, facts: Facts) -> tuple[Scored, ...]:
        return tuple(each.score(facts) for each in self.parts)

    def read(self, facts: Facts) -> tuple[Taken, ...]:
        """The inputs that the node itself reads."""
        return ()

    def score(self, facts: Facts) -> Scored:
        """The node's number with its explanation."""
        parts = self.scored_parts(facts)
        found = self.reckon(parts, facts)
        return Scored(
            self.key,
            self.title,
            self.primitive,
            self.rule,
            found.number,
            self.limits(),
            found.working,
            parts,
            found.terms,
            self.read(facts),
            self.source,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Node):
    """An input as it stands."""

    input: Input

    @property
    def rule(self) -> str:
        return f"{self.input.title}（{self.input.unit}）" if self.input.unit else self.input.title

    def limits(self) -> Limits:
        return Limits(self.input.least, self.input.most)

    def read(self, facts: Facts) -> tuple[Taken, ...]:
        return (facts.taken[self.input.key],)

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        taken = facts.taken[self.input.key]
        if not isinstance(taken.value, Decimal):
            return Reckoned(None, "没有数据")
        told = in_words(self.input, taken.value)
        return Reckoned(taken.value, f"没有数据，按规则记 {told}" if taken.is_assumed else told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed(Node):
    """A number that the rule itself names."""

    points: Decimal

    @property
    def rule(self) -> str:
        return plain(self.points)

    def limits(self) -> Limits:
        return Limits(self.points, self.points)

    def reckon(self, parts: Sequence[Scored], facts: Facts) -> Reckoned:
        return Reckoned(self.points, plain(self.points))


@dataclass(frozen=True, slots=True)
class Condition:
    """That a part's number lies in a range; ``says`` is the condition in words."""

    of: Node
    range: Range
    says: str = ""

    @property
    def words(self) -> str:
        return self.says or f"{self.of.name} {range_words(self.range)}"

    def holds(self, found: Scored) -> bool | None:
        """None where the number is not known."""
        return None if found.number is None else self.range.holds(found.number)


def add(*limits: Limits) -> Limits:
    """Where a sum of numbers within these limits can lie."""
    return Limits(
        _sum([each.least for each in limits]),
        _sum([each.most for each in limits]),
    )


def times(limits: Limits, factor: Decimal) -> Limits:
    least, most = (None if end is None else end * factor for end in (limits.least, limits.most))
    return Limits(least, most) if factor >= 0 else Limits(most, least)


def hull(*limits: Limits) -> Limits:
    """The narrowest limits around all of these."""
    lows, highs = [each.least for each in limits], [each.most for each in limits]
    return Limits(
        None if None in lows else min(each for each in lows if each is not None),
        None if None in highs else max(each for each in highs if each is not None),
    )


def _sum(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [each for each in ends if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None
