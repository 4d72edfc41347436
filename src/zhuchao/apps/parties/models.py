"""Companies and contacts. A contact's name and telephone are sealed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.ground.sealed import SealedField


class Company(Owned):
    """A firm, by its credit code where known, else by its names.

    A firm that was found to be another keeps its row and its history; ``head`` names the firm
    that stands for both, and is NULL where that is the firm itself.
    """

    name = models.CharField("名称", max_length=120)
    normal_name = models.CharField(max_length=120, db_index=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    head = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="members")

    class Meta:
        verbose_name = "企业"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "normal_name"], name="parties_company_name"
            ),
            models.UniqueConstraint(
                fields=["organisation", "credit_code"],
                condition=~models.Q(credit_code=""),
                name="parties_company_code",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CompanyName(models.Model):
    """A name by which a firm goes. ``key`` is what of it is its own, without place and form."""

    class Kind(models.TextChoices):
        FULL = "full", "全称"
        SHORT = "short", "简称"
        FORMER = "former", "曾用名"

    company = models.ForeignKey(Company, models.PROTECT, related_name="names")
    name = models.CharField("名称", max_length=120)
    normal_name = models.CharField(max_length=120)
    key = models.CharField(max_length=120, blank=True)
    kind = models.CharField("种类", max_length=8, choices=Kind.choices, default=Kind.FULL)
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "企业名称"
        indexes = [
            models.Index(fields=["normal_name"], name="parties_names"),
            models.Index(fields=["key"], name="parties_name_keys"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["company", "normal_name"], name="parties_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class CompanyMerge(models.Model):
    """Two firms found to be one; undone, each stands for itself again."""

    kept = models.ForeignKey(Company, models.PROTECT, related_name="merges")
    folded = models.ForeignKey(Company, models.PROTECT, related_name="+")
    reason = models.CharField("依据", max_length=200)
    merged_at = models.DateTimeField("合并时间", auto_now_add=True)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    undone_at = models.DateTimeField("撤销时间", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "企业合并"
        constraints = [
            models.UniqueConstraint(
                fields=["folded"],
                condition=models.Q(undone_at=None),
                name="parties_folded_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.folded} 并入 {self.kept}"


class Contact(Owned):
    """A person to reach, found by the keyed hash of the telephone."""

    name = SealedField("姓名", blank=True)
    telephone = SealedField("电话", blank=True)
    telephone_hash = models.CharField(max_length=64, blank=True)
    company = models.ForeignKey(
        Company, models.SET_NULL, null=True, blank=True, related_name="contacts"
    )

    class Meta:
        verbose_name = "联系人"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "telephone_hash"],
                condition=~models.Q(telephone_hash=""),
                name="parties_contact_telephone",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.telephone}".strip()
