"""What signings count for: a project once, at its first signing, whatever was signed after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zhuchao.core.text.companies import normal_name
from zhuchao.core.vocabulary.count import Count, Counted, CountRule, OwnerChange, Project, Signing

WAN = 10_000
# Words that half of all titles have; what is left tells projects apart.
GENERAL = ("新建", "扩建", "建设", "投资", "生产", "基地", "项目", "一期", "二期", "(", ")")
# Below it a title is a word such as 电池 and names no project.
SHORTEST_TITLE = 4


@dataclass(slots=True)
class _Ledger:
    """What was counted so far: by root project, its first signing."""

    projects: Mapping[int, Project]
    rule: CountRule
    first: dict[int, Count] = field(default_factory=dict)


def count(
    signings: Iterable[Signing], projects: Iterable[Project], rule: CountRule
) -> tuple[Count, ...]:
    """What each signing counts for, in the order in which they were signed.

    Projects that are the same are one, and a framework agreement is no signing. Signings of a
    project that is not among ``projects`` are left out.
    """
    ledger = _Ledger({each.number: each for each in projects}, rule)
    known = (each for each in signings if each.project in ledger.projects)
    return tuple(_count(ledger, each) for each in sorted(known, key=lambda s: (s.on, s.number)))


def root_of(number: int, projects: Mapping[int, Project]) -> int:
    """The project in whose place one is counted; a ring ends where it began."""
    seen = {number}
    while (of := projects[number].same_as) is not None and of in projects and of not in seen:
        number = of
        seen.add(of)
    return number


def _count(ledger: _Ledger, signing: Signing) -> Count:
    rule, root = ledger.rule, root_of(signing.project, ledger.projects)
    project = ledger.projects[root]
    if signing.kind in rule.preliminary:
        return _none(signing, root, f"{signing.kind_name}不是正式协议，不算签约")
    if project.kind in rule.not_recognised:
        return _none(signing, root, f"{project.kind_name}不计入招商签约（{rule.title}）")
    parent = _parent(ledger, root)
    if parent is not None:
        return _increment(ledger, signing, parent, "是在原项目上的增资，只计增量，不计个数")
    if signing.kind in rule.increments_by:
        return _increment(ledger, signing, root, "是补充或增资协议，只计增量，不计个数")
    earlier = ledger.first.get(root)
    if earlier is not None:
        return _none(signing, earlier.project, _already(ledger, signing, earlier))
    return _first(ledger, signing, root)


def _parent(ledger: _Ledger, root: int) -> int | None:
    parent = ledger.projects[root].increment_of
    return root_of(parent, ledger.projects) if parent in ledger.projects and parent else None


def _first(ledger: _Ledger, signing: Signing, root: int) -> Count:
    rule = ledger.rule
    if rule.floor_yuan is not None:
        if signing.amount is None:
            why = f"投资额未知，无法对照起点 {_wan(rule.floor_yuan)}：补填金额后再计"
            return _none(signing, root, why)
        if signing.amount < rule.floor_yuan:
            return _none(signing, root, f"投资额未到起点 {_wan(rule.floor_yuan)}")
    stays = rule.owner_change is OwnerChange.STAYS
    made = Count(
        signing, Counted.FIRST, signing.project if stays else root, signing.amount, "首次签约"
    )
    ledger.first[root] = made
    return made


def _increment(ledger: _Ledger, signing: Signing, root: int, why: str) -> Count:
    if signing.amount is None or signing.amount <= 0:
        return _none(signing, root, f"{why}；没有写明增加的金额，补填后再计")
    earlier = ledger.first.get(root)
    if earlier is None:
        return _none(signing, root, f"{why}；原项目还没有计入签约，增量暂不计")
    return Count(signing, Counted.INCREMENT, earlier.project, signing.amount, why)


def _already(ledger: _Ledger, signing: Signing, earlier: Count) -> str:
    told = earlier.signing
    name = ledger.projects[told.project].name
    where = "" if told.project == signing.project else f"（{name}，已认定为同一项目）"
    return f"{told.on} 已在首次签约时计过{where}，再次签约不重复计"


def _none(signing: Signing, project: int, why: str) -> Count:
    return Count(signing, Counted.NOT, project, None, why)


def total(counts: Iterable[Count], year: int | None = None) -> tuple[int, Decimal]:
    """How many projects, and how much money in yuan; of one year where one is named."""
    told = [each for each in counts if _is_of(each.signing.on, year)]
    number = sum(each.outcome is Counted.FIRST for each in told)
    return number, sum((each.amount or Decimal(0) for each in told), Decimal(0))


def _is_of(on: date, year: int | None) -> bool:
    return year is None or on.year == year


def title_core(title: str) -> str:
    """What of a title tells its project from others; empty where too little is left."""
    core = normal_name(title)
    for word in GENERAL:
        core = core.replace(word, "")
    return core if len(core) >= SHORTEST_TITLE else ""


def may_be_same(title: str, other: str) -> bool:
    """Whether two titles may name one project: one is, or stands in, the other."""
    one, two = title_core(title), title_core(other)
    return bool(one and two) and (one in two or two in one)


def _wan(yuan: Decimal) -> str:
    return f"{(yuan / WAN).normalize():,f} 万元"
