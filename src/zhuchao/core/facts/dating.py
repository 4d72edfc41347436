"""When a draft's figure was measured, with what earlier sentences left for it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from zhuchao.core.facts.carrying import is_of_stock
from zhuchao.core.facts.drafts import Draft, Earlier
from zhuchao.core.facts.marks import Dated, Mark, Marked
from zhuchao.core.facts.measuring_dates import has_month, is_month, periods_of
from zhuchao.core.facts.meeting_days import FROM_EARLIER, counted_on
from zhuchao.core.facts.scenes import FIRM, Scene
from zhuchao.core.facts.timing import holds_on, period_of
from zhuchao.core.vocabulary.fact import Dimension, Period
from zhuchao.core.vocabulary.read import Read, State

# What is told of all that was signed or begun.
OF_ALL = ("总投资", "投资总额", "投资额", "金额", "引资")
# From a count of projects to their total.
LONGEST_APART = 24
# What stands at a time, and is told of it further on.
LAST_MONTH = 12
PAUSE = re.compile(r"[、,，]|和|与|及")
STOCK = re.compile(r"余额$|^(?!.*(?:发放|新增|投放|累放)).*(?:贷款|存款)$|不良(?:贷款)?率$|存贷比$")
PART_OF = re.compile(r"(?:[^,，。;；]{0,10}[,，])?其中[,，:：]?[^,，。;；\d]{0,12}")
OF_TOTAL = re.compile(r"占(?:项目|工程|计划)?总投资")
DONE = re.compile("完成|实现|累计|已")
OF_PROJECT = re.compile(r"(?:固定资产|设备|环保|土建|建安)投资")


def when_of(draft: Draft, earlier: Earlier, scene: Scene) -> Read[Period] | None:
    """The period of the figure; a total is of no period."""
    if draft.is_total:
        return None
    if draft.own is not None:
        return draft.own.read(draft.marked.sentence)
    told, metric = _told_for(draft, earlier, scene), draft.metric
    if draft.told_at is not None:
        metric = replace(metric, start=draft.told_at, end=draft.told_at)
    elif (other := draft.of or draft.part) is not None and _is_dated(draft.marked, metric, other):
        metric = replace(metric, end=other.end)
    if scene.project_at(draft.marked, metric.start) and _is_planned(draft):
        return None
    if any(OF_TOTAL.match(each.kind) for each in draft.comparisons):
        told = None  # 已完成投资9.6亿元，占总投资的81%: of a project
    told_on = counted_on(draft.marked, metric, draft.value, earlier.day)
    told_on = told_on or period_of(draft.marked, metric, draft.value, (told, earlier.today))
    is_of_project = scene.project_at(draft.marked, metric.start) is not None
    if not is_of_project:
        told_on = _with_the_whole(draft, told_on, earlier)
        told_on = _of_its_part(draft, told_on, earlier)
    earlier.told = (draft, told_on)
    return told_on


def _of_its_part(
    draft: Draft, period: Read[Period] | None, earlier: Earlier
) -> Read[Period] | None:
    """其中，产业项目完成投资37亿元: of the time of what it is a part of."""
    if earlier.told is None or (period is not None and period.why != FROM_EARLIER):
        return period
    before, whole = earlier.told
    where, since = before.marked, before.metric.end
    if before.value is None or draft.value is None or before.value.unit != draft.value.unit:
        return period
    marked, at = draft.marked, draft.metric.start
    is_near = where is marked or where.sentence.paragraph == marked.sentence.paragraph
    since = since if where is marked else 0
    goes_on = where is marked and earlier.part is marked and period is not None
    is_part = goes_on or (since <= at and PART_OF.fullmatch(marked.text, since, at) is not None)
    if not (is_near and is_part) or (whole is None and period is None):
        return period
    earlier.part = marked
    return whole and Read(whole.value, State.INFERRED, whole.span, why=FROM_EARLIER)


def speak_of(
    marked: Marked, subject: Read[str] | None, period: Read[Period] | None, earlier: Earlier
) -> None:
    """Keeps the firm that the sentence tells of, and the days that it measured over."""
    days = period.value if period is not None and period.why != FROM_EARLIER else None
    mark = next((each for each in marked.dates if each.period == days), None)
    is_written = mark is not None and marked.text[mark.end - 1] in "日号"
    if mark and is_written and days is not None and days.is_range and _is_of_days(days):
        earlier.period, earlier.told_in = mark, marked
    name = (subject.value if subject else None) or ""
    earlier.firm = (marked, name) if FIRM.search(name) else None


def is_of_another(period: Read[Period] | None, subject: Read[str] | None, earlier: Earlier) -> bool:
    """Whether a county's or project's figure would take what an earlier sentence told of a firm."""
    if period is None or period.why != FROM_EARLIER or earlier.period_firm is None:
        return False
    return subject is not None and subject.value != earlier.period_firm


def _with_the_whole(
    draft: Draft, period: Read[Period] | None, earlier: Earlier
) -> Read[Period] | None:
    """其中外资项目4个: a part of what was counted on a day was counted on that day."""
    marked = draft.marked
    if period is None and earlier.counted is not None:
        where, since, whole = earlier.counted
        since = since if where is marked else 0
        is_near = where.sentence.paragraph == marked.sentence.paragraph
        is_near = is_near and (where is marked or marked.text.startswith("其中"))
        if is_near and "其中" in marked.text[since : draft.metric.start]:
            return Read(whole.value, State.INFERRED, whole.span, why=FROM_EARLIER)
        is_total = where is marked and _is_total_of(draft, since)
        if is_total:
            return Read(whole.value, State.INFERRED, whole.span, why=FROM_EARLIER)
    if period is not None and draft.value is not None and _is_of_days(period.value):
        name = marked.text[draft.metric.start : draft.metric.end]
        is_count = draft.value.dimension is Dimension.COUNT or name.endswith(OF_ALL)
        earlier.counted = (marked, draft.value.end, period) if is_count else earlier.counted
    return period


def _is_total_of(draft: Draft, since: int) -> bool:
    """签约项目9个，其中外资项目2个，总投资61亿元: of what was counted right before."""
    text, metric = draft.marked.text, draft.metric
    is_near = 0 <= metric.start - since <= LONGEST_APART
    is_total = text.endswith("总投资", metric.start, metric.end)
    return (
        is_near
        and is_total
        and not any(since <= each.start < metric.start for each in draft.marked.organisations)
    )


def _is_of_days(period: Period | None) -> bool:
    return period is not None and period.first is not None and period.last.day is not None


def _told_for(draft: Draft, earlier: Earlier, scene: Scene) -> tuple[Marked, Dated] | None:
    """What earlier sentences tell for the figure, with where they tell it."""
    metric, paragraph = draft.metric, draft.marked.sentence.paragraph
    told = (earlier.told_in, earlier.period) if earlier.told_in and earlier.period else None
    if told is None and earlier.month is not None:
        is_near = earlier.month[0].sentence.paragraph == paragraph
        told = earlier.month if is_near else None
    name = draft.marked.text[metric.start : metric.end]
    if earlier.stock and STOCK.search(name):
        is_near = earlier.stock[0].sentence.paragraph == paragraph
        told = earlier.stock if is_near else told
    return None if told and _is_of_other(draft, told, scene) else told


def _is_of_other(draft: Draft, told: tuple[Marked, Dated], scene: Scene) -> bool:
    """Whether a project's figure would take the period that was told of its firm or county."""
    own = scene.project_at(draft.marked, draft.metric.start)
    return own is not None and scene.project_at(told[0], told[1].start) is None


