"""An import of a ledger: the sheet as it came, and the fate of each of its rows."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.ground.sheets.runs import SheetRow, SheetRun


class LedgerRun(SheetRun, Owned):
    """A ledger that somebody gave.

    ``prefers_sheet`` says that where the register tells otherwise, the sheet is right.
    """

    prefers_sheet = models.BooleanField("以表为准", default=False)

    class Meta:
        verbose_name = "台账导入"
        indexes = [models.Index(fields=["owner", "-created_at"], name="projects_ledgers")]


class LedgerRow(SheetRow):
    """A row with the project that it is about."""

    run = models.ForeignKey(LedgerRun, models.CASCADE, related_name="rows")
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What of the project's details the row changed, as it was.
    before = models.JSONField("修改之前", null=True, blank=True)
    # How the project stood when the row was applied: whoever went on from it has changed that.
    mark = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "台账行"
        indexes = [models.Index(fields=["run", "fate", "number"], name="projects_ledger_fates")]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="projects_ledger_row")
        ]
