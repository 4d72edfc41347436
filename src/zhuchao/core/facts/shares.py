"""Shares that are told as figures of their own: 服务收入占营业收入比重为30%."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.marks import Amount, Worded
from zhuchao.core.facts.metrics import last
from zhuchao.core.vocabulary.fact import Dimension

SHARE = re.compile(
    r"占[\u4e00-\u9fffa-z]{1,16}?(?P<head>的?(?:比重|比例))(?:已|均|分别|稳定|保持|维持|提高|提升|上升|下降|降低)*(?:达到|达|为|至|到|在|约|近|超过|超|突破)*$"
)


def share_at(text: str, amount: Amount, metrics: Sequence[Worded], start: int) -> Worded | None:
    """The share whose figure this is, with the metric right before it where that has no figure.

    None where the words between ``start`` and the figure tell none.
    """
    told = SHARE.search(text, start, amount.start)
    if told is None or amount.dimension is not Dimension.PERCENT:
        return None
    return _named(told, metrics, start)


def is_of_last(text: str, share: Worded, start: int) -> bool:
    """增加值增长8%，占规上工业的比重为69%: a clause of its own compares what was told before."""
    is_bare = share.start == start and text.startswith("占", start)
    return is_bare and text.startswith(("的比重", "的比例"), share.end - 3)


def share_before(text: str, metrics: Sequence[Worded], start: int, end: int) -> Worded | None:
    """The share that has risen or fallen: 占宁波比重同比提高0.4个百分点."""
    told = SHARE.search(text, start, end)
    return _named(told, metrics, start) if told else None


def _named(told: re.Match[str], metrics: Sequence[Worded], start: int) -> Worded | None:
    known = next((m for m in metrics if m.start < told.start() and m.end == told.end("head")), None)
    if known is not None:
        return known  # 研发投入占GDP比重 is a row of the table
    whole = last(metrics, start, told.start())
    begin = whole.start if whole is not None and whole.end == told.start() else told.start()
    inside = last(metrics, begin, told.end()) or (metrics[-1] if metrics else None)
    return None if inside is None else Worded(begin, told.end("head"), inside.lexeme)
