"""The plan of a park, apart from the park: lists of offers read parks and need no plans."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.properties.models.carriers import Park


class ParkPlan(models.Model):
    """The shapes of a park's carriers and of the ground around them.

    Each of ``shapes`` tells its name, its ground, its rings, and the carrier that it shows: a pair
    of "building", "unit" or "plot" and an id.
    """

    park = models.OneToOneField(Park, models.CASCADE, related_name="laid_plan")
    shapes = models.JSONField("图形")
    laid_at = models.DateTimeField("导入时间", auto_now=True)

    class Meta:
        verbose_name = "园区平面图"

    def __str__(self) -> str:
        return f"{self.park} 平面图"
