"""A message as clauses: what stands between two stops, with its floor scopes and its stance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from zhuchao.core.messages.choices import one_of_several
from zhuchao.core.messages.floors import lines_of, named_together
from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.stances import ORDER, Scope, is_only_stance, scopes, stance_of
from zhuchao.core.messages.taking import quantities_of
from zhuchao.core.messages.tokens import BULLET, Kind, Token
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import Stance

STOPS = frozenset(",，。;；!！?？\n\r")
# A run without any stop is cut here, or attaching its parts would take quadratic time.
MOST_TOKENS = 60
# 三千平 必须一楼: so much may stand before the floor that a figure is told of.
MOST_BESIDE_FLOOR = 4
NO_ROLES: frozenset[str] = frozenset()
EACH_ITS_OWN = "分别"
# 一楼的小厂房: so much may stand between a floor and what is let there.
AND_OF = 2
# 一、三层楼的底层: the number of an item in a list is no figure.
MOST_ITEMS = 20
COUNTS = frozenset({"count", "count_any", "people", "rooms", "seats"})


class Clause(NamedTuple):
    """The tokens between two stops, the quantities among them, and the blanks between.

    ``led_by`` is the floor that the clause's whole line is about, in a list of floors.
    ``scopes`` tell how firmly its parts are meant, where it speaks of that. ``roles`` are those of
    its words: what none of them can tell need not be looked for. The other fields are
    what is asked for again and again: the words and the floors among the tokens, and where the
    quantities start.
    """

    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    start: int
    end: int
    blanks: tuple[int, ...]
    words: tuple[Token, ...]
    floors: tuple[Token, ...]
    starts: tuple[int, ...]
    scopes: tuple[Scope, ...]
    led_by: str
    roles: frozenset[str]

    @property
    def stance(self) -> Stance | None:
        """How firmly the clause says that it is meant; None where it says nothing of it."""
        return stance_of(self.words) if "stance" in self.roles else None

    def stance_at(self, at: int) -> Stance | None:
        """How firmly what stands at ``at`` is meant; None where nothing is said of it."""
        if not self.scopes:
            return None
        said = {scope.stance for scope in self.scopes if scope.start <= at < scope.end}
        return next((stance for stance in ORDER if stance in said), None)

    @property
    def has_floor(self) -> bool:
        return bool(self.floors)

    @property
    def only_stance(self) -> bool:
        """Whether the clause hardly says more than how firmly the one before it is meant."""
        return "stance" in self.roles and is_only_stance(self.tokens)

    def between(self, start: int, end: int) -> int:
        """How many quantities start between two places."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def floor_at(self, at: int, *, reaches_on: bool = True) -> str:
        """The floor that something at ``at`` is about: the last one named before it.

        Unless it ``reaches_on``, a blank behind a figure ends what the floor speaks of; 每层 speaks
        of what stands beside it alone.
        """
        named = [token for token in self.floors if token.end <= at]
        if not named:
            return ""
        reaches_on = reaches_on and named[-1].value is None
        if not reaches_on and self._is_parted(named[-1].end, at):
            return ""
        return named[-1].text

    def floor_ends_at(self, at: int) -> bool:
        """Whether a floor stands right in front of ``at``: 一楼1300, 二楼都是1200."""
        return any(0 <= at - token.end <= 2 for token in self.floors)

    def floor_behind(self, quantity: Quantity) -> str:
        """2200平一楼: the floor right behind a figure, where nothing else is told of it."""
        behind = [token for token in self.tokens if token.start >= quantity.end]
        first = next((token for token in behind if not token.has("stance")), None)
        is_floor = first is not None and first.kind is Kind.FLOOR and len(self.floors) == 1
        if first is None or not is_floor or first.start - quantity.end > MOST_BESIDE_FLOOR:
            return ""
        return "" if self._tells(first.end) else first.text

    def _tells(self, at: int) -> bool:
        return any(each.start == at for each in self.quantities)

    @property
    def only_floor(self) -> str:
        """The floor of a clause that says nothing else; else empty."""
        if not self.floors:
            return ""
        if any(each.dimension != BARE or each.figure > MOST_ITEMS for each in self.quantities):
            return self._wished_floor
        # 要一楼, 三层楼的底层: what says that it is wanted, and how many there are, is no more.
        others = [each for each in self.tokens if not _is_about_floor(each)]
        is_alone = len(others) == 1
        is_meant = self.stance in (None, Stance.HARD)
        return others[0].text if is_alone and is_meant else ""

    @property
    def _wished_floor(self) -> str:
        """要一楼可以放20台机: the floor that a clause begins with a wish for."""
        begins = len(self.tokens) > 1 and _is_about_floor(self.tokens[0])
        floor = self.tokens[1] if begins else self.tokens[0]
        is_wish = begins and "side" in self.tokens[0].roles and floor.kind is Kind.FLOOR
        are_counts = all(each.dimension in COUNTS for each in self.quantities)
        return floor.text if is_wish and are_counts and len(self.floors) == 1 else ""

    @property
    def let_floor(self) -> str:
        """出租三楼, 一楼厂房: the floor beside what is let, in a clause without figures."""
        if self.quantities or len(self.floors) != 1:
            return ""
        floor = self.floors[0]
        beside = [
            t for t in self.words if t.end == floor.start or 0 <= t.start - floor.end <= AND_OF
        ]
        is_let = any(token.has("value", key) for token in beside for key in ("kind", "intent"))
        return floor.text if is_let and floor.text.isdigit() else ""

    def _is_parted(self, start: int, end: int) -> bool:
        return any(
            start <= blank <= end and any(start <= each.start < blank for each in self.quantities)
            for blank in self.blanks
        )


