"""What a comparison is of: the metric that it names, several in a row, or the last one told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.comparing import Compared
from zhuchao.core.facts.dating import several_before
from zhuchao.core.facts.drafts import Draft
from zhuchao.core.facts.marks import Amount, Worded
from zhuchao.core.facts.metrics import in_a_row
from zhuchao.core.facts.parts import shared_head

# 剔除留抵退税因素后同比增长: what is left out is not what grows.
EXCLUDED = re.compile(r"(?:等)?(?:因素|影响)?后|(?:等)?因素")
OF_LAST = re.compile(r"总量|总额|规模|体量")


def own_metric(text: str, named: Worded | None, drafts: Sequence[Draft]) -> Worded | None:
    """总量占全市的31.5%: a bare word for the last figure is no metric of its own."""
    if named is not None and EXCLUDED.match(text, named.end):
        return None
    is_bare = named is not None and OF_LAST.fullmatch(text, named.start, named.end)
    return None if is_bare and drafts else named


def compare(
    drafts: list[Draft], compared: Compared, group: Sequence[Amount], row: Sequence[Worded]
) -> None:
    """One figure for the last metric, or one each for as many as there are figures."""
    if row and (not drafts or _is_new(row[0], drafts[-1])):
        told = row if len(row) == len(group) else row[-1:]
        periods = several_before(compared.marked, told[0], len(group))
        heads = shared_head(compared.marked, told, len(group))
        drafts += [Draft(compared.marked, told[0], None, part=each) for each in heads]
        is_last = not periods and len(heads) < len(group)
        drafts += [Draft(compared.marked, each, None) for each in told if is_last]
        drafts += [Draft(compared.marked, told[0], None, own=each) for each in periods]
    several = drafts[-len(group) :]
    if len(several) == len(group) and not compared.against_each(group):
        for draft, comparison in zip(several, compared.spread(group), strict=True):
            draft.comparisons.append(comparison)
    elif drafts:
        drafts[-1].comparisons += compared.against_each(group) or [compared.comparison]


def row_of(text: str, metrics: Sequence[Worded], start: int, named: Worded | None) -> list[Worded]:
    """批发业、零售业销售额分别增长14.1%、7.6%: one each."""
    if named is None or named not in metrics:
        return [named] if named else []
    return in_a_row(text, [each for each in metrics if each.start >= start], named)


def _is_new(named: Worded, current: Draft | None) -> bool:
    """Whether a metric stands by itself, not inside 占全区规上工业总产值 of the one before."""
    return current is None or named.start >= (
        current.value.end if current.value else current.metric.end
    )
