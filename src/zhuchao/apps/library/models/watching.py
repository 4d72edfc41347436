"""Sources that are visited on a schedule, and every address that they have shown."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.library.models.pages import ReadPage
from zhuchao.apps.people.owned import Owned


class WatchedSource(Owned):
    """A list page, a feed or a site map; ``reason`` says why the last visit failed.

    ``versions`` maps its own address, and those of a site map's parts, to what the site called
    their state (``etag``, ``last_modified``); ``pending`` holds what this round has still to ask.
    """

    class Form(models.TextChoices):
        UNKNOWN = "unknown", "尚未识别"
        LIST = "list", "列表页"
        FEED = "feed", "订阅源"
        SITEMAP = "sitemap", "站点地图"

    class State(models.TextChoices):
        ACTIVE = "active", "关注中"
        PAUSED = "paused", "已暂停"

    name = models.CharField("名称", max_length=100)
    address = models.TextField("网址")
    digest = models.CharField(max_length=64)
    host = models.CharField(max_length=255)
    form = models.CharField("形式", max_length=10, choices=Form.choices, default=Form.UNKNOWN)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.ACTIVE)
    every_minutes = models.PositiveIntegerField("间隔（分钟）", default=60)
    versions = models.JSONField(default=dict, blank=True)
    pending = models.JSONField(default=list, blank=True)
    visited_at = models.DateTimeField("上次访问", null=True, blank=True)
    next_at = models.DateTimeField("下次访问", null=True, blank=True)
    failures = models.PositiveIntegerField("连续失败", default=0)
    reason = models.TextField("原因", blank=True)

    class Meta:
        verbose_name = "关注来源"
        indexes = [models.Index(fields=["state", "next_at"], name="library_sources_due")]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "digest"], name="library_source_once")
        ]

    def __str__(self) -> str:
        return self.name


class WatchedAddress(models.Model):
    """An address that a source has shown: waiting to be read, read, or failed with its reason."""

    class State(models.TextChoices):
        WAITING = "waiting", "待读"
        READ = "read", "已读"
        FAILED = "failed", "未读出"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    source = models.ForeignKey(WatchedSource, models.CASCADE, related_name="addresses")
    address = models.TextField("网址")
    digest = models.CharField(max_length=64)
    host = models.CharField(max_length=255)
    title = models.CharField("标题", max_length=200, blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField("原因", blank=True)
    page = models.ForeignKey(
        ReadPage, models.SET_NULL, null=True, blank=True, related_name="seen_at"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "关注到的网址"
        indexes = [
            models.Index(fields=["source", "state", "next_at"], name="library_addresses"),
            models.Index(fields=["state", "host", "next_at"], name="library_addresses_due"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "digest"], name="library_address_once")
        ]

    def __str__(self) -> str:
        return self.address


class SiteManners(models.Model):
    """What a site asks of machines, and when it may be asked again.

    ``robots`` is its robots file as of ``robots_at``, ``reason`` why it could not be had then;
    ``next_at`` is the earliest moment of the next request to the host.
    """

    host = models.CharField(max_length=255, primary_key=True)
    robots = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    robots_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "网站约定"

    def __str__(self) -> str:
        return self.host
