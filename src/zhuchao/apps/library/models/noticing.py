"""Companies that an officer wants to read of."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned


class CompanyWatch(Owned):
    """From ``created_at`` on, read pages that name the company are pointed out to its owner."""

    name = models.CharField("企业", max_length=120)
    # The key of the facts that name it: ``stating.organisation_key``.
    key = models.CharField(max_length=200)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)

    class Meta:
        verbose_name = "企业关注"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "key"],
                condition=models.Q(ended_at=None),
                name="library_company_watch_once",
            )
        ]

    def __str__(self) -> str:
        return self.name
