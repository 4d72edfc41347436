"""A message as clauses: what stands between two stops, with its floor scopes and its stance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from zhuchao.core.messages.choices import one_of_several
from zhuchao.core.messages.floors import MIN_LED, lines_of, named_together
from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.quantities import MONEY, PRICED, UNATTACHED, Quantity, quantity_at
from zhuchao.core.messages.stances import ORDER, Scope, is_only_stance, scopes, stance_of
from zhuchao.core.messages.tokens import BULLET, Kind, Token
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.term import Stance

STOPS = frozenset(",，。;；!！?？\n\r")
# A run without any stop is cut here, or attaching its parts would take quadratic time.
MOST_TOKENS = 60
# 三千平 必须一楼: so much may stand before the floor that a figure is told of.
MOST_BESIDE_FLOOR = 4
RATED = frozenset({"area", "mu", "days", "months", "years"})
PRICE = "price"
WHOSE = "whose"
EACH_ITS_OWN = "分别"
TIMES = {"days": "day", "months": "month", "years": "year"}


class Clause(NamedTuple):
    """The tokens between two stops, the quantities among them, and the blanks between.

    ``led_by`` is the floor that the clause's whole line is about, in a list of floors.
    ``scopes`` tell how firmly its parts are meant, where it speaks of that. The other fields are
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

    @property
    def stance(self) -> Stance | None:
        """How firmly the clause says that it is meant; None where it says nothing of it."""
        return stance_of(self.words)

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
        return is_only_stance(self.tokens)

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
        others = [token for token in self.tokens if not token.has("stance")]
        is_alone = len(others) == 1 and self.has_floor
        is_meant = self.stance in (None, Stance.HARD)
        return others[0].text if is_alone and is_meant else ""

    @property
    def let_floor(self) -> str:
        """出租三楼, 一楼厂房: the floor beside what is let, in a clause without figures."""
        if self.quantities or len(self.floors) != 1:
            return ""
        floor = self.floors[0]
        beside = [t for t in self.words if t.end == floor.start or t.start == floor.end]
        is_let = any(token.has("value", key) for token in beside for key in ("kind", "intent"))
        return floor.text if is_let and floor.text.isdigit() else ""

    def _is_parted(self, start: int, end: int) -> bool:
        return any(
            start <= blank <= end and any(start <= each.start < blank for each in self.quantities)
            for blank in self.blanks
        )


def is_rate_before(time: Quantity, price: Quantity, between: Iterable[Token]) -> bool:
    """一年110万, 一个月预算8千: what the price is for stands before it."""
    if time.dimension not in TIMES or time.figure != 1 or price.time_per:
        return False
    told = [token for token in between if token.start >= time.end]
    is_beside = time.end == price.start or all(
        token.has("head", "rent") or token.has("head", "total_price") for token in told
    )
    return is_beside and (price.dimension in MONEY or (bool(told) and price.dimension == BARE))


