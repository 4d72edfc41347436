"""Figures of the metric told last: its value behind a bound or a change, or at another time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zhuchao.core.facts.drafts import Draft
from zhuchao.core.facts.marks import Amount, Marked
from zhuchao.core.facts.metrics import fits

REACHING = re.compile(r"、?(?:已)?(?:达到|达|为|实现)")
REACHES = re.compile(
    r"[,，]?(?:已)?(?:达到?了?|增至|升至|增加到|提高到|降至|降到|减至|至)(?:约|近)?"
)
# A headline rounds so much of what it tells.
ROUNDED = 0.05
REACHED = re.compile(r"(?:大关)?[,，]?")
SO_FAR = re.compile(r"[,，;；]?(?:其中)?[,，]?(?:累计|合计|共)?(?:完成|实现|达到?|为)*(?:约|近)?")


def is_told_in_full(draft: Draft, others: Iterable[Draft]) -> bool:
    """验放车辆超58万辆次 of the headline, where the body tells 58.3万辆次 of the same."""
    value = draft.value
    if draft.marked.sentence.paragraph:
        return False
    if value is None:
        return any(_ends(each) == _ends(draft) and _is_same(each, draft) for each in others)
    if not value.value:
        return False
    return any(
        other.value is not None
        and other.marked.sentence.paragraph
        and (other.value.dimension, other.value.unit) == (value.dimension, value.unit)
        and other.value.value is not None
        and abs(other.value.value - value.value) <= ROUNDED * value.value
        and _ends(other) == _ends(draft)
        for other in others
    )


def _is_same(draft: Draft, headline: Draft) -> bool:
    """Whether the body tells the change that the headline tells: 前6个月外贸增长18.6%."""
    told = {each.value.value for each in draft.comparisons}
    own = {each.value.value for each in headline.comparisons}
    return bool(draft.marked.sentence.paragraph) and bool(own) and own <= told


def _ends(draft: Draft) -> str:
    return draft.marked.text[draft.metric.end - 2 : draft.metric.end]


def is_its_value(current: Draft, amount: Amount, start: int) -> bool:
    """Whether the figure is what was measured, where only a bound or a change was told."""
    return _restates(current, amount, start) or _is_its_own(current, amount, start)


def is_told_again(marked: Marked, current: Draft, amount: Amount, start: int) -> bool:
    """4月总产值46亿元；1—4月累计179亿元: the metric told of another time."""
    value = current.value
    if value is None or (value.dimension, value.unit) != (amount.dimension, amount.unit):
        return False
    dates = [d for d in marked.dates if start <= d.start and d.end <= amount.start]
    if len(dates) != 1 or current.marked is not marked:
        return False
    around = marked.text[start : dates[0].start] + marked.text[dates[0].end : amount.start]
    return bool(SO_FAR.fullmatch(around))


def _is_its_own(current: Draft, amount: Amount, start: int) -> bool:
    """亩均税收同比提高0.4万元，达到9.8万元: the figure itself, behind what it has changed by."""
    if current.value is not None or not fits(current.metric, amount):
        return False
    return REACHES.fullmatch(current.marked.text, start, amount.start) is not None


def _restates(current: Draft, amount: Amount, start: int) -> bool:
    """突破700亿元大关，达到703.5亿元: the second figure is what was measured."""
    text, value = current.marked.text, current.value
    return (
        value is not None
        and value.bound is not None
        and value.dimension is amount.dimension
        and bool(REACHING.fullmatch(text, start, amount.start))
        and REACHED.fullmatch(text, value.end, start) is not None
    )
