"""Figures of other things: 货架要做到9米, 空压机75千瓦, 17米5的车 tell nothing of the house.

Whose a figure is, the nearest word in its clause tells that can own one of its kind, unless what
names the field, or a house, stands between the two or right behind the figure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.lexicon import Index, indexed, longest
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.text.remembered import built_once
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, TradeRef

_COUNTS = frozenset({"count", "count_any"})
WHERE = ("ahead", "behind")
_MONEY, _SIZE, _GROUND = frozenset({"money"}), frozenset({"area"}), frozenset({"area", "mu"})
_PERIOD, _WORD, _WEIGHT = frozenset({"period"}), "word", "tonnes"
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
# 带装修12块, 连设备280万: what a house has owns nothing.
_FITTED = frozenset("带含有送配包连同")
# 长12米高4.5: what is told across is no height.
_ACROSS = re.compile(r"[长宽深径](?:\d[\d.]*(?:米|m)?高)?$")
# What stands in front of a figure in its clause.
_WITHIN = re.compile(r"[^,，。;；!！?？、:：\s]*$")
_IS_PARTED = re.compile("[,，(（].{0,2}$")
_HEIGHT, _LOAD = FieldKey.HEIGHT, FieldKey.LOAD
# 承重, 荷载: but of 压得住3吨叉车 the forklift tells its weight.
_NAMES_LOAD = frozenset("重载荷")
# 货架是自己带的,5米4三层: what a clause says of a thing goes on in the next.
_IS_OWN = re.compile(
    r"(?:^|[,，。;；\s])(?P<owner>[\u4e00-\u9fff]{2,4}?)(?:[都也就]?是|(?:[我他她]们?|公司|老板)?自[己带备])[^,，。;；\s\d]{1,6}[,，(（](?:[一二三四五\d]?层?|[高长宽]度?)$"
)


class Owners(NamedTuple):
    """What each word owns figures of: ``ahead`` of a figure, or right ``behind`` it.

    ``leading`` and ``following`` are the words of both by their first two characters.
    """

    ahead: Mapping[str, frozenset[str]]
    behind: Mapping[str, frozenset[str]]
    leading: Index
    following: Index


@built_once
def owners_of(tables: Tables) -> Owners:
    """The owners of these tables, sorted out at their first use."""
    stands: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for each in tables.owners:
        for where in WHERE if each.role == "both" else (each.role,):
            stands[where][each.word] = frozenset(each.value.split())
    ahead, behind = (stands[where] for where in WHERE)
    return Owners(ahead, behind, indexed(ahead), indexed(behind))


def without_owned(
    found: Iterable[Finding], text: str, parts: Sequence[Clause], tables: Tables
) -> list[Finding]:
    """The findings without figures and words that belong to something else."""
    owners, found = owners_of(tables), list(found)
    found = _without_parts_of_names(found, text)
    starts = [part.start for part in parts]
    return [each for each in found if not _is_of_other(each, text, parts, starts, owners)]


def _is_of_other(
    found: Finding, text: str, parts: Sequence[Clause], starts: Sequence[int], owners: Owners
) -> bool:
    if isinstance(found.value, bool):
        return _is_behind(found, text, owners, _WORD)
    part = parts[bisect_right(starts, found.start) - 1]
    if found.key is _LOAD:
        return not _is_headed(found, part) and _is_behind(found, text, owners, _WEIGHT)
    if not isinstance(found.value, Amount) or found.key not in _TOLD_BY:
        return False
    return _is_owned(found, text, part, owners)


def _without_parts_of_names(found: list[Finding], text: str) -> list[Finding]:
    """做电梯曳引机: what is made tells of no lift."""
    names = [
        (each.start, each.end, ref.name)
        for each in found
        if each.key is FieldKey.TRADE and isinstance(each.value, tuple)
        for ref in each.value
        if isinstance(ref, TradeRef)
    ]
    if not names:
        return found
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


def _is_headed(found: Finding, part: Clause) -> bool:
    """承重3吨叉车可上楼: what names the field stands right in front of the figure."""
    return any(
        each.end == found.start and each.has("head", found.key) and each.text[-1] in _NAMES_LOAD
        for each in part.words
    )


def _is_behind(found: Finding, text: str, owners: Owners, kind: str) -> bool:
    """天然气阀门, 环评公司: what another thing is; 压得住3吨叉车: what another weighs."""
    behind = longest(owners.following, text, found.end)
    return bool(behind) and kind in owners.behind[behind]


def _is_owned(found: Finding, text: str, part: Clause, owners: Owners) -> bool:
    start, end = found.start, found.end
    behind = "" if text[end - 1].isspace() else longest(owners.following, text, end)
    before = text[max(0, start - _FARTHEST) : start]
    ahead = list(_words_ahead(text, start - len(before), start, owners))
    is_across = found.key is _HEIGHT and _ACROSS.search(before) is not None
    if not (behind or ahead or is_across):
        return False  # most figures stand beside no such word
    heads = [each for each in part.words if each.has("head", found.key)]
    is_price = _TOLD_BY[found.key] is _MONEY and any(last == start for _, last in ahead)
    if any(head.start == end for head in heads) and not is_price:
        return False  # 货架区9米层高, but 家具两万打包
    if behind and not _TOLD_BY[found.key].isdisjoint(owners.behind[behind]):
        return not any(head.end == start and len(head.text) > 1 for head in heads)
    return is_across or _is_led(found, text, part, ahead, owners)


def _is_led(
    found: Finding, text: str, part: Clause, ahead: Iterable[tuple[int, int]], owners: Owners
) -> bool:
    """Whether one of the words in front owns it: in its clause, or in one that tells of itself."""
    kinds, start = _TOLD_BY[found.key], found.start
    low = max(0, start - _FARTHEST)
    before = text[low:start]
    own = _IS_OWN.search(before) if _IS_PARTED.search(before) else None
    if own and not kinds.isdisjoint(owners.ahead.get(own["owner"], ())):
        return True
    within = _WITHIN.search(before)
    low += within.start() if within else 0
    return any(
        first >= low
        and start - last <= _GAP
        and not kinds.isdisjoint(owners.ahead[text[first:last]])
        and not _turns(found, part, last)
        for first, last in ahead
    )


def _turns(found: Finding, part: Clause, at: int) -> bool:
    """Whether behind ``at`` the clause speaks of the field, of the house, or of another figure."""
    if any(
        at < each.end <= found.start and not _only_counts(each, found) for each in part.quantities
    ):
        return True
    return any(_is_turn(each, found) for each in part.tokens if at < each.end <= found.start)


def _only_counts(other: Quantity, found: Finding) -> bool:
    """停车一个位150每月, 压机6台最高5米8: what only counts the owner."""
    is_count = other.dimension in _COUNTS and found.key is FieldKey.HEIGHT
    return is_count or other.figure == 1


def _is_turn(token: Token, found: Finding) -> bool:
    is_named = token.has("head", found.key) or token.has("value", FieldKey.KIND)
    return is_named or token.kind is Kind.FLOOR


def _words_ahead(text: str, low: int, end: int, owners: Owners) -> Iterator[tuple[int, int]]:
    leading = owners.leading
    for start in range(low, end - 1):
        if text[start : start + 2] in leading:
            to = start + len(longest(leading, text, start))
            if start < to <= end and text[start - 1 : start] not in _FITTED:
                yield start, to
