"""How a project moves on its ladder: stage events are appended, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.stage import Stage, StageEvent, StageLadder


def first_stage(ladder: StageLadder) -> Stage:
    """The lowest stage of the ladder, where a project begins."""
    return ladder.stages[0]


def current(ladder: StageLadder, events: Sequence[StageEvent]) -> Stage:
    """The stage of the last event; the first stage while there is none.

    Raises: Refused, when the last event names a stage that the ladder does not have.
    """
    return stage_named(ladder, events[-1].stage) if events else first_stage(ladder)


def stage_named(ladder: StageLadder, key: str) -> Stage:
    """Raises: Refused, naming the stages there are."""
    stage = ladder.stage(key)
    if stage is None:
        names = "、".join(stage.name for stage in ladder.stages)
        raise Refused(f"“{ladder.title}”没有阶段“{key}”，请从中选择：{names}")
    return stage


def enter(
    ladder: StageLadder, events: Sequence[StageEvent], event: StageEvent, today: date
) -> tuple[StageEvent, ...]:
    """The events with one more at the end. A project may go back: that too is an event.

    Raises: Refused, for a stage that the ladder does not have or that the project is in already,
    and for a day that lies ahead or before the last event.
    """
    stage = stage_named(ladder, event.stage)
    if event.occurred_on > today:
        raise Refused(f"日期 {event.occurred_on} 在今天之后，请填写实际发生的日期")
    if event.recorded_at.tzinfo is None:
        raise Refused("记录时间缺少时区，请使用带时区的时间")
    if events:
        _follow(events[-1], event, stage)
    return (*events, event)


def _follow(last: StageEvent, event: StageEvent, stage: Stage) -> None:
    if event.occurred_on < last.occurred_on:
        raise Refused(
            f"日期 {event.occurred_on} 早于上一阶段的 {last.occurred_on}，"
            "请核对日期，或先更正上一阶段"
        )
    if event.recorded_at < last.recorded_at:
        raise Refused("记录时间早于上一条记录，请刷新后重新提交")
    if event.stage == last.stage:
        raise Refused(f"项目已处于“{stage.name}”阶段，请选择其他阶段")
