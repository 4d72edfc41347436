"""Medals as they were judged, by which rule, and the visits of days that are counted for them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from zhuchao.core.vocabulary.medal import Medal

MEDALS = [(each.value, each.value) for each in Medal]


class MedalRule(models.Model):
    """The text of a rule pack by which articles were judged; ``digest`` is that of the text."""

    digest = models.CharField(max_length=64, unique=True)
    key = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    content = models.TextField()
    first_used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "评级办法"

    def __str__(self) -> str:
        return f"{self.title} 第 {self.version} 版"


class ArticleMedal(models.Model):
    """An article's medal: its level and score by a rule, over inputs that are kept with it.

    ``score`` is empty where it is unknown. ``changed_at`` is since when the level is what it is.
    """

    page = models.OneToOneField(
        "publishing.PublishedPage", models.CASCADE, primary_key=True, related_name="+"
    )
    level = models.CharField(max_length=10, choices=MEDALS, default=Medal.NONE.value)
    score = models.DecimalField(max_digits=12, decimal_places=6, null=True)
    inputs = models.JSONField(default=dict)
    rule = models.ForeignKey(MedalRule, models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(db_index=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "文章评级"

    def __str__(self) -> str:
        return f"{self.page_id} {self.level}"


class MedalChange(models.Model):
    """That an article's level became another one, with the score and the rule."""

    page = models.ForeignKey("publishing.PublishedPage", models.CASCADE, related_name="+")
    before = models.CharField(max_length=10, choices=MEDALS)
    after = models.CharField(max_length=10, choices=MEDALS)
    score = models.DecimalField(max_digits=12, decimal_places=6, null=True)
    rule = models.ForeignKey(MedalRule, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "评级变化"
        indexes = [models.Index(fields=["page", "-changed_at"], name="publishing_medal_changes")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.before} {self.after}"


class ArticleDay(models.Model):
    """How many visitors did what with an article on a day; each counts once.

    ``day`` is of ``ground.counting.day_of``.
    """

    article_id = models.BigIntegerField()
    day = models.PositiveIntegerField()
    seen = models.PositiveIntegerField(default=0)
    useful = models.PositiveIntegerField(default=0)
    shared = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "文章每日访客"
        constraints = [
            models.UniqueConstraint(fields=["article_id", "day"], name="publishing_article_day")
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.day}"


class VisitMark(models.Model):
    """A visitor's mark of a day that is not over; it goes with the day."""

    article_id = models.BigIntegerField()
    day = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name = "当日访客标记"
        constraints = [
            models.UniqueConstraint(
                fields=["article_id", "day", "kind", "mark"], name="publishing_visit_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} {self.kind}"
