"""Which inspections a rule wants and by when, and the mark that a template gives."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.inspection import (
    Every,
    InspectionState,
    Item,
    Mark,
    Part,
    Period,
    Quarter,
    Template,
)
from zhuchao.core.workdays import is_working_day

_S = InspectionState
QUARTER_MONTHS = 3
STATE_NAMES = {
    _S.PLANNED: "待检查",
    _S.ON_SITE: "检查中",
    _S.SIGNED: "已签字",
    _S.PUBLISHED: "已公布",
}
NEXT: Mapping[InspectionState, frozenset[InspectionState]] = {
    _S.PLANNED: frozenset({_S.ON_SITE, _S.SIGNED}),
    _S.ON_SITE: frozenset({_S.ON_SITE, _S.SIGNED}),
    _S.SIGNED: frozenset({_S.PUBLISHED}),
    _S.PUBLISHED: frozenset(),
}


def require_next(now: InspectionState, then: InspectionState) -> None:
    """Raises: Refused, where an inspection cannot go on like that."""
    if then not in NEXT[now]:
        raise Refused(
            f"这次检查{STATE_NAMES[now]}，不能再改为“{STATE_NAMES[then]}”：请刷新后看最新情况"
        )


def period_of(every: Every, day: date) -> Period:
    """The month or quarter in which the day lies, to be inspected by its last working day.

    Raises: Refused, for a tour, which no rule plans.
    """
    if every is Every.TOUR:
        raise Refused("观摩不按月按季排：请直接建立一次观摩，写明日期和点位")
    if every is Every.MONTH:
        return _period(f"{day.year}年{day.month}月", day.replace(day=1), day.month)
    number = (day.month - 1) // QUARTER_MONTHS
    first = date(day.year, number * QUARTER_MONTHS + 1, 1)
    title = f"{day.year}年第{'一二三四'[number]}季度"
    return _period(title, first, first.month + QUARTER_MONTHS - 1)


def _period(title: str, first: date, month: int) -> Period:
    last = date(first.year, month, monthrange(first.year, month)[1])
    due_on = last
    while not is_working_day(due_on) and due_on > first:
        due_on -= timedelta(days=1)
    return Period(title, first, last, due_on)


def mark_of(template: Template, marks: Mapping[str, float]) -> Mark:
    """The mark of 100 that the marks of the items give; None where one is not marked yet.

    Raises: Refused, for an item that there is not, and a mark below nought or above the full one.
    """
    for key, given in marks.items():
        item = template.item(key)
        if item is None:
            raise Refused(f"评分表“{template.title}”没有“{key}”这一项")
        if not 0 <= given <= item.full:
            raise Refused(f"“{item.title}”满分 {item.full:g}：请填 0 到 {item.full:g}")
    return weighted(_part(item, marks.get(item.key)) for item in template.items)


def quarter_mark(quarter: Quarter, months: Sequence[float | None], leaders: float | None) -> Mark:
    """The mark of a quarter from those of its three months and of the leaders, each of 100.

    Raises: Refused, where they are not three.
    """
    if len(months) != QUARTER_MONTHS:
        raise Refused("一个季度要有三个月的得分")
    parts = [
        Part(f"第{'一二三'[number]}个月", quarter.month_weight, points, _told(points))
        for number, points in enumerate(months)
    ]
    last = Part("领导评分", quarter.leaders_weight, leaders, _told(leaders))
    return weighted((*parts, last))


def weighted(parts: Iterable[Part]) -> Mark:
    """The weighted sum, told as a formula; what is not marked makes the whole unknown."""
    listed = tuple(parts)
    formula = " + ".join(f"{part.weight * 100:g}% × {part.told}" for part in listed)
    if any(part.points is None for part in listed):
        return Mark(None, listed, formula)
    points = sum(part.weight * (part.points or 0) for part in listed)
    return Mark(points, listed, f"{formula} = {points:.2f}")


def _part(item: Item, given: float | None) -> Part:
    if given is None:
        return Part(item.title, item.weight, None, "未评")
    told = f"{given:g}" if item.full == 100 else f"{given:g}/{item.full:g} × 100"
    return Part(item.title, item.weight, given / item.full * 100, told)


def _told(points: float | None) -> str:
    return "未评" if points is None else f"{points:.4g}"
