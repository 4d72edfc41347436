"""Companies and contacts. A contact's name and telephone are sealed."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.ground.sealed import SealedField


class Company(Owned):
    """A firm, by its credit code where known, else by its normalised name."""

    name = models.CharField("名称", max_length=120)
    normal_name = models.CharField(max_length=120, db_index=True)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)

    class Meta:
        verbose_name = "企业"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "normal_name"], name="parties_company_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


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
