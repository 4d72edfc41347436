"""An import of offers: the sheet as it came, and the fate of each of its rows."""

from __future__ import annotations

from django.db import models

from zhuchao.apps.people.owned import Owned


class ImportRun(Owned):
    """A sheet that somebody gave; the file itself is kept under its checksum."""

    class State(models.TextChoices):
        READING = "reading", "核对中"
        READY = "ready", "待确认"
        APPLYING = "applying", "导入中"
        DONE = "done", "已导入"
        FAILED = "failed", "已中断"
        UNDONE = "undone", "已撤销"

    name = models.CharField("文件名", max_length=200)
    digest = models.CharField("校验值", max_length=64)
    size = models.PositiveIntegerField("字节数")
    sheet = models.CharField("工作表", max_length=100, blank=True)
    others = models.PositiveSmallIntegerField("未读的工作表", default=0)
    # The columns in the order of the sheet: heading, meaning ("term:area"), unit of bare figures.
    columns = models.JSONField("列", default=list)
    # Rows that are no offers: place in the sheet and what stands there.
    skipped = models.JSONField("跳过的行", default=list)
    total = models.PositiveIntegerField("行数", default=0)
    state = models.CharField("状态", max_length=20, choices=State.choices, default=State.READING)
    reason = models.TextField("原因", blank=True)
    applied_at = models.DateTimeField("导入时间", null=True, blank=True)

    class Meta:
        verbose_name = "房源导入"
        indexes = [models.Index(fields=["owner", "-created_at"], name="properties_imports")]

    def __str__(self) -> str:
        return self.name


class ImportRow(models.Model):
    """A row with what becomes of it; persons stand in the kept file alone, and covered here."""

    class Fate(models.TextChoices):
        NEW = "new", "新增"
        CHANGE = "change", "修改"
        SAME = "same", "无变化"
        ERROR = "error", "有误"

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField("表中行号")
    title = models.CharField("标题", max_length=120, blank=True)
    cells = models.JSONField("单元格", default=list)
    fate = models.CharField("结果", max_length=10, choices=Fate.choices)
    changes = models.JSONField("变更", default=list)
    errors = models.JSONField("错误", default=list)
    notes = models.JSONField("提示", default=list)
    offer = models.ForeignKey(
        "properties.Offer", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # A changed offer's columns as they were, to be given back; none where its state changed, too.
    before = models.JSONField("修改之前", null=True, blank=True)
    is_done = models.BooleanField("已办理", default=False)
    # The offer's tick as this row left it: whoever changed the offer later has raised it.
    tick = models.BigIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = "导入行"
        indexes = [models.Index(fields=["run", "fate", "number"], name="properties_import_fates")]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="properties_import_row")
        ]

    def __str__(self) -> str:
        return f"第 {self.number} 行"
