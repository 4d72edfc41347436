"""The comparator of cranes, lifts and docks: how many, of how many tonnes."""

from __future__ import annotations

from zhuchao.core.matching.outcome import Case, Outcome, asks, fails, meets
from zhuchao.core.matching.wording import plain
from zhuchao.core.vocabulary.term import Machines


def enough_machines(case: Case) -> Outcome:
    """Each asked-for figure must be reached; a figure that is not told is asked."""
    wanted, offered = case.wanted.read.value, case.offered.read.value
    if not isinstance(wanted, Machines) or not isinstance(offered, Machines):
        return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")
    needed = max(wanted.count or 1, 1)
    if offered.count is not None and offered.count < needed:
        return fails(f"{case.label} {offered.count} 台 < {needed} 台")
    if wanted.tonnes and offered.tonnes is not None and offered.tonnes < wanted.tonnes:
        return fails(f"{case.label} {plain(offered.tonnes)} t < {plain(wanted.tonnes)} t")
    untold = (wanted.tonnes and offered.tonnes is None) or (needed > 1 and offered.count is None)
    if untold:
        return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")
    if case.wanted_text == "有":
        return meets(f"{case.label} {case.offered_text}")
    return meets(f"{case.label} {case.offered_text} ≥ {case.wanted_text}")