def _is_dated(marked: Marked, metric: Mark, part: Mark) -> bool:
    """Whether a date stands between a metric and its part."""
    return any(metric.end <= each.start and each.end <= part.end for each in marked.dates)


def several_before(marked: Marked, metric: Mark, count: int) -> list[Dated]:
    """1—2月、一季度、1—4月 before one metric with as many figures."""
    before = [mark for mark in marked.dates if mark.end <= metric.start][-count:]
    is_row = all(PAUSE.fullmatch(marked.text, a.end, b.start) for a, b in pairwise(before))
    return before if count > 1 and len(before) == count and is_row else []


def _is_planned(draft: Draft) -> bool:
    """其中固定资产投资11亿元 of a project, which no 完成 stands before."""
    text, metric = draft.marked.text, draft.metric
    is_done = DONE.search(text, max(0, metric.start - 8), metric.start)
    return bool(OF_PROJECT.fullmatch(text, metric.start, metric.end)) and not is_done


def remember(marked: Marked, earlier: Earlier) -> None:
    """What the sentence leaves for later ones."""
    for day in marked.dates:
        if day.period and day.period.last.day and not day.period.is_range:
            earlier.day = (marked, day)
    for mark in periods_of(marked):
        if is_of_stock(marked, mark):
            earlier.stock = (marked, mark)
        if is_month(mark) and has_month(mark) and not is_of_stock(marked, mark):
            earlier.month = (marked, mark)
        is_first = earlier.period is None or (
            earlier.period.period is not None and earlier.period.period.first is None
        )
        is_range = mark.period is not None and mark.period.first is not None
        is_ahead = _is_whole_year_ahead(marked, mark, earlier)
        if holds_on(marked, mark) and (is_range or is_first) and not is_ahead:
            earlier.period, earlier.told_in = mark, marked
            firm = earlier.firm
            earlier.period_firm = firm[1] if firm and firm[0] is marked else None


def _is_whole_year_ahead(marked: Marked, mark: Dated, earlier: Earlier) -> bool:
    """全年工业投资增长12%, told in September, is aimed at: nothing later is of that year."""
    last = mark.period.last if mark.period else None
    if earlier.today is None or last is None:
        return False
    is_whole = marked.text.startswith("全年", mark.start)
    return is_whole and last.year == earlier.today.year and earlier.today.month < LAST_MONTH
