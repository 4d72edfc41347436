"""The pages of the portal, as Wagtail keeps them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from zhuchao.apps.publishing.blocks import BodyBlock
from zhuchao.apps.publishing.forms import ArticleForm
from zhuchao.apps.publishing.panels import LintPanel
from zhuchao.apps.publishing.rendering.models import (
    ArticleViews,
    CountedBatch,
    FollowedTick,
    PublishedFile,
    Renewal,
    RenewedPage,
    Showing,
)

__all__ = [
    "ArticlePage",
    "ArticleViews",
    "ChannelPage",
    "CountedBatch",
    "FollowedTick",
    "HomePage",
    "PublishedFile",
    "Renewal",
    "RenewedPage",
    "Showing",
]


class HomePage(Page):  # type: ignore[misc]
    """A portal's first page, with what stands on every page of it."""

    tagline = models.CharField("一句话介绍", max_length=80, blank=True)
    telephone = models.CharField("对外电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    copyright_line = models.CharField("版权声明", max_length=200, blank=True)

    template = "portal/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["publishing.ChannelPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("tagline"),
        FieldPanel("telephone"),
        FieldPanel("address"),
        FieldPanel("copyright_line"),
    ]

    class Meta:
        verbose_name = "门户首页"


class ChannelPage(Page):  # type: ignore[misc]
    """A category of articles; channels nest."""

    introduction = models.CharField("栏目说明", max_length=200, blank=True)

    template = "portal/channel.html"
    parent_page_types = ["publishing.HomePage", "publishing.ChannelPage"]
    subpage_types = ["publishing.ChannelPage", "publishing.ArticlePage"]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "栏目"


class ArticlePage(Page):  # type: ignore[misc]
    """An article with its provenance.

    The columns of ``people.Owned`` stand here by name: ``owner`` is Wagtail's own. Three dates are
    kept apart: of what is told, of its first publication elsewhere, and of appearing here.
    """

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    original_title = models.CharField("原标题", max_length=200, blank=True)
    source = models.CharField("来源", max_length=100, blank=True)
    source_address = models.URLField("原网址", max_length=2000, blank=True)
    editor_name = models.CharField("编辑", max_length=40, blank=True)
    author_name = models.CharField("作者", max_length=40, blank=True)
    event_on = models.DateField("事件日期", null=True, blank=True)
    published_on = models.DateField("原发日期", null=True, blank=True)
    reposted_at = models.DateTimeField("本站发布时间", null=True, blank=True)
    # By which day it is listed; set when it is published (``receivers``), so that an index serves.
    placed_on = models.DateField(null=True, editable=False)
    excerpt = models.CharField("摘要", max_length=200, blank=True)
    body = StreamField(BodyBlock(), verbose_name="正文", blank=True)
    read_page = models.ForeignKey(
        "library.ReadPage", models.PROTECT, null=True, blank=True, related_name="+"
    )
    views = models.PositiveIntegerField("浏览", default=0, editable=False)
    checked_note = models.CharField(
        "核实说明",
        max_length=200,
        blank=True,
        help_text="广告法检查提出的用语由谁核实、依据什么出处、是否经法务审查；随文章留存，不公开。",
    )

    template = "portal/article.html"
    base_form_class = ArticleForm
    parent_page_types = ["publishing.ChannelPage"]
    subpage_types: list[str] = []
    search_fields = [
        *Page.search_fields,
        index.SearchField("original_title"),
        index.SearchField("source"),
        index.SearchField("body"),
    ]
    content_panels = [
        *Page.content_panels,
        FieldPanel("excerpt"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("original_title"),
                FieldPanel("source"),
                FieldPanel("source_address"),
                FieldPanel("author_name"),
                FieldPanel("editor_name"),
            ],
            heading="出处",
        ),
        MultiFieldPanel(
            [FieldPanel("event_on"), FieldPanel("published_on"), FieldPanel("reposted_at")],
            heading="日期",
        ),
        MultiFieldPanel([LintPanel(), FieldPanel("checked_note")], heading="广告法检查"),
    ]

    class Meta:
        verbose_name = "文章"
        indexes = [
            models.Index(fields=["organisation", "-published_on"], name="publishing_articles"),
            models.Index(
                fields=["-placed_on", "-reposted_at", "-page_ptr"], name="publishing_newest"
            ),
        ]
