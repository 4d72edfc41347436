"""Rounds of inspections, one inspection of a project, and every sheet that was sent of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.apps.projects.models.projects import Project


class InspectionRound(models.Model):
    """A month's or quarter's inspections, or a tour with its stops.

    ``content`` is the text of the template as it was planned: a newer one changes no older round.
    """

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    title = models.CharField("名称", max_length=120)
    every = models.CharField("周期", max_length=8)
    template_key = models.CharField("评分表", max_length=40)
    content = models.TextField("评分表文本")
    first = models.DateField("起")
    last = models.DateField("止")
    due_on = models.DateField("期限")
    planned_at = models.DateTimeField("排定时间", auto_now_add=True)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "检查计划"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "template_key", "first"],
                condition=~models.Q(every="tour"),
                name="projects_round_once_a_period",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Inspection(Owned):
    """A project within a round; ``owner`` is who inspects it, ``position`` its place in a tour.

    ``points`` is the mark of 100 of the sheet that was signed.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "待检查"
        ON_SITE = "on_site", "检查中"
        SIGNED = "signed", "已签字"
        PUBLISHED = "published", "已公布"

    round = models.ForeignKey(InspectionRound, models.PROTECT, related_name="inspections")
    project = models.ForeignKey(Project, models.PROTECT, related_name="inspections")
    position = models.PositiveSmallIntegerField("次序", default=1)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PLANNED)
    points = models.FloatField("得分", null=True, blank=True)
    signed_at = models.DateTimeField("签字时间", null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "检查"
        indexes = [
            models.Index(fields=["owner", "state"], name="projects_inspections_of"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "project"], name="projects_inspected_once_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.project}"


class InspectionSheet(models.Model):
    """What was sent from the place; appended, never changed.

    ``key`` was made where it was filled in: the same sheet sent twice is kept once. ``marks`` maps
    items to marks; each of ``findings`` has a kind, words and a unit.
    """

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="sheets")
    key = models.CharField(max_length=40)
    marks = models.JSONField("评分")
    findings = models.JSONField("发现的问题")
    note = models.TextField("情况", blank=True)
    is_signed = models.BooleanField("签字")
    inspected_on = models.DateField("检查日期")
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "检查表"
        ordering = ("recorded_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["inspection", "key"], name="projects_sheet_once"),
            models.UniqueConstraint(
                fields=["inspection"],
                condition=models.Q(is_signed=True),
                name="projects_sheet_signed_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspection} {self.recorded_at:%m-%d %H:%M}"


class LeadersMark(models.Model):
    """The leaders' mark of a project in a quarter; appended, the last one counts."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="leaders_marks")
    quarter = models.DateField("季度首日")
    points = models.FloatField("得分")
    note = models.CharField("依据", max_length=200)
    recorded_at = models.DateTimeField("记录时间")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "领导评分"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(points__gte=0, points__lte=100), name="projects_leaders_mark"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.quarter} {self.points:g}"
