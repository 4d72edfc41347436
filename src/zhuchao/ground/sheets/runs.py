"""What every import of a sheet keeps: the sheet as it came, and the fate of each of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, QuerySet
from django.utils import timezone

from zhuchao.core.errors import Refused


class SheetRun(models.Model):
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
    # Rows that tell of nothing: place in the sheet and what stands there.
    skipped = models.JSONField("跳过的行", default=list)
    total = models.PositiveIntegerField("行数", default=0)
    state = models.CharField("状态", max_length=20, choices=State.choices, default=State.READING)
    reason = models.TextField("原因", blank=True)
    applied_at = models.DateTimeField("导入时间", null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def note_planned(self, skipped: list[tuple[int, str]]) -> None:
        """Every row has its fate: somebody may look at them now."""
        self.skipped, self.state = skipped, self.State.READY
        self.save(update_fields=["skipped", "state"])

    def note_started(self, open_rows: int) -> None:
        """The rows still open may be applied. Raises: Refused, when there is nothing to do."""
        if self.state not in (self.State.READY, self.State.FAILED):
            label = self.State(self.state).label
            raise Refused(f"这次导入“{label}”，不能再开始：请刷新查看结果")
        if not open_rows:
            raise Refused("没有要新增或修改的行：改好有误的行后再上传")
        self.state, self.reason, self.applied_at = self.State.APPLYING, "", timezone.now()
        self.save(update_fields=["state", "reason", "applied_at"])

    def note_done(self) -> None:
        self.state = self.State.DONE
        self.save(update_fields=["state"])

    def note_broken_off(self, reason: str) -> None:
        """What was applied stays applied."""
        self.state, self.reason = self.State.FAILED, reason
        self.save(update_fields=["state", "reason"])


class SheetRow(models.Model):
    """A row with what becomes of it; persons stand in the kept file alone, and covered here."""

    class Fate(models.TextChoices):
        NEW = "new", "新增"
        CHANGE = "change", "修改"
        SAME = "same", "无变化"
        ERROR = "error", "有误"

    number = models.PositiveIntegerField("表中行号")
    title = models.CharField("标题", max_length=120, blank=True)
    cells = models.JSONField("单元格", default=list)
    fate = models.CharField("结果", max_length=10, choices=Fate.choices)
    changes = models.JSONField("变更", default=list)
    errors = models.JSONField("错误", default=list)
    notes = models.JSONField("提示", default=list)
    is_done = models.BooleanField("已办理", default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"第 {self.number} 行"


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows of how many are planned or applied."""

    done: int
    total: int

    @property
    def share(self) -> int:
        """In whole percent."""
        return 100 * self.done // self.total if self.total else 100


def progress_of(run: SheetRun, rows: QuerySet[Any]) -> Progress:
    """How far the run's present work is; ``rows`` are the run's."""
    if run.state == SheetRun.State.READING:
        return Progress(rows.count(), run.total)
    work = rows.filter(models.Q(is_done=True) | models.Q(fate__in=TO_DO))
    return Progress(work.filter(is_done=True).count(), work.count())


def open_rows_of(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Those that are still to be applied, in the order of the sheet."""
    return rows.filter(fate__in=TO_DO, is_done=False).order_by("number")


def counts_of(rows: QuerySet[Any]) -> dict[str, int]:
    """How many rows have each fate; every fate is there."""
    found = rows.order_by().values("fate").annotate(count=Count("pk"))
    counted = {row["fate"]: row["count"] for row in found}
    return {fate: counted.get(fate, 0) for fate in SheetRow.Fate.values}


TO_DO = (SheetRow.Fate.NEW, SheetRow.Fate.CHANGE)
