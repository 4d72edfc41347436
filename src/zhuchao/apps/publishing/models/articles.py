"""Articles: written by the house or told on from elsewhere."""

from __future__ import annotations

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from zhuchao.apps.publishing.models.published import PublishedPage
from zhuchao.apps.publishing.panels import MedalPanel


class ArticlePage(PublishedPage):
    """An article with its provenance; the day of what is told is a third date of its own."""

    original_title = models.CharField("原标题", max_length=200, blank=True)
    editor_name = models.CharField("编辑", max_length=40, blank=True)
    event_on = models.DateField("事件日期", null=True, blank=True)
    read_page = models.ForeignKey(
        "library.ReadPage", models.PROTECT, null=True, blank=True, related_name="+"
    )

    comments_closed = models.BooleanField(
        "本篇关闭评论", default=False, help_text="已展示的评论保留。"
    )

    is_creatable = True
    template = "portal/article.html"
    search_fields = [*PublishedPage.search_fields, index.SearchField("original_title")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("excerpt"),
        FieldPanel("body"),
        PublishedPage.place_panel,
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
        PublishedPage.credit_panel,
        FieldPanel("comments_closed"),
        PublishedPage.lint_panel,
        MedalPanel(heading="评级"),
    ]

    class Meta:
        verbose_name = "文章"
