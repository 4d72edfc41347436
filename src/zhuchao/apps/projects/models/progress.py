"""Where a year's plan should stand and how much it is: baselines and targets by versions, and
figures that were published without their curve."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.projects.models.projects import Project


class Stated(models.Model):
    """What a house stated of an indicator of a year, by whom, when and on what ground.

    Appended, never changed: what holds is the latest version.
    """

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    indicator = models.CharField("指标", max_length=24)
    year = models.PositiveSmallIntegerField("年度")
    reason = models.CharField("依据", max_length=200)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField("定下时间")

    class Meta:
        abstract = True


def _counted(name: str) -> list[models.BaseConstraint]:
    """One row a version, of a project and of the zone."""
    fields = ["organisation", "indicator", "year", "version"]
    zone = models.Q(project=None)
    return [
        models.UniqueConstraint(fields=[*fields, "project"], name=f"projects_{name}_version"),
        models.UniqueConstraint(fields=fields, condition=zone, name=f"projects_zone_{name}"),
    ]


class Baseline(Stated):
    """A curve of a project's or, without one, of the zone's indicator; ``shares`` as twelve
    cumulative shares 0–1, empty for the other kinds."""

    class Kind(models.TextChoices):
        LINEAR_MONTHS = "linear_months", "按月均摊"
        DAYS = "days", "按天均摊"
        TWELVE = "twelve", "逐月十二个数"

    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="baselines"
    )
    version = models.PositiveSmallIntegerField("版本")
    title = models.CharField("名称", max_length=60)
    kind = models.CharField("曲线", max_length=14, choices=Kind.choices)
    shares = models.JSONField("逐月累计", default=list, blank=True)

    class Meta:
        verbose_name = "序时基线"
        constraints = _counted("baseline")

    def __str__(self) -> str:
        return f"{self.title} 第 {self.version} 版"


class Target(Stated):
    """How much a year is to bring of an indicator, in yuan, for a project or the whole zone."""

    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="targets"
    )
    version = models.PositiveSmallIntegerField("版本")
    amount = models.DecimalField("目标", max_digits=18, decimal_places=2)

    class Meta:
        verbose_name = "年度目标"
        constraints = [
            *_counted("target"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="projects_target_above_nought"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.indicator} {self.amount}"


class PublishedFigure(Stated):
    """What a text tells of the zone's indicator by the end of a month: the share done with the
    points ahead, or the city's mean growth as a share."""

    month = models.PositiveSmallIntegerField("截至月份")
    done = models.FloatField("完成全年", null=True, blank=True)
    ahead = models.FloatField("超序时百分点", null=True, blank=True)
    mean_growth = models.FloatField("全市平均增速", null=True, blank=True)

    class Meta:
        verbose_name = "公开数据"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__range=(1, 12)), name="projects_published_month"
            ),
            models.CheckConstraint(
                condition=models.Q(done=None, ahead=None, mean_growth__isnull=False)
                | models.Q(done__isnull=False, ahead__isnull=False),
                name="projects_published_pair_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.indicator} {self.month} 月"
