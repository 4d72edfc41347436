"""What is known of a county or park by its measures."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.library.models.pages import ReadPage
from zhuchao.apps.people.owned import Owned


class ProfileRow(Owned):
    """One measure of a county, park or firm as one page states it, with the year and the words.

    ``value`` stands in the base unit, ``words`` as the page writes it. Pages that state otherwise
    are rows of their own beside it.
    """

    about = models.CharField("对象", max_length=60)
    metric = models.CharField("指标", max_length=60)
    period = models.CharField("时期", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("年份")
    value = models.FloatField("数值")
    unit = models.CharField("单位", max_length=20, blank=True)
    words = models.CharField("原文", max_length=60)
    bound = models.CharField(max_length=8, blank=True)
    page = models.ForeignKey(ReadPage, models.PROTECT, related_name="profile_rows")
    sentence = models.TextField("原句", blank=True)

    class Meta:
        verbose_name = "概况数据"
        indexes = [
            models.Index(fields=["organisation", "about", "metric", "year"], name="library_profile")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "about", "metric", "year", "period", "page"],
                name="library_profile_once_a_page",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.year} {self.metric}"
