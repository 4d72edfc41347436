"""The frame of a portal: its first page, the channels, and pages about the house."""

from __future__ import annotations

from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Page

from zhuchao.apps.publishing.blocks import BodyBlock

LISTED = [
    "publishing.ArticlePage",
    "publishing.PolicyPage",
    "publishing.NoticePage",
    "publishing.ProfilePage",
    "publishing.AgentPage",
]


class HomePage(Page):  # type: ignore[misc]
    """A portal's first page, with what stands on every page of it."""

    tagline = models.CharField("一句话介绍", max_length=80, blank=True)
    telephone = models.CharField("对外电话", max_length=40, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    copyright_line = models.CharField("版权声明", max_length=200, blank=True)
    region_code = models.CharField(
        "所在地区",
        max_length=6,
        blank=True,
        help_text="区划代码，如 320481；填写后本站只列这个地区的房源，留空列全部。",
    )
    needs_review = models.BooleanField(
        "须经另一人审核",
        default=False,
        help_text="开启后，任何内容都由另一位编辑或管理员审核通过才发布。",
    )

    takes_comments = models.BooleanField(
        "开放读者评论",
        default=True,
        help_text="关闭后本站的文章不再接受评论，已展示的评论保留；单篇也可以关闭。",
    )

    template = "portal/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["publishing.ChannelPage", "publishing.AboutPage"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("tagline"),
        FieldPanel("telephone"),
        FieldPanel("address"),
        FieldPanel("copyright_line"),
        FieldPanel("region_code"),
        FieldPanel("needs_review"),
        FieldPanel("takes_comments"),
        InlinePanel(
            "meanwhile_rules",
            heading="撤稿申请办结前",
            label="一种理由",
            help_text="没有列出的理由按系统的默认：涉及个人信息、法院文书、商业秘密的先暂停展示。",
        ),
    ]

    class Meta:
        verbose_name = "门户首页"


class ChannelPage(Page):  # type: ignore[misc]
    """A category; channels nest, and a page may stand in several."""

    introduction = models.CharField("栏目说明", max_length=200, blank=True)

    template = "portal/channel.html"
    parent_page_types = ["publishing.HomePage", "publishing.ChannelPage"]
    subpage_types = ["publishing.ChannelPage", *LISTED]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "栏目"


class AboutPage(Page):  # type: ignore[misc]
    """What the house says of itself: who it is, how to reach it, what it answers for."""

    body = StreamField(BodyBlock(), verbose_name="正文", blank=True)

    template = "portal/about.html"
    parent_page_types = ["publishing.HomePage"]
    subpage_types: list[str] = []
    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "说明页"
