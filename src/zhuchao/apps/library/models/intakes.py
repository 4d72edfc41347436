"""What came in, whatever it is."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class Intake(Owned):
    """One thing that was pasted, sent or fetched; its bytes lie in the kept files."""

    class Kind(models.TextChoices):
        PAGE = "page", "网页"
        MESSAGE = "message", "消息"
        UNKNOWN = "unknown", "未识别"

    class State(models.TextChoices):
        PROPOSED = "proposed", "待确认"
        CONFIRMED = "confirmed", "已确认"
        SET_ASIDE = "set_aside", "已搁置"
        FAILED = "failed", "未读出"

    class Origin(models.TextChoices):
        PASTE = "paste", "粘贴"
        FILE = "file", "文件"
        URL = "url", "网址"
        FORM = "form", "门户表单"
        WATCH = "watch", "关注来源"

    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    origin = models.CharField("来路", max_length=10, choices=Origin.choices)
    address = models.TextField("网址", blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    kind = models.CharField("类别", max_length=10, choices=Kind.choices, default=Kind.UNKNOWN)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PROPOSED)
    reason = models.TextField("原因", blank=True)
    became = models.CharField("成为", max_length=30, blank=True)
    became_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = "收件"
        indexes = [
            models.Index(fields=["organisation", "state", "-created_at"], name="library_intakes"),
            models.Index(fields=["digest"], name="library_intake_digest"),
        ]
        constraints = [
            # A fetched page is told apart by its address, which is too long for an index.
            models.UniqueConstraint(
                fields=["organisation", "owner", "digest"],
                condition=models.Q(state__in=["proposed", "failed"], address=""),
                name="library_intake_open_once",
            )
        ]

    def __str__(self) -> str:
        return f"收件 {self.pk}"


class MessageCorrection(models.Model):
    """A field in which a person changed the reading of a message: a labelled example.

    ``field`` is a field's key, or "side" for what the message was kept as; ``was`` and ``now``
    hold value, unit and stance, or nothing where the field was not read or was struck out.
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="corrections")
    field = models.CharField("字段", max_length=30)
    floor = models.CharField("楼层", max_length=10, blank=True)
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    corrected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "消息更正"

    def __str__(self) -> str:
        return f"{self.field} 更正"
