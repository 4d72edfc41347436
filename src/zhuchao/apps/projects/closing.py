"""Years that are closed: what is refused in them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from zhuchao.apps.projects.models import ClosedYear
from zhuchao.core.errors import Refused

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project


def refuse_closed(project: Project, *days: date) -> None:
    """Raises: Refused, where a day lies in a year that the organisation has closed."""
    refuse_closed_years(project.organisation_id, {day.year for day in days})


def refuse_closed_years(organisation_id: int, years: Collection[int]) -> None:
    """Raises: Refused, where the organisation has closed one of the years."""
    closed = ClosedYear.objects.filter(
        organisation=organisation_id, year__in=years, reopened_at=None
    )
    if (found := closed.order_by("year").first()) is not None:
        raise Refused(f"{found.year} 年已经关账，不能再记或更正：请联系科长重新开账后再记")
