"""The divisions and towns that a message names, each with the division that it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.grounds import beginning, codes_alone
from zhuchao.core.messages.lexicon import lexicon_of
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.towns import addressed, unlisted, with_ending
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.tables import Tables

# 洛阳镇 in 武进 is not the city of that name; 滨海园 in 启东 not the county.
TOWN_BEHIND = re.compile("镇|乡|街道|村|社区|园(?!区)|工业园|产业园|新城|新村|[南北中东西大]?路")
# Not a word that joins two places, or tells how they are meant.
IN_NAME = later(
    r"[\u4e00-\u9fff]"
    r"(?<![或和及与跟的到至在到去选找近靠离往还也都市县区镇省不要搬迁转移往赴奔挪看问跑])"
)
# 阿里木 150 0000 7812: who is to be rung, and no place.
CALLED = re.compile(r"[\u4e00-\u9fff]{1,2}\s*[:：/-]?\s*1[3-9]\d[\d -]{8}")
# 昆山陆家: what stands between a division and what lies in it.
JOINED = re.compile(r"(?:[市县区镇乡州]|街道|工业园区?)?[\s·-]?")
# 静海/西青, 溧阳、宜兴: what stands between two of a list, of which the same is said.
LISTED = re.compile(r"(?:[市县区镇乡]|街道)?\s?(?:以及|或者?|[、/和及跟与|&+]|还有)?\s?")
# 苏州工业园区胜浦, 涪陵李渡新区: a zone may hold the next name, or end the one before.
ZONE_NAME = re.compile(".*[区园城谷]|高新|经开")
# So many divisions named before may be the one that a town lies in.
FARTHEST = 12
# So long is at most what stands between two that are joined.
LONGEST_JOINT = 6
start_of = attrgetter("start")
_NAMED = frozenset({Kind.PLACE, Kind.TOWN})


class Named(NamedTuple):
    """A division or town, with the clause that it stands in, and the codes that it may have.

    ``home`` is the division that a town follows, where one does; ``is_apart`` is a town that
    stands neither behind a division nor in a list with one.
    """

    part: Clause
    token: Token
    codes: tuple[str, ...]
    home: str = ""
    is_apart: bool = False


def named_places(text: str, clauses: Sequence[Clause], tables: Tables) -> list[Named]:
    """Every division and town in order, each with its clause."""
    told = [(part, [t for t in part.tokens if t.kind in _NAMED]) for part in clauses]
    told = [(part, of_part) for part, of_part in told if of_part]
    if not told:
        return []
    every = [token for _, of_part in told for token in of_part]
    towns = frozenset([token.start for token in every if token.kind is Kind.TOWN])
    divisions = [t for t in every if t.kind is Kind.PLACE and not CALLED.match(text, t.end)]
    real = frozenset([token.start for token in _real(text, divisions, towns, tables)])
    found: list[Named] = []
    for part, of_part in told:
        known = [each for each in of_part if each.start in real or each.kind is Kind.TOWN]
        for token in _with_unlisted(text, part, known, real, tables):
            if found and _ends_name(found[-1].token, token):
                found[-1] = found[-1]._replace(token=_joined(found[-1].token, token))
            else:
                named = _at_home(text, part, token, found, tables)
                whole = with_ending(text, token)
                found.append(named if whole is token else named._replace(token=whole))
    return found if not found else _with_address(text, found, tables)


def _with_unlisted(
    text: str, part: Clause, known: list[Token], real: frozenset[int], tables: Tables
) -> list[Token]:
    """In order, with what no table knows."""
    others = list(unlisted(text, part.tokens, real, lexicon_of(tables)))
    if not others:
        return known
    others = [o for o in others if not any(p.start < o.start < p.end for p in others)]
    return sorted([*_outside(known, others), *others], key=start_of)


def _with_address(text: str, found: list[Named], tables: Tables) -> list[Named]:
    """【上海金山】 位置:漕浜工业区: what a line of its own tells lies in the division before it."""
    last, zone = found[-1], addressed(text, lexicon_of(tables))
    if zone is None or last.token.kind is not Kind.PLACE or last.token.end > zone.start:
        return found
    return [*found, Named(last.part, zone, last.codes, last.token.text)]


def _outside(known: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Without 徐杨 in 徐杨机械园, which is told by its ending."""
    return [
        each
        for each in known
        if each.kind is not Kind.TOWN
        or not any(o.start == each.start and each.end < o.end for o in others)
    ]


def _ends_name(before: Token, token: Token) -> bool:
    """李渡新区, 双凤经开区: a zone that bears a town's name."""
    are_towns = before.kind is Kind.TOWN and token.kind is Kind.TOWN
    return are_towns and before.end == token.start and ZONE_NAME.fullmatch(token.text) is not None


def _joined(before: Token, token: Token) -> Token:
    return before._replace(end=token.end, text=before.text + token.text)


