"""What is told again: a later figure that corrects an earlier one, and differences from another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from zhuchao.core.messages.chats import utterances
from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.later import later
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.term import Amount, FieldKey

# Of these only one figure holds, whatever was said before.
CORRECTED = frozenset(
    {
        FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.TOTAL_PRICE, FieldKey.LAND_PRICE,
        FieldKey.AREA, FieldKey.LAND_AREA, FieldKey.INVESTMENT,
    }
)  # fmt: skip
# 降到25, 现在压到5.2亿, 按2200找, 能租的是4200平: right in front of a figure that corrects.
_CORRECTS = re.compile(
    r"(?:改(?:到|为|成)?|更正为?|最新|降(?:到|为|成)|调(?:到|整到|整为|成)|压到|涨到|加到|松口到?|同意"
    r"|不够[^,，。;；\n]{0,4}按|能[租用分]的是?|分租(?:出去)?一半|(?:出来|出去|拿出)一半|大概一半|拿出|匀|腾出|隔出|首期(?:先)?[租要]?|一期(?:先)?[租要]|先[租要]|匀出|分出|让出|剩(?:下|余)?|实际(?:是|可租)?|现在?(?:是|要|报|只要|按)?|转给你|给你|我也是|应该是|说错了?)[^\d\n]{0,4}$"
)
REACH = 12
RENT = FieldKey.RENT
start_of = attrgetter("start")
# 1200平可以分给你, 匀900平出来: what is given out of more.
_GIVEN_OUT = re.compile(
    r"[^,，。;；\s\d]{0,3}(?:(?:分|匀|转|让|租)给[你您人]|(?:转|分|匀|腾|让|空|隔)出[来去])"
)
# 后来改口说一万二,以一万二为准: it stands for what was said before of such a size.
_HOLDS = later(
    r"(?:以|按)(?P<figure>[\d.一二两三四五六七八九十百千万亿半点零]{1,12})[^\d,，。;；\n]{0,3}(?:为准|来算|算数)"
)
OF_SUCH_SIZE = 3.0
_ASKED = re.compile(r"[^,，。;；\n]{0,6}(?:吗|行不行|可不可以|能不能|[?？])")


def corrected(found: Sequence[Finding], text: str) -> list[Finding]:
    """Without figures that a later one of the same field and floor corrects.

    In a chat the last figure counts, unless it is only asked about.
    """
    held = _HOLDS.search(text) if "准" in text or "算" in text else None
    found = [_held_to(each, held) for each in found] if held else found
    if [each.key for each in found].count(RENT) > 1:
        found = [each for each in found if not _is_bounded_by(each, found)]
    is_chat = "\n" in text and sum(1 for _ in utterances(text)) > 1
    last: dict[tuple[FieldKey, str], Finding] = {}
    figures = [each for each in found if each.key in CORRECTED]
    for each in sorted(figures, key=start_of):
        is_asked = is_chat and _ASKED.match(text, each.end) is not None
        if (is_chat or _corrects(each, text)) and not is_asked:
            last[each.key, each.floor] = each
    if not last:
        return list(found)
    return [each for each in found if _holds(each, last)]


def _is_bounded_by(told: Finding, found: Sequence[Finding]) -> bool:
    """十八块,超过十八块就别打了: what is said of the same figure makes it a bound."""
    value = told.value
    if told.key is not RENT or not isinstance(value, Amount) or value.low != value.high:
        return False
    return any(
        isinstance(each.value, Amount) and each.value.low is None and each.value.high == value.high
        for each in found
        if each.key is told.key and each.floor == told.floor
    )


def _held_to(found: Finding, held: re.Match[str]) -> Finding:
    """What was told before, as it is said to stand at last."""
    value, figure = found.value, parse_number(held["figure"])
    is_told = found.key in CORRECTED and isinstance(value, Amount) and not found.floor
    if not (
        is_told and figure and isinstance(value, Amount) and value.low and value.low == value.high
    ):
        return found
    is_such = 1 / OF_SUCH_SIZE < figure / value.low < OF_SUCH_SIZE
    if not is_such or found.start > held.start():
        return found
    return found._replace(
        value=replace(value, low=figure, high=figure),
        start=held.start("figure"),
        end=held.end("figure"),
    )


def _corrects(found: Finding, text: str) -> bool:
    if _GIVEN_OUT.match(text, found.end):
        return True
    return _CORRECTS.search(text, max(0, found.start - REACH), found.start) is not None


def _holds(found: Finding, last: dict[tuple[FieldKey, str], Finding]) -> bool:
    later = last.get((found.key, found.floor))
    return later is None or found.start >= later.start
