"""The comparator of places: a county lies within its city, its province, and areas of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zhuchao.core.matching.outcome import Case, Outcome, asks, fails, meets
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import PlaceRef, Value


def within(case: Case) -> Outcome:
    """The property must lie in one of the places asked for.

    A property known only by a wider place (its city, where a county is asked for) is asked.
    """
    wanted, offered = _refs(case.wanted.read.value), _refs(case.offered.read.value)
    targets = _codes(wanted, case.tables)
    sites = _codes(offered, case.tables)
    if _share_a_name(wanted, offered) or any(_lies_in(s, targets, case.tables) for s in sites):
        return meets(_inside(case))
    known = len(targets) >= len(wanted) and len(sites) >= len(offered) > 0
    if not known or any(_lies_in(target, sites, case.tables) for target in targets):
        return asks(f"{case.label} {case.offered_text}，是否在 {case.wanted_text} 待问")
    return fails(f"{case.label} {case.offered_text}，不在 {case.wanted_text}")


def _inside(case: Case) -> str:
    line = f"{case.label} {case.offered_text}"
    is_same = case.offered_text == case.wanted_text
    return line if is_same else f"{line}，在 {case.wanted_text} 之内"


def _refs(value: Value | None) -> tuple[PlaceRef, ...]:
    if not isinstance(value, tuple):
        return ()
    return tuple(item for item in value if isinstance(item, PlaceRef))


def _codes(refs: Sequence[PlaceRef], tables: Tables) -> frozenset[str]:
    codes: set[str] = set()
    for ref in refs:
        codes.update((ref.code,) if ref.code else tables.areas_by_name.get(ref.name, ()))
    return frozenset(codes)


def _share_a_name(wanted: Sequence[PlaceRef], offered: Sequence[PlaceRef]) -> bool:
    uncoded = {ref.name for ref in wanted if not ref.code}
    return any(ref.name in uncoded for ref in offered if not ref.code)


def _lies_in(code: str, places: frozenset[str], tables: Tables) -> bool:
    return any(step in places for step in _upwards(code, tables))


def _upwards(code: str, tables: Tables) -> Iterator[str]:
    while code:
        yield code
        region = tables.regions.get(code)
        code = region.parent_code if region else ""
