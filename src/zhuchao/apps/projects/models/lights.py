"""The latest light of each project, and every change of it."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.projects.models.projects import Project
from zhuchao.core.progress.lights import COLOURS
from zhuchao.core.vocabulary import progress


class Shown(models.Model):
    """By what a light shows: rule, pack and curve with their versions, and the sentence."""

    pack = models.CharField("亮灯规则", max_length=160, blank=True)
    rule = models.CharField(max_length=40, blank=True)
    curve = models.CharField("序时基线", max_length=120, blank=True)
    sentence = models.CharField("缘由", max_length=300, blank=True)
    as_of = models.DateField("截至")

    class Meta:
        abstract = True


class ProjectLight(Shown):
    """The light of a project's indicator with the numbers that it was reckoned from.

    Repeats what facts, targets, baselines and packs say, written anew whenever one of them
    changes and once a night. Shares 0–1; NULL is not told. Of months late, -1 says that the rule
    does not apply. ``changes`` counts the entries of its history.
    """

    class Colour(models.TextChoices):
        GREEN = "green", COLOURS[progress.Colour.GREEN]
        AMBER = "amber", COLOURS[progress.Colour.AMBER]
        RED = "red", COLOURS[progress.Colour.RED]
        NONE = "none", COLOURS[progress.Colour.NONE]
        NO_DATA = "no_data", COLOURS[progress.Colour.NO_DATA]

    project = models.ForeignKey(Project, models.CASCADE, related_name="lights")
    indicator = models.CharField("指标", max_length=24)
    colour = models.CharField("灯", max_length=8, choices=Colour.choices, default=Colour.NO_DATA)
    target = models.DecimalField("目标", max_digits=18, decimal_places=2, null=True)
    done = models.DecimalField("完成", max_digits=18, decimal_places=2, null=True)
    done_share = models.FloatField(null=True)
    due_share = models.FloatField(null=True)
    growth = models.FloatField(null=True)
    growth_gap = models.FloatField(null=True)
    start_late = models.SmallIntegerField(null=True)
    statistics_late = models.SmallIntegerField(null=True)
    is_resting = models.BooleanField(default=False)
    changes = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "亮灯"
        indexes = [
            models.Index(
                fields=["indicator", "colour", "project"], name="projects_lights_by_colour"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "indicator"], name="projects_light_of_indicator"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.indicator} {self.colour}"


class LightChange(Shown):
    """A light that turned: from what, to what, when, why; its ``number`` lets it be told once."""

    class Cause(models.TextChoices):
        MONEY = "money", "记了投资"
        STAGE = "stage", "阶段变了"
        PROMISE = "promise", "承诺变了"
        TARGET = "target", "换了目标"
        BASELINE = "baseline", "换了基线"
        PUBLISHED = "published", "记了公开数据"
        RULE = "rule", "换了规则"
        COUNT = "count", "认定变了"
        DAY = "day", "日子到了"

    light = models.ForeignKey(ProjectLight, models.PROTECT, related_name="history")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    before = models.CharField("原灯", max_length=8, choices=ProjectLight.Colour.choices)
    after = models.CharField("现灯", max_length=8, choices=ProjectLight.Colour.choices)
    cause = models.CharField("起因", max_length=9, choices=Cause.choices)
    changed_on = models.DateField("日期", db_index=True)
    changed_at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "亮灯变化"
        ordering = ("-changed_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["light", "number"], name="projects_light_change_once"),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")), name="projects_light_did_change"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.light_id} {self.before} → {self.after}"
