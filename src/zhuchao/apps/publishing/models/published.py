"""What every page that is written for readers has: whose it is, where from, when, in what words."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from zhuchao.apps.publishing.blocks import BodyBlock
from zhuchao.apps.publishing.forms import PublishedForm
from zhuchao.apps.publishing.panels import LintPanel

CREDITS = [
    ("own", "本站原创"),
    ("reposted", "转载"),
    ("official", "官方文本"),
    ("permitted", "经许可登载"),
]


class PageTag(TaggedItemBase):  # type: ignore[misc]
    """A word under which a page is found."""

    content_object = ParentalKey(
        "publishing.PublishedPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class PublishedPage(Page):  # type: ignore[misc]
    """A page that stands in channels: an article, a policy, a notice, a profile or a card.

    The columns of ``people.Owned`` stand here by name: ``owner`` is Wagtail's own. Dates are kept
    apart: of the first publication elsewhere, and of appearing here.
    """

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    source = models.CharField("来源", max_length=100, blank=True)
    author_name = models.CharField("作者", max_length=40, blank=True)
    source_address = models.URLField("原网址", max_length=2000, blank=True)
    published_on = models.DateField("原发日期", null=True, blank=True)
    reposted_at = models.DateTimeField("本站发布时间", null=True, blank=True)
    # By which day it is listed; kept, so that an index serves.
    placed_on = models.DateField(null=True, editable=False)
    excerpt = models.CharField("摘要", max_length=200, blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="题图",
        help_text="图片说明取自图片库里的“说明”一栏，读屏软件会读出来。",
    )
    body = StreamField(BodyBlock(), verbose_name="正文", blank=True)
    also_in = ParentalManyToManyField(
        "publishing.ChannelPage",
        blank=True,
        related_name="+",
        verbose_name="同时列入栏目",
        help_text="除所在栏目外，还出现在这些栏目的列表里。",
    )
    tags = ClusterTaggableManager(through=PageTag, blank=True, verbose_name="标签")
    credit = models.CharField(
        "版权说明",
        max_length=10,
        blank=True,
        choices=[("", "按出处自动判断"), *CREDITS],
        help_text="文末的版权说明由来源和原网址决定；与事实不符时在这里改选。",
    )
    views = models.PositiveIntegerField("浏览", default=0, editable=False)
    checked_note = models.CharField(
        "核实说明",
        max_length=200,
        blank=True,
        help_text="广告法检查提出的用语由谁核实、依据什么出处、是否经法务审查；随文章留存，不公开。",
    )

    is_creatable = False
    # Whether the body is a text of an authority, which is quoted and never altered.
    is_official = False
    base_form_class = PublishedForm
    parent_page_types = ["publishing.ChannelPage"]
    subpage_types: list[str] = []
    search_fields = [
        *Page.search_fields,
        index.SearchField("source"),
        index.SearchField("body"),
    ]
    lint_panel = MultiFieldPanel([LintPanel(), FieldPanel("checked_note")], heading="广告法检查")
    credit_panel = FieldPanel("credit")
    place_panel = MultiFieldPanel(
        [
            FieldPanel("also_in", widget=CheckboxSelectMultiple),
            FieldPanel("tags"),
            FieldPanel("image"),
        ],
        heading="归类与题图",
    )

    class Meta:
        verbose_name = "栏目内容"
        indexes = [
            models.Index(fields=["organisation", "-published_on"], name="publishing_published"),
            models.Index(
                fields=["-placed_on", "-reposted_at", "-page_ptr"], name="publishing_newest"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """A page that is live has appeared here, however it was published, and has its place."""
        if self.live:
            appeared = self.reposted_at or self.first_published_at or timezone.now()
            self.reposted_at = appeared
            self.placed_on = self.published_on or timezone.localdate(appeared)
        return super().save(*args, **kwargs)
