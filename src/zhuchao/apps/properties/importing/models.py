"""An import of offers: the sheet as it came, and the fate of each of its rows."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned
from zhuchao.ground.sheets.runs import SheetRow, SheetRun


class ImportRun(SheetRun, Owned):
    """A sheet of offers that somebody gave."""

    class Meta:
        verbose_name = "房源导入"
        indexes = [models.Index(fields=["owner", "-created_at"], name="properties_imports")]


class ImportRow(SheetRow):
    """A row with the offer that it is about."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    offer = models.ForeignKey(
        "properties.Offer", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # A changed offer's columns as they were, to be given back; none where its state changed, too.
    before = models.JSONField("修改之前", null=True, blank=True)
    # The offer's tick as this row left it: whoever changed the offer later has raised it.
    tick = models.BigIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = "导入行"
        indexes = [models.Index(fields=["run", "fate", "number"], name="properties_import_fates")]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="properties_import_row")
        ]
