"""Who is presented: parks and counties by their figures, agents by their card."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page

from zhuchao.apps.publishing.models.published import PublishedPage

TELEPHONE = RegexValidator(r"^[0-9+()\- 转]{7,40}$", "电话只写数字、空格和横线，如 0519-8800 1234")


class ProfilePage(PublishedPage):
    """A park or county: its facts as a table, each with its year and its source."""

    is_creatable = True
    template = "portal/profile.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("excerpt"),
        InlinePanel(
            "facts",
            heading="数据",
            label="一项数据",
            help_text="每项都要写明年份和出处；没有出处的数字不发布。",
        ),
        FieldPanel("body"),
        PublishedPage.place_panel,
        PublishedPage.credit_panel,
        PublishedPage.lint_panel,
    ]

    class Meta:
        verbose_name = "园区或区县概况"


class ProfileFact(Orderable):  # type: ignore[misc]
    """One fact of a profile as its source states it."""

    page = ParentalKey(ProfilePage, on_delete=models.CASCADE, related_name="facts")
    label = models.CharField("指标", max_length=60)
    value = models.CharField(
        "数值", max_length=60, help_text="照出处写，连同单位，如 1,203.5 亿元。"
    )
    year = models.PositiveSmallIntegerField("年份")
    source = models.CharField("出处", max_length=100)
    source_address = models.URLField("出处网址", max_length=2000, blank=True)

    panels = [
        FieldPanel("label"),
        FieldPanel("value"),
        FieldPanel("year"),
        FieldPanel("source"),
        FieldPanel("source_address"),
    ]

    class Meta(Orderable.Meta):  # type: ignore[misc]
        verbose_name = "概况数据"


class AgentPage(PublishedPage):
    """An agent's or officer's card; the title is the name."""

    position = models.CharField("职务", max_length=40, blank=True)
    employer = models.CharField("所在机构", max_length=80, blank=True)
    telephone = models.CharField("电话", max_length=40, blank=True, validators=[TELEPHONE])
    serves = models.CharField("服务区域", max_length=120, blank=True)
    trades = models.CharField("熟悉行业", max_length=120, blank=True)
    wechat_code = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="本人微信二维码",
    )

    is_creatable = True
    template = "portal/agent.html"
    content_panels = [
        FieldPanel("title", heading="姓名"),
        MultiFieldPanel(
            [
                FieldPanel("position"),
                FieldPanel("employer"),
                FieldPanel("telephone"),
                FieldPanel("wechat_code"),
                FieldPanel("serves"),
                FieldPanel("trades"),
            ],
            heading="名片",
        ),
        FieldPanel("excerpt", heading="一句话介绍"),
        FieldPanel("body", heading="介绍"),
        PublishedPage.place_panel,
        PublishedPage.credit_panel,
        PublishedPage.lint_panel,
    ]

    class Meta:
        verbose_name = "招商人员名片"

    @property
    def dialled(self) -> str:
        """The telephone as a link dials it: digits and a leading plus."""
        kept = self.telephone.partition("转")[0]
        return "".join(each for each in kept if each.isdigit() or each == "+")