def _is_about_floor(token: Token) -> bool:
    is_wish = "side" in token.roles and "value" not in token.roles
    is_of_no_field = token.kind is Kind.NUMBER or token.kind is Kind.TOWN
    return is_of_no_field or is_wish or token.has("stance")


def plain_clauses(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses in order, each as it stands by itself; empty ones are left out."""
    return [
        _clause(text, run, floor, lexicon)
        for line, floor in lines_of(named_together(text, tokens))
        for run in _runs(line)
    ]


@lru_cache(maxsize=256)
def _is_stop(mark: str) -> bool:
    return not STOPS.isdisjoint(mark) or BULLET.match(mark) is not None


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    mark = Kind.MARK
    for token in tokens:
        is_mark = token.kind is mark
        if is_mark and _is_stop(token.text):
            if run:
                yield run
            run = []
        elif run or not is_mark:
            run.append(token)
            if len(run) >= MOST_TOKENS:
                yield run
                run = []
    if run:
        yield run


def roles_of(words: Iterable[Token]) -> frozenset[str]:
    """All roles of the words."""
    return NO_ROLES.union(*[word.roles for word in words])


def _clause(text: str, run: list[Token], led_by: str, lexicon: Lexicon) -> Clause:
    quantities, kept = quantities_of(text, run, lexicon)
    word, floor, mark = Kind.WORD, Kind.FLOOR, Kind.MARK
    words: list[Token] = []
    floors: list[Token] = []
    for token in kept:
        if token.kind is word:
            words.append(token)
        elif token.kind is floor:
            floors.append(token)
    roles = roles_of(words)
    if len(quantities) > 1 and EACH_ITS_OWN not in text[run[0].start : kept[-1].end]:
        quantities = one_of_several(text, quantities, kept)
    return Clause(
        tokens=tuple(kept),
        quantities=tuple(quantities),
        start=run[0].start,
        end=kept[-1].end,
        blanks=tuple([token.start for token in run if token.kind is mark]),
        words=tuple(words),
        floors=tuple(floors),
        starts=tuple([each.start for each in quantities]),
        scopes=scopes(run) if "stance" in roles else (),
        led_by=led_by,
        roles=roles,
    )
