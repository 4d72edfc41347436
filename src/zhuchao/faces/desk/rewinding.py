"""The history of a project as it was known at a moment, for the slider over the moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from zhuchao.apps.projects.mapping import to_event, to_events
from zhuchao.core.projects import history
from zhuchao.faces.hand.moments import moment_cn

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import StageEvent
    from zhuchao.core.vocabulary.stage import StageLadder

GONE = ("corrected", "withdrawn", "rejected")
STATES = {
    "holds": "",
    "waiting": "待核",
    "corrected": "已更正",
    "withdrawn": "已撤销",
    "rejected": "核实不属实",
}


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it stood at the moment; ``state`` is a key of STATES."""

    event: StageEvent
    name: str
    state: str
    is_gone: bool
    is_present: bool
    checked_by: str

    @property
    def told(self) -> str:
        return STATES[self.state]


@dataclass(frozen=True, slots=True)
class Rewind:
    """The moments of recording and checking, at which of them we look, and what was known."""

    moments: tuple[datetime, ...]
    at: int
    lines: tuple[Line, ...]

    @property
    def labels(self) -> list[str]:
        return [moment_cn(timezone.localtime(each)) for each in self.moments]

    @property
    def label(self) -> str:
        return self.labels[self.at - 1] if self.moments else ""

    @property
    def is_now(self) -> bool:
        return self.at == len(self.moments)


def rewind(ladder: StageLadder, records: Sequence[StageEvent], wanted: str, today: date) -> Rewind:
    """The history at the moment number ``wanted``, from 1; the last where that is no number."""
    moments = moments_of(records)
    is_number = wanted.isascii() and wanted.isdigit() and len(wanted) < len("10000")
    at = min(max(int(wanted), 1), len(moments)) if is_number else len(moments)
    if not moments:
        return Rewind((), 0, ())
    by = moments[at - 1]
    return Rewind(moments, at, _lines(ladder, records, by, today))


def moments_of(records: Sequence[StageEvent]) -> tuple[datetime, ...]:
    """When something was recorded or checked, in order, each once."""
    told = {record.recorded_at for record in records}
    told |= {record.check_made.checked_at for record in records if hasattr(record, "check_made")}
    return tuple(sorted(told))


def _lines(
    ladder: StageLadder, records: Sequence[StageEvent], by: datetime, today: date
) -> tuple[Line, ...]:
    told = [record for record in records if record.recorded_at <= by]
    events = to_events(told)
    known = {each.number for each in history.known(events, by)}
    present = history.as_of(events, today, by)
    takers = {
        record.corrects_id: record
        for record, event in zip(told, events, strict=True)
        if event.corrects and event.holds_from and event.holds_from <= by
    }
    shown = [record for record in told if not record.is_withdrawal]
    lines = []
    for record in sorted(shown, key=lambda each: (each.occurred_on, each.pk)):
        state = _state(record, by, record.pk in known, takers.get(record.pk))
        stage = ladder.stage(record.stage)
        lines.append(
            Line(
                record,
                stage.name if stage else record.stage,
                state,
                state in GONE,
                present is not None and present.number == record.pk,
                _checker(record, by),
            )
        )
    return tuple(lines)


def _state(record: StageEvent, by: datetime, is_known: bool, taker: StageEvent | None) -> str:
    if is_known:
        return "holds"
    if taker is not None:
        return "withdrawn" if taker.is_withdrawal else "corrected"
    is_checked = hasattr(record, "check_made") and record.check_made.checked_at <= by
    return "rejected" if is_checked and to_event(record).is_rejected else "waiting"


def _checker(record: StageEvent, by: datetime) -> str:
    check = getattr(record, "check_made", None)
    return str(check.checked_by) if check is not None and check.checked_at <= by else ""
