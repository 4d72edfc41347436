"""Meetings and lists that give several honours: what a next sentence goes on with."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Marked

# What a next sentence says of the same list or meeting.
CARRIED = re.compile(
    r"同批|同期发布的名单|名单|上榜|榜上有名|此次|本次|一同|会上|表彰|(?:入选|入围|获评|获奖|位列其中)[,，。]"
)
MEETING = re.compile(r"(?:召开|举行)[^。]*(?:大会|表彰)|表彰决定|决定[^。]*表彰")
# 省工信厅公布…名单。甲、乙获评…
PUBLISHED = re.compile(r"(?:公布|发布|印发|下发|揭晓|公示)[^。]{0,30}名单")
ANOTHER = re.compile(r"奖|称号|工匠|还|另|此外|同时|此前|今年以来|近年来|先后")
SHARED = re.compile(r"大会|表彰|会上|决定")


def is_shared(earlier: Marked | None, marked: Marked) -> bool:
    """Whether a meeting or a decision is told that gives all honours of the sentence."""
    return any(each is not None and SHARED.search(each.text) for each in (earlier, marked))


def carries(earlier: Marked | None, marked: Marked) -> bool:
    """Whether the sentence goes on with the list or the meeting of the one before."""
    is_meeting = earlier is not None and (
        MEETING.search(earlier.text)
        or (PUBLISHED.search(earlier.text) and not ANOTHER.search(marked.text))
    )
    return bool(CARRIED.search(marked.text) or is_meeting)
