"""Curves as lines and tables, and the chart that is drawn of them once."""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified

from zhuchao.core.progress.baselines import due_by
from zhuchao.core.vocabulary.progress import BaselineCurve, CurveKind
from zhuchao.faces.hand.charts import Line, lines_svg

if TYPE_CHECKING:
    from zhuchao.faces.desk.access import DeskRequest

KEPT_SECONDS = 86_400
MONTHS = range(1, 13)
DECIMALS = 1


def percents_over(curve: BaselineCurve, year: int) -> tuple[float, ...]:
    """What is due at each month's end of the year, in percent."""
    return tuple(
        due_by(curve, date(year, month, monthrange(year, month)[1])) * 100 for month in MONTHS
    )


def line_of(curve: BaselineCurve, year: int, *, is_dashed: bool = False) -> Line:
    title = f"{curve.title} 第 {curve.version} 版" if curve.version else curve.title
    return Line(title, percents_over(curve, year), is_dashed)


def unsaved(kind: str, percents: Sequence[float], today: date) -> BaselineCurve:
    """A curve as it is typed, before it is set."""
    shares = tuple(each / 100 for each in percents)
    return BaselineCurve("", "预览", "", "", today, "", CurveKind(kind), shares)


def rows_of(lines: Sequence[Line]) -> list[tuple[str, list[float | None]]]:
    """The table that says the same as the chart: a row a line."""
    return [
        (each.title, [None if told is None else round(told, DECIMALS) for told in each.percents])
        for each in lines
    ]


def answer_chart(request: DeskRequest, lines: Sequence[Line]) -> HttpResponse:
    """The chart under a tag of all that is in it; who has the same one is told so."""
    told = hashlib.sha256(repr(lines).encode()).hexdigest()[:32]
    tag = f'"lines-{told}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    svg = cache.get(tag.strip('"'))
    if svg is None:
        svg = lines_svg(lines)
        cache.set(tag.strip('"'), svg, KEPT_SECONDS)
    kept = {"ETag": tag, "Cache-Control": "private, no-cache"}
    return HttpResponse(svg, content_type="image/svg+xml", headers=kept)
