"""When a page was published: only from where pages say so, never from the text told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from zhuchao.core.text.dates import WrittenDate, find_dates, resolve
from zhuchao.core.vocabulary.read import Read, State, unknown

NONE_WRITTEN = "页面上没有写发布日期"
FROM_HEAD = "页面上没有显示，取自网页头部声明的发布时间"

_DECLARED_NAMES = (
    "article:published_time", "og:published_time", "og:release_date", "publishdate", "pubdate",
    "datepublished", "article:published", "publish_date", "weibo: article:create_at",
    "weibo:article:create_at", "dc.date", "dcterms.created", "apub:time",
)  # fmt: skip


def published_of(
    dates: Iterable[WrittenDate], metas: Mapping[str, str], fetched_at: datetime | None
) -> Read[date | datetime]:
    """The first date of the meta lines that resolves, else the one declared in the head."""
    read = [resolve(written, fetched_at) for written in dates]
    known = next((value for value in read if value.is_known), None)
    if known is not None:
        return known
    declared = _declared(metas)
    if declared is not None:
        span = read[0].span if read else None
        return Read(declared, State.INFERRED, span, why=FROM_HEAD)
    return read[0] if read else unknown(NONE_WRITTEN)


def _declared(metas: Mapping[str, str]) -> date | datetime | None:
    for name in _DECLARED_NAMES:
        for written in find_dates(metas.get(name, "")):
            if written.is_absolute:
                return resolve(written, None).value
    return None
