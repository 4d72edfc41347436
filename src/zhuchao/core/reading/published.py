"""When a page was published: only from where pages say so, never from the text told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from zhuchao.core.reading import cues
from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import BEIJING, WrittenDate, find_dates, resolve
from zhuchao.core.vocabulary.read import Read, State, unknown

NONE_WRITTEN = "页面上没有写发布日期"
FROM_SIGNATURE = "页面上没有写发布日期，取自文末落款"
# Who signs, the day, and a line or two that may follow them.
MAX_SIGNATURE = 5
MAX_ISSUER = 40
MAX_BESIDE = 2
FROM_FETCHING = "页面只写了月日，取抓取时间之前最近的这一天"
# Sites leave out the year of what is new; what was last so far back may be of any year.
MAX_BACK = timedelta(days=180)
FROM_HEAD = "页面上没有显示，取自网页头部声明的发布时间"

_DECLARED_NAMES = (
    "article:published_time", "og:published_time", "og:release_date", "publishdate", "pubdate",
    "datepublished", "article:published", "publish_date", "weibo: article:create_at",
    "weibo:article:create_at", "dc.date", "dcterms.created", "apub:time", "dateupdate",
)  # fmt: skip


def published_of(
    dates: Iterable[WrittenDate],
    metas: Mapping[str, str],
    fetched_at: datetime | None,
    signed: Read[date | datetime] | None = None,
) -> Read[date | datetime]:
    """The first date of the meta lines that resolves, else the one declared in the head.

    What a listed company discloses is published on the day it is signed; other papers may be put
    on the web long after, so their signature tells nothing.
    """
    told = list(dates)
    read = [resolve(written, fetched_at) for written in told]
    recent = (_recent(written, fetched_at) for written in told if fetched_at is not None)
    known = [value for value in (*read, *recent) if value.is_known]
    if known:
        return known[0]
    declared = _declared(metas)
    if declared is not None:
        span = read[0].span if read else None
        return Read(declared, State.INFERRED, span, why=FROM_HEAD)
    if signed is not None and not read:
        return signed
    return read[0] if read else unknown(NONE_WRITTEN)


def signed_on(metas: Iterable[Line], body: Sequence[Line]) -> Read[date | datetime] | None:
    """The day on a line of its own, at a disclosure's end, below the name of who signs."""
    if not any(cues.DISCLOSED.search(line.plain) for line in metas):
        return None
    for issuer, line in pairwise(body[-MAX_SIGNATURE:]):
        days = [day for day in find_dates(line.plain) if day.is_absolute]
        is_alone = (
            len(days) == 1 and len(line.plain) <= days[0].span.end - days[0].span.start + MAX_BESIDE
        )
        name = cues.squeezed(issuer.plain)
        if is_alone and len(name) <= MAX_ISSUER and cues.ISSUER.search(name):
            value = resolve(days[0], None).value
            span = days[0].moved(line.span.start).span
            return Read(value, State.INFERRED, span, why=FROM_SIGNATURE)
    return None


def _recent(written: WrittenDate, fetched_at: datetime) -> Read[date | datetime]:
    """A month and day without a year: the last such day before the fetching, if that is near."""
    if written.year or written.is_relative or not (written.month and written.day):
        return unknown(NONE_WRITTEN)
    today = fetched_at.astimezone(BEIJING).date() if fetched_at.tzinfo else fetched_at.date()
    for year in (today.year, today.year - 1):
        value = resolve(replace(written, year=year), None).value
        day = value.date() if isinstance(value, datetime) else value
        if value is not None and day is not None and today - MAX_BACK <= day <= today:
            return Read(value, State.INFERRED, written.span, why=FROM_FETCHING)
    return unknown(NONE_WRITTEN)


def _declared(metas: Mapping[str, str]) -> date | datetime | None:
    for name in _DECLARED_NAMES:
        for written in find_dates(metas.get(name, "")):
            if written.is_absolute:
                return resolve(written, None).value
    return None
