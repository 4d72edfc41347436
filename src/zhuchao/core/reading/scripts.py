"""What a page's scripts tell of it: its headline, and when it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from zhuchao.core.text.dates import BEIJING, WrittenDate, find_dates, resolve
from zhuchao.core.vocabulary.read import Read, State

FROM_SCRIPT = "页面上没有显示，取自网页脚本中的发布时间"

# By schema.org; then what portals call it; then the moment that WeChat counts in seconds.
_BY_SCHEMA = re.compile(r"\"datePublished\"\s*:\s*\"(?P<told>[^\"]{8,40})\"")
_NAMED = re.compile(
    r"(?:pub(?:lish)?_?(?:time|date)|ptime|create_?time|published_?at)[\"']?\s*[:=]\s*"
    r"[\"'](?P<told>(?:19|20)\d\d[-/]\d\d?[-/]\d\d?[^\"'<>]{0,20})[\"']",
    re.IGNORECASE,
)
_HEADLINE = re.compile(r"\"headline\"\s*:\s*(?P<told>\"(?:[^\"\\\\\n]|\\\\.){4,300}\")")
_COUNTED = re.compile(r"\bvar ct\s*=\s*[\"'](?P<told>1\d{9})[\"']")


def published_in_scripts(
    markup: str, shown: Read[date | datetime], text: str
) -> Read[date | datetime]:
    """The moment declared, inferred, where none is ``shown`` or it lacks but the year.

    What is shown stays where several days are declared, as of other pages beside it.
    """
    lacking = find_dates(shown.span.of(text)) if shown.span else ()
    if lacking and lacking[0].is_relative:
        return shown
    for pattern in (_BY_SCHEMA, _NAMED, _COUNTED):
        moments = list(_moments(pattern, markup))
        if len({_day_of(moment) for moment in moments}) == 1 and _fits(moments[0], lacking):
            return Read(moments[0], State.INFERRED, shown.span, why=FROM_SCRIPT)
    return shown


def headline_in_scripts(markup: str) -> str:
    """The headline declared by schema.org; "" for none, or where several pages declare theirs."""
    if "headline" not in markup:
        return ""
    told = {match["told"] for match in _HEADLINE.finditer(markup)}
    try:
        return str(json.loads(told.pop())).strip() if len(told) == 1 else ""
    except ValueError:
        return ""


def _fits(moment: date | datetime, lacking: Sequence[WrittenDate]) -> bool:
    return not lacking or (moment.month, moment.day) == (lacking[0].month, lacking[0].day)


def _moments(pattern: re.Pattern[str], markup: str) -> Iterator[date | datetime]:
    for match in pattern.finditer(markup):
        told = match["told"]
        if told.isdecimal():
            yield datetime.fromtimestamp(int(told), BEIJING)
        else:
            days = [written for written in find_dates(told) if written.is_absolute]
            value = resolve(days[0], None).value if days else None
            if value is not None:
                yield value


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