def clauses(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses in order; empty ones are left out."""
    parts = [
        _clause(text, run, floor, lexicon)
        for line, floor in lines_of(named_together(text, tokens))
        for run in _runs(line)
        if run
    ]
    return list(_led_alike(list(_told_apart(text, parts))))


def _told_apart(text: str, parts: Iterable[Clause]) -> Iterator[Clause]:
    """一楼和二楼分别1200平和1100平: as many figures as floors, each told of its own."""
    if EACH_ITS_OWN not in text:
        yield from parts
        return
    floors: list[str] = []
    for part in parts:
        floors = _each_of(part.floors) if part.has_floor else floors
        if EACH_ITS_OWN not in text[part.start : part.end]:
            yield part
        elif floors and len(floors) == len(part.quantities):
            for floor, told in zip(floors, part.quantities, strict=True):
                yield part._replace(quantities=(told,), starts=(told.start,), led_by=floor)
        else:
            several = tuple(one_of_several(text, part.quantities, part.tokens))
            yield part._replace(quantities=several, starts=tuple(each.start for each in several))


def _each_of(floors: Sequence[Token]) -> list[str]:
    """The floors one by one of 1-3, where a clause names no other."""
    low, _, high = floors[0].text.partition("-")
    if len(floors) > 1 or not (low.isdigit() and high.isdigit()):
        return []
    return [str(floor) for floor in range(int(low), int(high) + 1)]


def _led_alike(parts: Sequence[Clause]) -> Iterator[Clause]:
    """一楼1000平,22元,二楼900平,15元: what is told alike behind each floor is told of it."""
    groups = _with_likes(parts, _behind_floors(parts))
    told = dict[int, str]()
    if len({floor for floor, _ in groups}) == len(groups) >= MIN_LED:
        alike = _told_alike(parts, [behind for _, behind in groups])
        told = {at: floor for row in alike for at, (floor, _) in zip(row, groups, strict=True)}
    for at, part in enumerate(parts):
        yield part._replace(led_by=told[at]) if at in told else part


def _with_likes(
    parts: Sequence[Clause], groups: Sequence[tuple[str, list[int]]]
) -> list[tuple[str, list[int]]]:
    """Without a floor of which nothing is told that is told of the first: 楼上是做电子的."""
    first = {_shape(parts[at]) for at in groups[0][1]} if groups else set()
    return [
        (floor, behind)
        for floor, behind in groups
        if any(_shape(parts[at]) in first for at in behind)
    ]


def _told_alike(
    parts: Sequence[Clause], groups: Sequence[Sequence[int]]
) -> Iterator[tuple[int, ...]]:
    """Clauses of the same shape, one of each group, in order; what has no like is passed over."""
    left = [list(group) for group in groups]
    for at in groups[0]:
        shape = _shape(parts[at])
        likes = [next((o for o in group if _shape(parts[o]) == shape), -1) for group in left[1:]]
        if -1 not in likes:
            for group, other in zip(left[1:], likes, strict=True):
                del group[: group.index(other) + 1]
            yield (at, *likes)


def _behind_floors(parts: Sequence[Clause]) -> list[tuple[str, list[int]]]:
    """Each floor that a clause begins with, and the clauses with figures up to the next one."""
    groups: list[tuple[str, list[int]]] = []
    for at, part in enumerate(parts):
        if part.led_by:
            return []
        if part.has_floor:
            groups.append((part.floors[0].text, []))
        elif part.quantities and groups:
            groups[-1][1].append(at)
    return groups


def _shape(part: Clause) -> tuple[str, ...]:
    """What kinds of figures a clause tells; a price may go without its unit."""
    return tuple(PRICE if each.dimension in PRICED else each.dimension for each in part.quantities)


def _is_stop(mark: str) -> bool:
    return not STOPS.isdisjoint(mark) or BULLET.match(mark) is not None


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if token.kind is Kind.MARK and _is_stop(token.text):
            yield run
            run = []
        elif token.kind is not Kind.MARK or run:
            run.append(token)
        if len(run) >= MOST_TOKENS:
            yield run
            run = []
    yield run


def _is_of_other(text: str, before: Token | None, token: Token) -> bool:
    """月台高度1.3米, 柱距9米, 六层: a figure of what is no field."""
    if text.startswith("层", token.end):
        return True
    return before is not None and "other" in before.roles and token.start - before.end <= 1


def _add(quantities: list[Quantity], found: Quantity, kept: Sequence[Token]) -> None:
    """Adds a quantity, which may take those in front that only say what it is for."""
    start = found.start
    while quantities and _is_what_for(quantities[-1], found, start):
        start = quantities.pop().start
    if quantities and is_rate_before(quantities[-1], found, kept):
        found = found._replace(time_per=TIMES[quantities.pop().dimension])
    quantities.append(found)


def _is_what_for(before: Quantity, price: Quantity, start: int) -> bool:
    """一平一天八毛: what a price is for, told in front of it, is no size."""
    is_one = before.figure == 1 and before.dimension in RATED
    return is_one and before.end == start and bool(price.area_per or price.time_per)


def _clause(text: str, run: list[Token], led_by: str, lexicon: Lexicon) -> Clause:
    quantities: list[Quantity] = []
    kept: list[Token] = []
    blanks = tuple(token.start for token in run if token.kind is Kind.MARK)
    is_of_others = False  # 隔壁租20: what others pay or paid
    for token in run:
        if token.kind is Kind.MARK:
            continue
        if token.kind is Kind.NUMBER:
            before = kept[-1] if kept else None
            if quantities and token.start < quantities[-1].end:
                continue
            if not is_of_others and not _is_of_other(text, before, token):
                found = quantity_at(text, token, before, lexicon)
                if found.dimension not in UNATTACHED:
                    _add(quantities, found, kept)
        is_of_others = is_of_others or token.has("other", WHOSE)
        kept.append(token)
    if len(quantities) > 1 and EACH_ITS_OWN not in text[run[0].start : kept[-1].end]:
        quantities = one_of_several(text, quantities, kept)
    words = tuple(token for token in kept if token.kind is Kind.WORD)
    return Clause(
        tokens=tuple(kept),
        quantities=tuple(quantities),
        start=run[0].start,
        end=kept[-1].end,
        blanks=blanks,
        words=words,
        floors=tuple(token for token in kept if token.kind is Kind.FLOOR),
        starts=tuple(each.start for each in quantities),
        scopes=scopes(run),
        led_by=led_by,
    )
