"""Reminders, each recorded once, and how each person wants to be reminded."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned


class Reminder(Owned):
    """One reminder of a subject on an occasion, for one person over one channel.

    ``person`` is for whom it was planned, and never changes; ``owner`` whose it is after a
    hand-over. ``occasion`` is the day that it is about, the step, and what tells it from others of
    that day. A row is SENDING only between the commit that claims it and the one that says what
    came of it: where that one is missing, nobody knows. ``attempts`` tells one claim from another.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "待发送"
        SENDING = "sending", "发送中"
        SENT = "sent", "已发送"
        FAILED = "failed", "未发出"
        UNKNOWN = "unknown", "结果不明"
        SETTLED = "settled", "已了结"
        CANCELLED = "cancelled", "不再需要"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField("类别", max_length=30)
    subject_id = models.BigIntegerField("事项")
    occasion = models.CharField("时点", max_length=60)
    channel = models.CharField("渠道", max_length=20)
    day = models.DateField("日期")
    title = models.CharField("标题", max_length=300)
    more = models.CharField("说明", max_length=200, blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.PLANNED)
    not_before = models.DateTimeField("不早于")
    attempts = models.PositiveSmallIntegerField("发送次数", default=0)
    vain = models.PositiveSmallIntegerField("未发出次数", default=0)
    began_at = models.DateTimeField("开始发送", null=True, blank=True)
    ended_at = models.DateTimeField("有结果", null=True, blank=True)
    reason = models.CharField("原因", max_length=200, blank=True)
    decided_at = models.DateTimeField("处理时间", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "提醒"
        indexes = [
            models.Index(fields=["state", "not_before"], name="reminders_to_send"),
            models.Index(fields=["organisation", "state"], name="reminders_of_house"),
            models.Index(fields=["owner", "state"], name="reminders_of_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id", "occasion", "person", "channel"],
                name="reminders_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("sending", "sent", "unknown"))
                | models.Q(began_at__isnull=False),
                name="reminders_begun",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id} {self.occasion}"


class ReminderHabit(models.Model):
    """Whether a person wants reminders on weekends and holidays."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    on_days_off = models.BooleanField("休息日也提醒", default=False)

    class Meta:
        verbose_name = "提醒习惯"

    def __str__(self) -> str:
        return f"{self.person}"


class ChannelChoice(models.Model):
    """Whether a person uses a channel, and where it reaches them; empty: where it starts."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    channel = models.CharField("渠道", max_length=20)
    is_on = models.BooleanField("开启")
    address = models.CharField("收件地址", max_length=250, blank=True)

    class Meta:
        verbose_name = "提醒渠道"
        constraints = [
            models.UniqueConstraint(fields=["person", "channel"], name="reminders_choice_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.channel}"
