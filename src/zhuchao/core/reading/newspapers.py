"""The web edition of a newspaper: its name, its day and its page stand above the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

# So many of these signs show that a page is such an edition.
MIN_SIGNS = 2
SEARCHED = 60
MAX_LINE = 60
# The paper's name may stand beside the day.
MAX_BESIDE = 8
# So many lines may a headline have above and below the title itself.
MAX_HEADLINES = 2
# Its page is told so near above the title.
MAX_ABOVE = 10

_SIGN = re.compile(
    r"数字报|电子报|版面(?:导航|目录|概览)|标题导航|本版(?:导航|目录|新闻)|[上下]一[版期]|往期(?:回顾|报纸|查询)"
)
_PAPER = re.compile(
    r"(?:^|(?<=\s))《?(?P<name>[\u4e00-\u9fff]{1,8}(?:[日晚时商早晨导周都市青年工人经济]报|周刊))》?"
    r"\s*(?:数字报|电子报|电子版|数字版)?(?=\s|$)"
)
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_EDITION = re.compile(
    r"(?:第?\s*[A-Z]?\d{1,2}\s*版|(?<![\w-])[A-Z]\d{2}版?)\s*[:：]?\s*(?P<name>[\u4e00-\u9fff·]{2,8})"
)


def is_newspaper(lines: Sequence[Line]) -> bool:
    """True for an edition's page; signs far below its top do not count."""
    shown = (line.plain for line in lines[:SEARCHED] if len(line.plain) <= MAX_LINE)
    return len(_SIGN.findall("\n".join(shown))) >= MIN_SIGNS


def edition_lines(above: Sequence[Line]) -> frozenset[int]:
    """Of the lines above a title the nearest that tells the day, and the nearest with the page."""
    short = [at for at, line in enumerate(above) if len(line.plain) <= MAX_LINE]
    days = [at for at in short if _is_day(above[at].plain)]
    pages = [at for at in short if _EDITION.search(above[at].plain)]
    # One of several in a row is an entry of the list of all pages.
    pages = [at for at in pages if len(above) - at <= MAX_ABOVE and at + 1 not in pages]
    return frozenset([*days[-1:], *pages[-1:]])


def listed_heading(lines: Sequence[Line], fitting: Sequence[int], best: int) -> int:
    """A newspaper's heading stands below the list of all that its page holds, said once more."""
    keys = {at: key_of(lines[at].text) for at in fitting}
    again = [at for at in fitting if any(keys[i] == keys[at] for i in fitting if i < at)]
    same = [at for at in again if keys[at] == keys[best]]
    near = [at for at in again if abs(at - best) <= MAX_HEADLINES]
    return next((each[-1] for each in (same, near) if each), best)


def _is_day(text: str) -> bool:
    """A day and nothing else but its weekday and the number of the page."""
    days = [day for day in find_dates(text) if day.is_absolute]
    if len(days) != 1:
        return False
    span = days[0].span
    beside = _WEEKDAY.sub("", _EDITION.sub("", text[: span.start] + " " + text[span.end :]))
    return len(beside.strip()) <= MAX_BESIDE


def paper_of(lines: Sequence[Line]) -> Read[str]:
    """Whose edition it is."""
    return _first(_PAPER, lines[:SEARCHED])


def edition_of(metas: Iterable[Line]) -> Read[str]:
    """What the newspaper's page is called on which the article stands."""
    return _first(_EDITION, metas)


def _first(pattern: re.Pattern[str], lines: Iterable[Line]) -> Read[str]:
    for line in lines:
        match = pattern.search(line.plain)
        if match:
            begin, end = match.span("name")
            span = Span(line.span.start + begin, line.span.start + end)
            return Read(line.text[begin:end], State.GIVEN, span)
    return unknown()
