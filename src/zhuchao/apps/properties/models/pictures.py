"""Pictures and plans of carriers and offers."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.properties.models.carriers import Building, Park, Plot, Unit
from zhuchao.apps.properties.models.offers import Offer

OWNERS = ("park", "building", "unit", "plot", "offer")


def _exactly_one() -> models.Q:
    condition = models.Q()
    for owner in OWNERS:
        condition |= models.Q(**{f"{each}__isnull": each != owner for each in OWNERS})
    return condition


class Picture(models.Model):
    """A picture in the sizes in which it is shown; a removed one can be put back."""

    class Kind(models.TextChoices):
        PHOTO = "photo", "照片"
        PLAN = "plan", "平面图"

    park = models.ForeignKey(Park, models.CASCADE, null=True, blank=True, related_name="pictures")
    building = models.ForeignKey(
        Building, models.CASCADE, null=True, blank=True, related_name="pictures"
    )
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="pictures")
    plot = models.ForeignKey(Plot, models.CASCADE, null=True, blank=True, related_name="pictures")
    offer = models.ForeignKey(Offer, models.CASCADE, null=True, blank=True, related_name="pictures")
    kind = models.CharField("类别", max_length=10, choices=Kind.choices, default=Kind.PHOTO)
    caption = models.CharField("说明", max_length=120, blank=True)
    place = models.IntegerField("次序", default=0)
    large = models.CharField(max_length=64)
    small = models.CharField(max_length=64)
    width = models.PositiveIntegerField("宽")
    height = models.PositiveIntegerField("高")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "图片"
        constraints = [
            models.CheckConstraint(condition=_exactly_one(), name="properties_picture_of_one")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.caption}".strip()
