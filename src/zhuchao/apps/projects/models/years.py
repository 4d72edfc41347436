"""Years whose figures have been handed in: their days take no more entries."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class ClosedYear(models.Model):
    """A year that an organisation has closed, why, and why it was opened again where it was."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年度")
    reason = models.CharField("关账依据", max_length=200)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField("关账时间")
    reopened_reason = models.CharField("重新开账的理由", max_length=200, blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reopened_at = models.DateTimeField("重新开账时间", null=True, blank=True)

    class Meta:
        verbose_name = "已关账年度"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "year"],
                condition=models.Q(reopened_at=None),
                name="projects_year_closed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} 年"
