"""Figures of other things: 货架要做到9米, 空压机75千瓦, 17米5的车 tell nothing of the house.

Whose a figure is, the nearest word in its clause tells that can own one of its kind, unless what
names the field, or a house, stands between the two or right behind the figure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.text.remembered import built_once
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, TradeRef

WHERE = ("ahead", "behind")
_MONEY, _SIZE, _GROUND = frozenset({"money"}), frozenset({"area"}), frozenset({"area", "mu"})
_PERIOD, _WORD = frozenset({"period"}), "word"
# Of which kinds of figures each field is told.
_TOLD_BY = {
    FieldKey.HEIGHT: frozenset({"length"}),
    FieldKey.AREA: _SIZE,
    FieldKey.MINIMUM_LET: _SIZE,
    FieldKey.YARD_AREA: _GROUND,
    FieldKey.LAND_AREA: _GROUND,
    FieldKey.POWER: frozenset({"power"}),
    FieldKey.RENT: _MONEY,
    FieldKey.SALE_PRICE: _MONEY,
    FieldKey.TOTAL_PRICE: _MONEY,
    FieldKey.LAND_PRICE: _MONEY,
    FieldKey.TAX: _MONEY,
    FieldKey.TERM: _PERIOD,
    FieldKey.RENT_FREE: _PERIOD,
    FieldKey.JOBS: frozenset({"people"}),
}
# So far in front of its figure an owner may stand: 湿租大型货架要做到9米.
_FARTHEST = 12
# And so far ends its name before the figure.
_GAP = 6
# 带装修12块: what a house has owns nothing.
_FITTED = frozenset("带含有送配包")
_STOP = re.compile(r"[,，。;；!！?？、:：\s]")
# 货架是自己带的,5米4三层: what a clause says of a thing goes on in the next.
_IS_OWN = re.compile(
    r"(?:^|[,，。;；\s])(?P<owner>[\u4e00-\u9fff]{2,4}?)(?:[都也就]?是|(?:[我他她]们?|公司|老板)?自[己带备])[^,，。;；\s\d]{1,6}[,，][一二三四五\d]?层?$"
)


class Owners(NamedTuple):
    """What each word owns figures of, by where it stands; and how long the words are.

    ``ahead`` are those in front of a figure, ``behind`` those right behind.
    """

    ahead: Mapping[str, frozenset[str]]
    behind: Mapping[str, frozenset[str]]
    longest: int


@built_once
def owners_of(tables: Tables) -> Owners:
    """The owners of these tables, sorted out at their first use."""
    stands: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for each in tables.owners:
        for where in WHERE if each.role == "both" else (each.role,):
            stands[where][each.word] = frozenset(each.value.split())
    longest = max(len(each.word) for each in tables.owners)
    return Owners(stands["ahead"], stands["behind"], longest)


def without_owned(
    found: Iterable[Finding], text: str, parts: Sequence[Clause], tables: Tables
) -> list[Finding]:
    """The findings without figures and words that belong to something else."""
    owners, found = owners_of(tables), list(found)
    found = _without_parts_of_names(found, text)
    starts = [part.start for part in parts]
    return [
        each
        for each in found
        if not (
            _is_of_name(each, text, owners)
            if isinstance(each.value, bool)
            else each.key in _TOLD_BY
            and isinstance(each.value, Amount)
            and _is_owned(each, text, parts[bisect_right(starts, each.start) - 1], owners)
        )
    ]


def _without_parts_of_names(found: list[Finding], text: str) -> list[Finding]:
    """做电梯曳引机: what is made tells of no lift."""
    names = [
        (each.start, each.end, ref.name)
        for each in found
        if each.key is FieldKey.TRADE and isinstance(each.value, tuple)
        for ref in each.value
        if isinstance(ref, TradeRef)
    ]
    return [
        each
        for each in found
        if not isinstance(each.value, bool | Machines)
        or not any(
            start <= each.start < end
            and each.end - each.start < len(name)
            and text[each.start : each.end] in name
            for start, end, name in names
        )
    ]


def _is_of_name(found: Finding, text: str, owners: Owners) -> bool:
    """天然气阀门, 环评公司, 保密条款: a word that only tells what another thing is for."""
    behind = owners.behind.get(_word_behind(text, found.end, owners))
    return behind is not None and _WORD in behind


def _is_owned(found: Finding, text: str, part: Clause, owners: Owners) -> bool:
    kinds, start, end = _TOLD_BY[found.key], found.start, found.end
    if any(token.start == end and token.has("head", found.key) for token in part.words):
        return False  # 货架区9米层高
    behind = "" if text[end - 1].isspace() else _word_behind(text, end, owners)
    is_before = any(
        token.end == start and len(token.text) > 1 and token.has("head", found.key)
        for token in part.words
    )
    if not is_before and not kinds.isdisjoint(owners.behind.get(behind, ())):
        return True
    before = _IS_OWN.search(text, max(0, start - _FARTHEST), start)
    if before and not kinds.isdisjoint(owners.ahead.get(before["owner"], ())):
        return True
    low = max(start - _FARTHEST, 0)
    stop = _STOP.search(text, low, start)
    while stop:
        low = stop.end()
        stop = _STOP.search(text, low, start)
    return any(
        not kinds.isdisjoint(owners.ahead[text[first:last]]) and not _turns(found, part, last)
        for first, last in _words_ahead(text, low, start, owners)
    )


def _turns(found: Finding, part: Clause, at: int) -> bool:
    """Whether behind ``at`` the clause speaks of the field, of the house, or of another figure."""
    if any(at < each.end <= found.start for each in part.quantities):
        return True
    return any(_is_turn(each, found) for each in part.tokens if at < each.end <= found.start)


def _is_turn(token: Token, found: Finding) -> bool:
    is_named = token.has("head", found.key) or token.has("value", FieldKey.KIND)
    return is_named or token.kind is Kind.FLOOR


def _words_ahead(text: str, low: int, end: int, owners: Owners) -> Iterable[tuple[int, int]]:
    for start in range(low, end):
        is_had = text[start - 1 : start] in _FITTED
        for to in range(min(end, start + owners.longest), start, -1):
            if not is_had and end - to <= _GAP and text[start:to] in owners.ahead:
                yield start, to
                break


def _word_behind(text: str, start: int, owners: Owners) -> str:
    for end in range(start + owners.longest, start, -1):
        if text[start:end] in owners.behind:
            return text[start:end]
    return ""
