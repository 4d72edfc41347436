"""Keeping what a page states of a county or park as a row of its profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from zhuchao.apps.library.models import Fact, ProfileRow
from zhuchao.apps.library.selectors.facts import fact
from zhuchao.apps.library.services.pages import mark_used
from zhuchao.apps.library.stating import text_of
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused

FIRST_YEAR, LAST_YEAR = 1949, 2100


@dataclass(frozen=True, slots=True)
class RowForm:
    """Of whom, which measure and which year; ``period`` where it is not the whole year."""

    about: str
    metric: str
    year: int
    period: str = ""


@transaction.atomic
def note_profile_row(viewer: Viewer, fact_id: int, *, form: RowForm) -> ProfileRow:
    """The measure as a row, once a page; its figure is the page's and cannot be typed.

    Raises: NotFound, NotAllowed; Refused, for what is no measure with a figure, and for what lacks.
    """
    require(viewer, Subject.PAGE, Act.CHANGE)
    found = fact(viewer, fact_id)
    if found.kind != Fact.Kind.MEASURE or found.amount is None:
        raise Refused("只有写明数值的指标能记入概况")
    if not form.about.strip() or not form.metric.strip():
        raise Refused("请写明是谁的什么指标：如“示例县”的“地区生产总值”")
    if not FIRST_YEAR <= form.year <= LAST_YEAR:
        raise Refused(f"年份请填 {FIRST_YEAR} 到 {LAST_YEAR} 之间的四位数")
    columns = ownership(viewer)
    row, is_new = ProfileRow.objects.get_or_create(
        organisation_id=columns["organisation_id"],
        about=form.about.strip()[:60],
        metric=form.metric.strip()[:60],
        year=form.year,
        period=form.period.strip()[:40],
        page_id=found.page_id,
        defaults=columns | _told(found),
    )
    if is_new:
        mark_used(viewer, found.page_id)
        log(viewer, "note_profile_row", Subject.PAGE, found.page, row=row.pk)
    return row


@transaction.atomic
def drop_profile_row(viewer: Viewer, row_id: int) -> None:
    """Take a row out of the profile; the page keeps the fact. Raises: NotFound."""
    require(viewer, Subject.PAGE, Act.CHANGE)
    mine = narrow(viewer, ProfileRow.objects.all(), Subject.PAGE, Act.CHANGE)
    row = mine.select_related("page").filter(pk=row_id).first()
    if row is None:
        raise NotFound("概况里没有这一条，可能刚被移除")
    log(viewer, "drop_profile_row", Subject.PAGE, row.page, row=row.pk, about=row.about)
    row.delete()


def _told(found: Fact) -> dict[str, Any]:
    read = found.value["value"]
    text = text_of(found.page.page)
    words = text[slice(*read["span"])] if read["span"] else ""
    return {
        "value": found.amount,
        "unit": read["unit"] or "",
        "words": words.strip()[:60],
        "bound": found.value.get("bound") or "",
        "sentence": found.sentence,
    }
