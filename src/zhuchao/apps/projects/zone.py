"""The told money of a whole zone by measure and month: one query, whatever is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.figures import Sums
from zhuchao.apps.projects.models import MonthlyInvestment

DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Months:
    """Yuan by measure and first day of the month; what nobody told is not in it."""

    sums: Mapping[tuple[str, date], Decimal]

    def of_year(self, measure: str, year: int, until: int = DECEMBER) -> Decimal | None:
        """From January to a month; None where nobody told any of it."""
        told = [
            self.sums[key]
            for month in range(1, until + 1)
            if (key := (measure, date(year, month, 1))) in self.sums
        ]
        return sum(told, Decimal(0)) if told else None

    def by(self, measure: str, as_of: date) -> Sums:
        """Since January, in the same months of the year before, and in the whole of it."""
        return (
            self.of_year(measure, as_of.year, as_of.month),
            self.of_year(measure, as_of.year - 1, as_of.month),
            self.of_year(measure, as_of.year - 1),
        )

    @property
    def years(self) -> list[int]:
        """The latest first."""
        return sorted({month.year for _, month in self.sums}, reverse=True)


def zone_months(viewer: Viewer) -> Months:
    """Of all projects of the viewer's house that no other stands for: what a zone's target is held
    against is the whole of it, whoever looks."""
    told = MonthlyInvestment.objects.filter(
        project__organisation_id=viewer.organisation_id or 0, project__same_as=None
    )
    rows = told.order_by().values_list("measure", "month").annotate(sum=Sum("amount"))
    return Months({(measure, month): total for measure, month, total in rows})
