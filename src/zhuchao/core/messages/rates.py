"""Rates: for what area and what time a price or a number is told, behind it or before it."""

from __future__ import annotations

import re

# 1.5元/天/平, 8毛5一天一平: the time may stand first.
RATE_TIME_FIRST = re.compile(
    r"\s*[/每一]\s*(?P<time>天|日|个?月|年)\s*[/每一·.]\s*(?P<area>千平方米|千平|亩|平方米|平米|平方|㎡|m2|平|方)"
)
RATE = re.compile(
    r"\s*(?:(?:/|每|一|1(?=平|亩|㎡|m2))\s*(?P<area>千平方米|千平|公顷|亩|平方米|平米|平方|m2|平|方))?"
    r"(?:\s*(?:/|每|一|\.|·)\s*(?P<each>天|日|个月|月|年)|(?P<time>天|日|个月|月|年))?"
)
# 每平每月17: what a price is for may stand before it.
RATE_BEFORE = re.compile(
    r"[每一](?P<area>平方米|平米|平方|㎡|m2|平|亩)地?\s*[每/一]?(?P<time>天|日|个?月|年)?\s*$"
    r"|包(?P<packed>月|年)\s*$"  # 包月1.2万
    r"|每(?P<month>天|日|个?月|年)\s*[每/一]?(?P<each>平方米|平米|平方|㎡|m2|平|亩)?\s*$"
)
# 四毛五 一年起租: behind a blank a length of time may begin what is told next.
TERM_BEHIND = re.compile(r"[起签付交后内以左递涨租限均产税纳末初底终]")
MAY_RATE = re.compile("[每一包]")
MAX_RATE = 10
# No rate begins with another character, but for blanks in front.
RATED = frozenset("/每一1.·天日个月年")
PER_AREA = {"亩": "mu", "公顷": "hectare", "千平": "1000m2", "千平方米": "1000m2"}
PER_TIME = {"天": "day", "日": "day", "月": "month", "个月": "month", "年": "year"}


def rate_behind(text: str, at: int, *, is_bare: bool) -> tuple[str, str, int]:
    """For what area ("m2", "mu", "1000m2") and time ("day" …) the figure is, and where that ends.

    Both are empty where nothing is said; behind a bare number a rate must be set off by a sign.
    """
    first = text[at : at + 1]
    if first not in RATED and not first.isspace():
        return "", "", at
    found = RATE_TIME_FIRST.match(text, at) or RATE.match(text, at)
    if found is None or not found[0].strip():
        return "", "", at
    if is_bare and text[at : at + 1] not in tuple("/每一"):
        return "", "", at
    area = found["area"] or ""
    time = found["time"] or found.groupdict().get("each") or ""
    is_term = text[at : at + 1].isspace() and TERM_BEHIND.match(text, found.end())
    if (not area and not time) or (time and is_term):
        return "", "", at
    return (PER_AREA.get(area, "m2") if area else ""), PER_TIME.get(time, ""), found.end()


def rate_before(text: str, at: int) -> tuple[str, str]:
    """The same, where it stands in front of the figure at ``at``."""
    before = text[max(0, at - MAX_RATE) : at]
    found = RATE_BEFORE.search(before) if MAY_RATE.search(before) else None
    if found is None:
        return "", ""
    area, time = found["area"] or found["each"], found["time"] or found["month"] or found["packed"]
    return (PER_AREA.get(area, "m2") if area else ""), PER_TIME.get(time or "", "")