def _at_home(
    text: str, part: Clause, token: Token, before: Sequence[Named], tables: Tables
) -> Named:
    """With what lies around it: a town that the table knows in the division named last."""
    if token.kind is Kind.PLACE:
        return Named(part, token, tables.regions_by_name.get(token.text, ()))
    last = before[-1] if before else None
    if last is not None and _is_set_off(text, last, token, tables):
        return Named(part, token, last.codes, last.token.text)
    if last is not None and not are_joined(text, last.token.end, token.start):
        last = None
    home = "" if last is None else _home(text, last, token)
    known = tables.towns_by_name.get(token.text, ())
    if last is not None and home and not _inside(known, last.codes):
        return Named(part, token, last.codes, home)
    divisions = (each for each in reversed(before) if each.token.kind is Kind.PLACE and each.codes)
    for each in islice(divisions, FARTHEST):
        codes = city_first(each.codes, tables)
        inside = _inside(known, codes)
        if inside:
            return Named(part, token, inside, home, is_apart=last is None)
        inside = _inside(known, [code[:4] + "00" for code in codes])
        if inside:
            return Named(part, token, inside, home if last and last.codes == inside else "")
    return Named(part, token, codes_alone(token.text, lexicon_of(tables)), home)


def _is_set_off(text: str, last: Named, token: Token, tables: Tables) -> bool:
    """高岩 in 昆山 高岩 厂房, which no table knows."""
    is_unlisted = last.token.kind is Kind.PLACE and token.text not in tables.towns_by_name
    return is_unlisted and text[last.token.end : token.start] in (" ", ",")


def _home(text: str, last: Named, token: Token) -> str:
    """昆山 for 陆家 and 千灯 in 昆山陆家、千灯; but 大兴或者亦庄 are two of one rank."""
    if last.token.kind is Kind.TOWN:
        return last.home
    gap = text[last.token.end : token.start]
    return last.token.text if JOINED.fullmatch(gap) else ""


def _inside(known: Iterable[str], codes: Sequence[str]) -> tuple[str, ...]:
    """Where in these divisions a town lies, as narrowly as it is known."""
    starts = tuple(beginning(code) for code in codes)
    inside = [code for code in known if code.startswith(starts)]
    if not inside:  # 照母山 in 两江新区 is known to lie in 重庆
        return tuple(c for c in codes if c.startswith(tuple(beginning(code) for code in known)))
    narrow = [code for code in inside if not code.endswith("00")]
    return tuple(narrow or inside)


def are_joined(text: str, end: int, start: int) -> bool:
    if start - end > LONGEST_JOINT:
        return False
    gap = text[end:start]
    return LISTED.fullmatch(gap) is not None or JOINED.fullmatch(gap) is not None


def _real(text: str, tokens: list[Token], towns: frozenset[int], tables: Tables) -> Iterator[Token]:
    """Without what only looks like a place: 海门临江新区 does not speak of 临江 in Jilin."""
    starts = towns.union(token.start for token in tokens)
    for before, token in zip([None, *tokens], tokens, strict=False):
        gap = text[before.end : token.start] if before is not None else "-"
        if (before is not None and _is_inside_name(gap, token)) or _is_either_way(text, token):
            continue
        is_beside = gap in ("", "·")
        if before is None or not (is_beside or gap.isspace()):
            yield token
            continue
        is_town = token.end not in starts and TOWN_BEHIND.match(text, token.end) is not None
        if is_beside:
            is_part = is_town or _is_far(before.text, token.text, tables)
        else:
            is_part = is_town and _is_far(before.text, token.text, tables)
        if not is_part:
            yield token


def _is_either_way(text: str, token: Token) -> bool:
    """临江不临江无所谓: said with its own denial, a word names nothing."""
    name = token.text
    return text.startswith("不" + name[0], token.end) or (
        text.endswith(name + "不", 0, token.start)
    )


def _is_inside_name(gap: str, token: Token) -> bool:
    """叶县尼龙城: behind a place and one more character, no division begins."""
    is_short = len(gap) == 1 and not token.text.endswith(("市", "县", "区"))
    return is_short and IN_NAME.match(gap) is not None


def _is_far(one: str, other: str, tables: Tables) -> bool:
    first, second = _codes(one, tables), _codes(other, tables)
    provinces = {code[:2] for code in first}
    if not first or not second or any(code[:2] in provinces for code in second):
        return False
    regions = tables.regions
    return all(regions[code].level == "county" for code in second) or all(
        regions[code].level == "county" for code in first
    )


def _codes(name: str, tables: Tables) -> tuple[str, ...]:
    return tables.regions_by_name.get(name, ()) or tables.areas_by_name.get(name, ())


def city_first(codes: tuple[str, ...], tables: Tables) -> tuple[str, ...]:
    """西安 is the city, not the district of that name in another."""
    cities = tuple(code for code in codes if tables.regions[code].level != "county")
    return cities if len(cities) == 1 else codes
