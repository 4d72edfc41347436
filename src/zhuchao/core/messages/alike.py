"""Clauses that tell floors one after another: 一楼1000平,22元,二楼900平,15元."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zhuchao.core.messages.choices import one_of_several
from zhuchao.core.messages.clauses import EACH_ITS_OWN, Clause, plain_clauses
from zhuchao.core.messages.floors import MIN_LED
from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.storeys import EACH
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import PRICED

PRICE = "price"


def clauses(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The clauses in order, with the floor that each is about in a list of floors."""
    parts = plain_clauses(text, tokens, lexicon)
    if EACH_ITS_OWN in text:
        parts = list(_told_apart(text, parts))
    return _led_alike(parts)


def _told_apart(text: str, parts: Iterable[Clause]) -> Iterator[Clause]:
    """一楼和二楼分别1200平和1100平: as many figures as floors, each told of its own."""
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


def _led_alike(parts: list[Clause]) -> list[Clause]:
    """一楼1000平,22元,二楼900平,15元: what is told alike behind each floor is told of it."""
    floors = _behind_floors(parts)
    if len(floors) < MIN_LED:
        return parts
    told: dict[int, str] = {}
    for run in _runs(floors):
        groups = _with_likes(parts, run)
        if len(groups) >= MIN_LED:
            alike = _told_alike(parts, [behind for _, behind in groups])
            told |= {at: floor for row in alike for at, (floor, _) in zip(row, groups, strict=True)}
    return [part._replace(led_by=told[at]) if at in told else part for at, part in enumerate(parts)]


def _runs(
    groups: Iterable[tuple[str, list[int]]],
) -> Iterator[list[tuple[str, list[int]]]]:
    """The floors in runs in which none is told again; 每层 belongs to none."""
    run: list[tuple[str, list[int]]] = []
    for floor, behind in groups:
        if floor == EACH or any(floor == other for other, _ in run):
            yield run
            run = []
        if floor != EACH:
            run.append((floor, behind))
    yield run


def _with_likes(
    parts: Sequence[Clause], groups: Sequence[tuple[str, list[int]]]
) -> list[tuple[str, list[int]]]:
    """Without a floor of which nothing is told that is told of the first: 楼上是做电子的."""
    first = next(({_shape(parts[at]) for at in behind} for _, behind in groups if behind), set())
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
        likes = [
            next((o for o in group if _is_like(parts[at], parts[o])), -1) for group in left[1:]
        ]
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
        if part.floors:
            groups.append((part.floors[0].text, []))
        elif part.quantities and groups:
            groups[-1][1].append(at)
    return groups


def _is_like(one: Clause, other: Clause) -> bool:
    """层高7米 and 层高4.5 tell the same of two floors, 7米 and 4米5, too."""
    heads = _named(one)
    return _shape(one) == _shape(other) or (len(heads) == 1 and heads == _named(other))


def _named(part: Clause) -> set[str]:
    return {each.key for word in part.words for each in word.lexemes if each.role == "head"}


def _shape(part: Clause) -> tuple[str, ...]:
    """What kinds of figures a clause tells; a price may go without its unit."""
    return tuple(PRICE if each.dimension in PRICED else each.dimension for each in part.quantities)
