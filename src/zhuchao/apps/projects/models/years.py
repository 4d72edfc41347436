"""Years whose figures have been handed in: their days take no more entries."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ClosedYear(models.Model):
    """A year that an organisation has closed; opened again, its row goes and the audit tells."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("关账时间")

    class Meta:
        verbose_name = "已关账年度"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"], name="projects_year_closed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} 年"
