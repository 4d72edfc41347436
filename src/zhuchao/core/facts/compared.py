"""What a change is of: a metric that the words name, a part of the last one, or the last one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.changes import compare, own_metric, row_of
from zhuchao.core.facts.comparing import Compared
from zhuchao.core.facts.drafts import Draft
from zhuchao.core.facts.figures_apart import is_pulled
from zhuchao.core.facts.marks import Amount, Worded
from zhuchao.core.facts.metrics import last
from zhuchao.core.facts.parts import trade_of
from zhuchao.core.facts.shares import share_before
from zhuchao.core.facts.unlisted import grown
from zhuchao.core.vocabulary.fact import Comparison, Dimension

LEAD = re.compile("快于|高于|低于|慢于|好于|高出|领先")
WHOM = re.compile(r"[、,，和与及](?![高低快慢好优比较领同环])(?P<whom>[\u4e00-\u9fff]{2,8})")
# 4月当月增长9.1%: another time than the figure before.
THEN = re.compile(r"(?:当月|单月|当季|单季)")


def led_again(draft: Draft, amount: Amount, start: int) -> Comparison | None:
    """高于全国0.7个、全省0.4个百分点: the lead told before, over another."""
    last_one = draft.comparisons[-1].kind if draft.comparisons else ""
    lead = LEAD.match(last_one)
    whom = WHOM.fullmatch(draft.marked.text, start, amount.start) if lead else None
    if lead is None or whom is None or amount.dimension is not Dimension.POINTS:
        return None
    return Comparison(lead[0] + whom["whom"], amount.read(draft.marked.sentence))


def take_compared(
    drafts: list[Draft],
    compared: Compared,
    group: Sequence[Amount],
    reach: tuple[Sequence[Worded], int],
) -> None:
    """A change of the metric that the words name, of a part of the last one, or of the last one."""
    marked, (metrics, start) = compared.marked, reach
    named = share_before(marked.text, metrics, start, compared.start)
    named = named or own_metric(marked.text, last(metrics, start, compared.start), drafts)
    named = named or grown(marked, start, compared.start, marked.ground.lexicon)
    if trade := trade_of(marked, named, drafts):
        metric, whole = drafts[-1].metric, drafts[-1].whole
        drafts.append(Draft(marked, metric, None, part=trade, whole=whole))
        named = None
    if not named and drafts and THEN.search(marked.text, start, group[0].start):
        drafts.append(Draft(marked, drafts[-1].metric, None, told_at=group[0].start))
    if named is None or not is_pulled(marked.text, named):
        row = row_of(marked.text, metrics, start, named)
        compare(drafts, compared, group, row)
