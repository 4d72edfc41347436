"""The comparator of cranes, lifts and docks: how many, of how many tonnes."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.matching.outcome import Case, Outcome, asks, fails, meets
from zhuchao.core.matching.wording import plain
from zhuchao.core.vocabulary.term import Machines


def enough_machines(case: Case) -> Outcome:
    """Each asked-for figure must be reached; a figure that is not told is asked.

    Of several kinds that are asked for each must be there; of several that are offered those
    count together that carry enough.
    """
    wanted, offered = case.wanted.read.value, case.offered.read.value
    if not isinstance(wanted, Machines) or not isinstance(offered, Machines):
        return _asks(case)
    lacks = [_lack(case.label, kind, offered.kinds) for kind in wanted.kinds]
    lack = next(filter(None, lacks), "")
    if lack:
        return fails(lack)
    if None in lacks:
        return _asks(case)
    if case.wanted_text == "有":
        return meets(f"{case.label} {case.offered_text}")
    return meets(f"{case.label} {case.offered_text} ≥ {case.wanted_text}")


def _asks(case: Case) -> Outcome:
    return asks(f"{case.label}待核（{case.offered_text}，需要 {case.wanted_text}）")


def _lack(label: str, wanted: Machines, offered: Sequence[Machines]) -> str | None:
    """What is lacking of one kind: empty where nothing is, None where it is not told."""
    needed = max(wanted.count or 1, 1)
    carries = [each.tonnes for each in offered if each.tonnes is not None]
    is_untold = len(carries) < len(offered)
    if wanted.tonnes and not is_untold and max(carries) < wanted.tonnes:
        return f"{label} {plain(max(carries))} t < {plain(wanted.tonnes)} t"
    least = wanted.tonnes or 0.0
    counts = [each.count for each in offered if each.tonnes is None or each.tonnes >= least]
    together = sum(count for count in counts if count is not None)
    if None not in counts and together < needed:
        return f"{label} {together} 台 < {needed} 台"
    is_open = (needed > 1 and None in counts) or (bool(wanted.tonnes) and is_untold)
    return None if is_open else ""
