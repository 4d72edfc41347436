"""Deals: an enquiry and an offer that came together."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.enquiries.models.enquiries import Enquiry
from zhuchao.apps.people.owned import Owned


class Deal(Owned):
    """What was signed; ``price`` is a term, as a demand and an offer state theirs."""

    class Kind(models.TextChoices):
        RENT = "rent", "租赁"
        SALE = "sale", "买卖"

    enquiry = models.OneToOneField(Enquiry, models.PROTECT, related_name="deal")
    offer = models.ForeignKey("properties.Offer", models.PROTECT, related_name="deals")
    kind = models.CharField("方式", max_length=10, choices=Kind.choices)
    area_m2 = models.FloatField("面积 ㎡")
    price = models.JSONField("价格")
    signed_on = models.DateField("签约日期")
    term_months = models.FloatField("租期（月）", null=True, blank=True)

    class Meta:
        verbose_name = "成交"
        indexes = [
            models.Index(fields=["organisation", "-signed_on"], name="enquiries_deals"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(area_m2__gt=0), name="enquiries_deal_area_positive"
            )
        ]

    def __str__(self) -> str:
        return f"{self.enquiry} {self.get_kind_display()} {self.signed_on}"
