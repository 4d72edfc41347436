"""Who asked whether a firm is taken: what bounds the asking, and what tells of too much of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class BlindCheck(models.Model):
    """One question and its answer; the firm stands here as a keyed hash alone.

    ``number`` counts the person's questions of the day, so that two at once cannot be one.
    """

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("询问时间")
    asked_on = models.DateField("询问日期")
    number = models.PositiveSmallIntegerField("当日第几次")
    mark = models.CharField(max_length=64)
    verdict = models.CharField("答复", max_length=6)

    class Meta:
        verbose_name = "盲查"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "asked_on", "number"], name="projects_checks_of_day"
            )
        ]

    def __str__(self) -> str:
        return f"盲查 {self.pk}"


class CheckAlert(models.Model):
    """Somebody asked more than the work explains: for the section head, once a person and day."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField("日期")
    reason = models.CharField("缘由", max_length=200)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField("已阅时间", null=True, blank=True)

    class Meta:
        verbose_name = "盲查提醒"
        constraints = [
            models.UniqueConstraint(fields=["person", "on"], name="projects_alert_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.on}"
