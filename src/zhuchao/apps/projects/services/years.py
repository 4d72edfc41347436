"""Years are closed when their figures have been handed in, and opened again by the head."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.models import ClosedYear
from zhuchao.core.errors import NotFound, Refused


@transaction.atomic
def close_year(viewer: Viewer, year: int, *, reason: str) -> ClosedYear:
    """From now on no entry's day may lie in the year; a second call changes nothing.

    Raises: NotAllowed; Refused, for a year that has not ended, and without a reason.
    """
    require(viewer, Subject.RULE, Act.MAKE)
    if not 1949 <= year < timezone.localdate().year:
        raise Refused(f"{year} 年还没有结束，不能关账：请选择今年以前的年度")
    if not reason.strip():
        raise Refused("请写明关账依据，例如：年报已上报统计局")
    found, is_new = ClosedYear.objects.get_or_create(
        organisation_id=viewer.organisation_id or 0,
        year=year,
        reopened_at=None,
        defaults={
            "reason": covered(reason.strip())[:200],
            "closed_by_id": viewer.person_id,
            "closed_at": timezone.now(),
        },
    )
    if is_new:
        log(viewer, "close_year", Subject.PROJECT, None, year=year)
    return found


@transaction.atomic
def reopen_year(viewer: Viewer, year: int, *, reason: str) -> None:
    """Entries of the year are taken again; who closed it and why stays to be read.

    Raises: NotAllowed; NotFound; Refused, without a reason.
    """
    require(viewer, Subject.RULE, Act.CHANGE)
    mine = ClosedYear.objects.filter(organisation_id=viewer.organisation_id or 0, year=year)
    found = mine.select_for_update().filter(reopened_at=None).first()
    if found is None:
        raise NotFound(f"{year} 年没有关账")
    if not reason.strip():
        raise Refused(f"请写明重新开账的理由，例如：{year} 年有一笔到位资金漏记")
    found.reopened_reason = covered(reason.strip())[:200]
    found.reopened_by_id, found.reopened_at = viewer.person_id, timezone.now()
    found.save(update_fields=["reopened_reason", "reopened_by", "reopened_at"])
    log(viewer, "reopen_year", Subject.PROJECT, None, year=year)
