"""What follows from a share of the year's plan and a lead over the baseline (序时)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zhuchao.core.vocabulary.fact import Comparison, Derived
from zhuchao.core.vocabulary.read import Read, State

OF_PLAN = re.compile(r"^占.*(?:计划|目标|任务|预算)")
AHEAD, BEHIND = "超序时", "慢于序时"
PLAN, BASELINE = "全年计划", "序时基线"


def derived_from(value: Read[float], comparisons: Iterable[Comparison]) -> tuple[Derived, ...]:
    """The plan's total and the implied baseline, each with its working.

    80.7 亿 that are 35.1 % of the plan make a plan of 229.9 亿; 10.1 points ahead of the baseline
    put it at 25.0 %, which no linear curve gives: it is what the text implies, not what is right.
    """
    told = list(comparisons)
    share = next((each.value for each in told if OF_PLAN.search(each.kind)), None)
    lead = next((each for each in told if each.kind in (AHEAD, BEHIND)), None)
    return tuple(_derived(value, share, lead))


def _derived(
    value: Read[float], share: Read[float] | None, lead: Comparison | None
) -> Iterator[Derived]:
    if share is None or not share.value:
        return
    if value.value is not None:
        total = value.value / share.value
        why = f"完成数除以占全年计划的 {share.value:.1%}"
        yield Derived(PLAN, Read(total, State.INFERRED, share.span, value.unit, why))
    if lead is not None and lead.value.value is not None:
        points = lead.value.value if lead.value.unit else lead.value.value * 100
        points *= 1 if lead.kind == AHEAD else -1
        baseline = round(share.value - points / 100, 6)
        why = f"完成 {share.value:.1%}，与序时相差 {points:+g} 个百分点，即序时为 {baseline:.1%}"
        yield Derived(BASELINE, Read(baseline, State.INFERRED, lead.value.span, "", why))
