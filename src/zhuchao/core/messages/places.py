"""Where: the divisions that a message names, without those that it only comes from or passes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.grounds import beginning
from zhuchao.core.messages.named_places import (
    ZONE_NAME,
    Named,
    are_joined,
    city_first,
    named_places,
)
from zhuchao.core.messages.stances import INDIFFERENT
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.towns import other_zones
from zhuchao.core.messages.whereabouts import (
    is_distance,
    is_elsewhere,
    is_landmark,
    is_turned_away,
)
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef, Stance

# An area of so many cities (苏北) only says where those lie that are named behind it.
SEVERAL = 3
# 大兴优先,亦庄也行, 滁州或来安: neither is there to tell where the other lies.
LIKED = re.compile("或者?|以及|也行|都行|优先|最好|更好|首选|为佳|更佳|尤其")


def places(
    text: str, clauses: Sequence[Clause], tables: Tables, *, whole: str = "", is_demand: bool = True
) -> Iterator[Finding]:
    """All places that are asked for, as one finding; those that are excluded, as another.

    ``whole`` is the text with its asides, which tell where a place is none that is asked for.
    """
    named = named_places(text, clauses, tables)
    if not named:
        return
    whole = whole or text
    meant: dict[bool, list[Named]] = {False: [], True: []}
    for each in _lists(text, _aims(whole, named)):
        start, end = each[0].token.start, each[-1].token.end
        if is_turned_away(whole, start, end):
            meant[True] += each
        elif not is_elsewhere(whole, start, end, is_demand=is_demand):
            meant[False] += each
    for is_excluded, found in meant.items():
        if found:
            yield _placed(text, found, _stance(found, is_excluded), tables)


def _lists(text: str, named: Sequence[Named]) -> list[list[Named]]:
    """Places side by side, of which the same is said."""
    return _runs(named, lambda one, other: are_joined(text, one.token.end, other.token.start))


def _runs(named: Sequence[Named], are_one: Callable[[Named, Named], bool]) -> list[list[Named]]:
    runs: list[list[Named]] = []
    for each in named:
        if runs and are_one(runs[-1][-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _aims(text: str, named: Sequence[Named]) -> list[Named]:
    """Without what is only near, where other places are asked for: 青岛北站, 近深圳."""
    aims = [
        each
        for some in _lists(text, named)
        for name in _runs(some, lambda one, other: one.token.end == other.token.start)
        for each in name
        if not is_landmark(text, some[0].token.start, name[-1].token.end)
    ]
    return [
        each for each in aims or named if not is_distance(text, each.token.start, each.token.end)
    ]


def _stance(found: Sequence[Named], is_excluded: bool) -> Stance | None:
    """浙江优先: all that is named is only liked best."""
    if is_excluded:
        return Stance.EXCLUDED
    said = {_liking(each.part, each.token.start) for each in found}
    return Stance.SOFT if said == {Stance.SOFT} else None


def _liking(part: Clause, at: int) -> Stance | None:
    """How a place of a clause is meant: 江苏都行 likes none of them better."""
    stance = part.stance_at(at)
    is_soft = stance is Stance.SOFT
    return None if is_soft and any(t.text in INDIFFERENT for t in part.words) else stance


def _placed(text: str, named: list[Named], stance: Stance | None, tables: Tables) -> Finding:
    refs, unclear = [], list[str]()
    every = [each.token for each in named]
    for each in _narrower(text, named, tables):
        codes, name = each.codes, each.token.text
        if each.token.kind is Kind.PLACE:
            codes = _within(codes, every, tables) if len(codes) > 1 else codes
            codes = city_first(codes, tables) if len(codes) > 1 else codes
            codes = codes or tables.areas_by_name.get(name, ())
        code = codes[0] if len(codes) == 1 else ""
        refs.append(PlaceRef(each.home + name, code))
        refs += [PlaceRef(*zone) for zone in other_zones(text, each.token, tables)]
        if len(each.codes) > 1 and not code:
            unclear.append(name)
    why = f"“{'、'.join(unclear)}”不止一处，未写所属城市" if unclear else ""
    first, last = every[0], every[-1]
    near = last.end if last.end - first.start <= 40 else first.end
    return Finding(FieldKey.PLACE, tuple(dict.fromkeys(refs)), first.start, near, "", why, stance)


def _within(codes: tuple[str, ...], tokens: list[Token], tables: Tables) -> tuple[str, ...]:
    """Of several divisions of one name, those that lie in another place of the message."""
    others = {code for t in tokens for code in tables.regions_by_name.get(t.text, ())} - set(codes)
    inside = tuple(
        code
        for code in codes
        if tables.regions[code].parent_code in others
        or any(code.startswith(other[:2]) and other.endswith("0000") for other in others)
    )
    return inside or codes


def _narrower(text: str, named: Sequence[Named], tables: Tables) -> list[Named]:
    """Without what only says where another lies that is named behind it."""
    if len(named) == 1:
        return list(named)
    kept, held = list[Named](), set[str]()
    for each, following in zip(reversed(named), [None, *reversed(named)], strict=False):
        areas = tables.areas_by_name.get(each.token.text, ())
        codes = each.codes or (areas if len(areas) >= SEVERAL else ())
        holds = each.token.kind is Kind.PLACE and any(beginning(c) in held for c in codes)
        holds = holds and not LIKED.match(text, each.token.end)
        if not holds and not _leads_to(each, following):
            kept.append(each)
        held.update(_holders(text, each, tables))
    return kept[::-1]


def _leads_to(each: Named, following: Named | None) -> bool:
    """昆山陆家, 苏州工业园区胜浦: a town stands right behind."""
    if following is None or not following.home:
        return False
    if each.token.kind is Kind.PLACE:
        return following.home == each.token.text
    is_beside = each.token.end == following.token.start
    return is_beside and ZONE_NAME.fullmatch(each.token.text) is not None


def _holders(text: str, each: Named, tables: Tables) -> Iterator[str]:
    """无锡找厂房,梁溪或者滨湖: how the codes of what holds a place begin.

    A county holds a town that is named apart from it, unless that one is but liked best.
    """
    areas = tables.areas_by_name.get(each.token.text, ()) if not each.codes else ()
    is_part = each.is_apart and not LIKED.match(text, each.token.end)
    for code in (*each.codes, *areas):
        start = beginning(code)
        yield from (code[:2], code[:4]) if len(start) > 4 else (code[:2],)
        if is_part or (areas and len(areas) == 1):
            yield start
