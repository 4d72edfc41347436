"""Official texts: policies, and notices against which one may object."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from zhuchao.apps.publishing.models.published import PublishedPage

TOO_EARLY = "截止日期早于开始日期：请核对两个日期"


class PolicyPage(PublishedPage):
    """A policy: who qualifies, for what, how one applies, and until when it holds.

    ``source`` is who issued it. Without ``valid_until`` the text names no end.
    """

    document_number = models.CharField("文号", max_length=80, blank=True)
    valid_from = models.DateField("施行日期", null=True, blank=True)
    valid_until = models.DateField(
        "有效期至", null=True, blank=True, help_text="文件没有写明的留空，页面会说明“未载明”。"
    )
    applicants = models.TextField("适用对象", blank=True, help_text="谁可以享受，每行一条。")
    support = models.TextField("支持内容", blank=True, help_text="给什么，每行一条。")
    procedure = models.TextField("申报方式", blank=True, help_text="怎么申报，每行一条。")
    telephone = models.CharField("咨询电话", max_length=40, blank=True)

    is_creatable = True
    is_official = True
    template = "portal/policy.html"
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("source", heading="发布机关"),
                FieldPanel("document_number"),
                FieldPanel("published_on", heading="发文日期"),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
                FieldPanel("source_address"),
                FieldPanel("telephone"),
            ],
            heading="文件",
        ),
        MultiFieldPanel(
            [FieldPanel("applicants"), FieldPanel("support"), FieldPanel("procedure")],
            heading="要点",
        ),
        FieldPanel("excerpt"),
        FieldPanel("body", heading="正文（官方原文，不作改动）"),
        PublishedPage.place_panel,
        PublishedPage.credit_panel,
        PublishedPage.lint_panel,
    ]

    class Meta:
        verbose_name = "政策"

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": TOO_EARLY})

    def has_ended_on(self, day: date) -> bool:
        """Whether the policy holds no more on a day."""
        return self.valid_until is not None and self.valid_until < day

    @property
    def has_ended(self) -> bool:
        return self.has_ended_on(timezone.localdate())

    @property
    def points(self) -> list[tuple[str, list[str]]]:
        """What the policy comes to: a heading and its lines, each where it is told."""
        told = (
            ("适用对象", self.applicants),
            ("支持内容", self.support),
            ("申报方式", self.procedure),
        )
        lines = ((label, [each.strip() for each in text.splitlines()]) for label, text in told)
        return [(label, kept) for label, each in lines if (kept := list(filter(None, each)))]


class NoticePage(PublishedPage):
    """A notice; with ``objection_until`` one against which anybody may object until that day."""

    objection_from = models.DateField("公示开始", null=True, blank=True)
    objection_until = models.DateField("公示截止", null=True, blank=True)
    objection_to = models.CharField(
        "异议受理", max_length=200, blank=True, help_text="受理部门、电话或邮箱。"
    )

    is_creatable = True
    is_official = True
    template = "portal/notice.html"
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("source", heading="发布机关"),
                FieldPanel("published_on", heading="发布日期"),
                FieldRowPanel([FieldPanel("objection_from"), FieldPanel("objection_until")]),
                FieldPanel("objection_to"),
                FieldPanel("source_address"),
            ],
            heading="公示",
        ),
        FieldPanel("excerpt"),
        FieldPanel("body", heading="正文（官方原文，不作改动）"),
        PublishedPage.place_panel,
        PublishedPage.credit_panel,
        PublishedPage.lint_panel,
    ]

    class Meta:
        verbose_name = "公告公示"

    def clean(self) -> None:
        super().clean()
        if self.objection_from and self.objection_until is None:
            raise ValidationError(
                {"objection_until": "请填写公示截止日期，读者要知道何时可以提出异议"}
            )
        if (
            self.objection_from
            and self.objection_until
            and (self.objection_until < self.objection_from)
        ):
            raise ValidationError({"objection_until": TOO_EARLY})
        if self.objection_until and not self.objection_to.strip():
            raise ValidationError({"objection_to": "请写明异议向谁提出：部门、电话或邮箱"})

    @property
    def is_open(self) -> bool:
        """Whether one may still object today."""
        return self.objection_until is not None and timezone.localdate() <= self.objection_until
