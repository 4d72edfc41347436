"""Years are closed when their figures have been handed in, and opened again by the head."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.models import ClosedYear
from zhuchao.core.errors import NotFound, Refused


@transaction.atomic
def close_year(viewer: Viewer, year: int) -> ClosedYear:
    """From now on no entry's day may lie in the year; a second call changes nothing.

    Raises: NotAllowed; Refused, for a year that has not ended.
    """
    require(viewer, Subject.RULE, Act.MAKE)
    if not 1949 <= year < timezone.localdate().year:
        raise Refused(f"{year} 年还没有结束，不能关账：请选择今年以前的年度")
    found, is_new = ClosedYear.objects.get_or_create(
        organisation_id=viewer.organisation_id or 0,
        year=year,
        defaults={"closed_by_id": viewer.person_id, "closed_at": timezone.now()},
    )
    if is_new:
        log(viewer, "close_year", Subject.PROJECT, None, year=year)
    return found


@transaction.atomic
def reopen_year(viewer: Viewer, year: int) -> None:
    """Entries of the year are taken again. Raises: NotAllowed; NotFound."""
    require(viewer, Subject.RULE, Act.CHANGE)
    found = ClosedYear.objects.filter(organisation_id=viewer.organisation_id or 0, year=year)
    if not found.delete()[0]:
        raise NotFound(f"{year} 年没有关账")
    log(viewer, "reopen_year", Subject.PROJECT, None, year=year)
