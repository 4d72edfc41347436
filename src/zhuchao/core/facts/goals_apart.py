"""Targets told in a row: 城镇、农村居民人均可支配收入分别增长5.5%和6.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zhuchao.core.facts.drafts import Draft
from zhuchao.core.facts.marks import Amount, Mark, Marked, Worded
from zhuchao.core.facts.parts import shared_head, with_part
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Goal
from zhuchao.core.vocabulary.read import Read, State

APART = "分别"
PAUSE = re.compile(r"[、和与及]")
VERB_BEFORE = "动词写在前一个数前面"


def goals_apart(
    marked: Marked, page_text: str, goal: Goal, told: tuple[Mark, Amount]
) -> Iterator[Goal]:
    """The target itself, or as many as figures follow one another behind 分别."""
    metric, amount = told
    row = _row(marked, amount) if APART in marked.text[metric.end : amount.start] else []
    if len(row) < 2 or not isinstance(metric, Worded):
        yield goal
        return
    names = _names(marked, page_text, metric, row)
    first = marked.sentence.span_of(amount.start, amount.end).of(page_text)
    verb = (goal.goal.value or "").split(first)[0]
    for nth, each in enumerate(row):
        figure = said(marked.sentence, page_text, each.start, each.end)
        value = f"{verb}{figure.value}"
        further = Read(value, State.INFERRED, figure.span, why=VERB_BEFORE)
        yield replace(goal, about=names[nth] or goal.about, goal=further if nth else goal.goal)


def _row(marked: Marked, amount: Amount) -> list[Amount]:
    row = [amount]
    for each in marked.amounts:
        is_next = PAUSE.fullmatch(marked.text, row[-1].end, each.start)
        if is_next and each.dimension is amount.dimension:
            row.append(each)
    return row


def _names(
    marked: Marked, page_text: str, metric: Worded, row: Sequence[Amount]
) -> list[Read[str] | None]:
    """What each figure is of, where trades or groups share the metric's head."""
    heads = shared_head(marked, [metric], len(row))
    if not heads:
        return [None for _ in row]
    name = said(marked.sentence, page_text, metric.start, metric.end)
    parts = [with_part(Draft(marked, metric, None, part=p), name, page_text) for p in heads]
    return [*parts, None]
