"""Pages as read, what persons corrected in them, and which of them tell one article."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.library.models.intakes import Intake
from zhuchao.apps.people.owned import Owned


class RepostRegister(models.Model):
    """One row an organisation: whoever files a page among the clusters holds it meanwhile."""

    organisation = models.OneToOneField(
        "people.Organisation", models.CASCADE, primary_key=True, related_name="+"
    )

    class Meta:
        verbose_name = "转载登记"

    def __str__(self) -> str:
        return f"转载登记 {self.pk}"


class RepostCluster(models.Model):
    """One article under several addresses; ``origin`` is the earliest of its pages."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    origin = models.ForeignKey("library.ReadPage", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "转载簇"

    def __str__(self) -> str:
        return f"转载簇 {self.pk}"


class ReadPage(Owned):
    """A page as confirmed: its fields as JSON (``vocabulary.wire.page_to_json``)."""

    class State(models.TextChoices):
        NEW = "new", "新读"
        USED = "used", "已用"
        SET_ASIDE = "set_aside", "已搁置"

    intake = models.OneToOneField(Intake, models.PROTECT, related_name="read_page")
    address = models.TextField("网址", blank=True)
    digest = models.CharField(max_length=64, db_index=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    page = models.JSONField()
    title = models.CharField("标题", max_length=200)
    source = models.CharField("来源", max_length=100, blank=True)
    published_on = models.DateField("发布日期", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=State.choices, default=State.NEW)
    cluster = models.ForeignKey(
        RepostCluster, models.PROTECT, null=True, blank=True, related_name="pages"
    )
    # The sampled 8-grams of the body, as core.reposts.Sketch packs them; empty for a short body.
    sketch = models.BinaryField(default=bytes)
    # Title, original title and source as they are searched in: ``mapping.searched``.
    searched = models.CharField(max_length=600, blank=True)
    # The rules that found its facts (``stating.rules``); empty where none were looked for.
    facts_by = models.CharField(max_length=12, blank=True, db_index=True)

    class Meta:
        verbose_name = "已读网页"
        indexes = [
            models.Index(fields=["organisation", "state", "-created_at"], name="library_pages"),
            # In the order of the list, and with what it is searched in: a search stops when a page
            # of the list is full, and opens no row that does not fit.
            models.Index(
                fields=["organisation", "-created_at", "-id", "searched"],
                name="library_pages_searched",
            ),
            models.Index(fields=["organisation", "published_on"], name="library_pages_published"),
        ]

    def __str__(self) -> str:
        return self.title


class RepostMark(models.Model):
    """A slot of a page's signature: pages that share enough of them may be one article."""

    # One index serves the only question that is asked of the millions of rows.
    organisation = models.ForeignKey(
        "people.Organisation", models.CASCADE, related_name="+", db_index=False
    )
    page = models.ForeignKey(ReadPage, models.CASCADE, related_name="marks", db_index=False)
    value = models.BigIntegerField()

    class Meta:
        verbose_name = "转载标记"
        indexes = [
            models.Index(fields=["value", "organisation", "page"], name="library_mark_value")
        ]

    def __str__(self) -> str:
        return f"转载标记 {self.pk}"


class Correction(models.Model):
    """What a person changed in a reading: a labelled example, never altered afterwards.

    ``field`` is a field's name, or "zone" for lines that were put back or cut; then ``start`` and
    ``end`` are their place in the page's text and the values are zone kinds.
    """

    page = models.ForeignKey(ReadPage, models.CASCADE, related_name="corrections")
    field = models.CharField("字段", max_length=30)
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    corrected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "更正"
        indexes = [models.Index(fields=["page", "corrected_at"], name="library_corrections")]

    def __str__(self) -> str:
        return f"{self.field} 更正"
