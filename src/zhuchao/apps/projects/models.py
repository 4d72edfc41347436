"""Projects and stage events."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class Project(Owned):
    """What an enquiry became. ``stage`` repeats the last stage event, for lists."""

    code = models.CharField("编号", max_length=20, unique=True)
    title = models.CharField("名称", max_length=120)
    ladder = models.CharField("阶段体系", max_length=40, default="national")
    stage = models.CharField("阶段", max_length=40)
    stage_on = models.DateField("进入阶段日期")
    company = models.ForeignKey(
        "parties.Company", models.PROTECT, null=True, blank=True, related_name="projects"
    )
    enquiry = models.OneToOneField(
        "enquiries.Enquiry", models.PROTECT, null=True, blank=True, related_name="project"
    )
    offer = models.ForeignKey(
        "properties.Offer", models.PROTECT, null=True, blank=True, related_name="projects"
    )

    class Meta:
        verbose_name = "项目"
        indexes = [
            models.Index(fields=["organisation", "stage", "-stage_on"], name="projects_by_stage"),
            models.Index(fields=["owner", "stage"], name="projects_by_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class StageEvent(models.Model):
    """A project entered a stage on a day, by evidence; appended, never changed."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="events")
    stage = models.CharField("阶段", max_length=40)
    occurred_on = models.DateField("发生日期")
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    evidence = models.CharField("凭据", max_length=200)
    note = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "阶段事件"
        ordering = ("recorded_at", "pk")
        indexes = [models.Index(fields=["project", "recorded_at"], name="projects_events")]

    def __str__(self) -> str:
        return f"{self.project} {self.stage} {self.occurred_on}"
