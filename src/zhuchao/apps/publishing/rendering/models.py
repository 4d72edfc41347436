"""Which pages lie as files, what each of them shows, and what was renewed and why."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

LONGEST_ADDRESS = 500


class PublishedFile(models.Model):
    """A page that lies as a file; ``page_id`` is that of the tree's page, where it is one."""

    site = models.CharField(max_length=255)
    address = models.CharField(max_length=LONGEST_ADDRESS)
    page_id = models.BigIntegerField(null=True, db_index=True)
    digest = models.CharField(max_length=32)
    size = models.PositiveIntegerField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "已生成页面"
        constraints = [
            models.UniqueConstraint(fields=["site", "address"], name="publishing_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.site}{self.address}"


class Showing(models.Model):
    """That a page leads to another: what changes there is renewed here."""

    file = models.ForeignKey(PublishedFile, models.CASCADE, related_name="showings")
    target = models.CharField(max_length=LONGEST_ADDRESS, db_index=True)

    class Meta:
        verbose_name = "页面引用"

    def __str__(self) -> str:
        return self.target


class Renewal(models.Model):
    """A change, and how many pages were renewed for it.

    One of the whole site goes on where it stopped: ``stage`` and ``last_id`` say where that is.
    """

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"

    cause = models.CharField(max_length=20)
    subject = models.CharField(max_length=255, blank=True)
    is_whole = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    spent_ms = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    stage = models.CharField(max_length=10, blank=True)
    last_id = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "页面更新"
        indexes = [
            models.Index(fields=["-started_at", "-id"], name="publishing_renewals"),
            models.Index(fields=["is_whole", "state"], name="publishing_whole_renewals"),
        ]

    def __str__(self) -> str:
        return f"{self.cause} {self.subject}"

    @property
    def done(self) -> int:
        return self.made + self.unchanged + self.removed + self.failed


class RenewedPage(models.Model):
    """A page that was renewed for a change, why it was among them, and what came of it."""

    renewal = models.ForeignKey(Renewal, models.CASCADE, related_name="pages")
    site = models.CharField(max_length=255)
    address = models.CharField(max_length=LONGEST_ADDRESS)
    why = models.CharField(max_length=20)
    outcome = models.CharField(max_length=10)
    size = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "更新明细"

    def __str__(self) -> str:
        return f"{self.address} {self.outcome}"


class FollowedTick(models.Model):
    """Up to which change of an organisation's offers the portal has been renewed."""

    organisation_id = models.BigIntegerField(primary_key=True)
    number = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "房源更新进度"

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.number}"


class ArticleViews(models.Model):
    """How often an article was seen; ``shown`` is what its page told when it was last rendered.

    Kept apart from the article: publishing an older revision must not bring an older count back.
    """

    article_id = models.BigIntegerField(primary_key=True)
    count = models.PositiveIntegerField(default=0)
    shown = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "文章浏览"

    def __str__(self) -> str:
        return f"{self.article_id} {self.count}"


class CountedBatch(models.Model):
    """A batch of views that has been counted."""

    name = models.CharField(max_length=80, primary_key=True)
    counted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "已计浏览批次"

    def __str__(self) -> str:
        return self.name
