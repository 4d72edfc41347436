"""How a project moves on its ladder: stage events are appended, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.stage import Stage, StageEvent, StageLadder


def first_stage(ladder: StageLadder) -> Stage:
    """The lowest stage of the ladder, where a project begins."""
    return ladder.stages[0]


def stage_named(ladder: StageLadder, key: str) -> Stage:
    """Raises: Refused, naming the stages there are."""
    stage = ladder.stage(key)
    if stage is None:
        names = "、".join(stage.name for stage in ladder.stages)
        raise Refused(f"“{ladder.title}”没有阶段“{key}”，请从中选择：{names}")
    return stage


def require_evidence(stage: Stage, kinds: Iterable[str], names: dict[str, str]) -> None:
    """Hold the kinds of the documents against what may prove the stage.

    ``names`` are the Chinese names of the kinds. Raises: Refused, saying what is wanted.
    """
    given = tuple(kinds)
    wanted = "、".join(names.get(kind, kind) for kind in stage.evidence)
    one_of = f"{wanted}中的一种" if len(stage.evidence) > 1 else wanted
    if not given:
        raise Refused(f"进入“{stage.name}”要有凭据：请附上或写明{one_of}，照片不是必需")
    if not set(given) & set(stage.evidence):
        told = "、".join(names.get(kind, kind) for kind in given)
        raise Refused(f"{told}不能证明“{stage.name}”：要看到“{stage.enters_when}”，请补上{one_of}")


def require_order(ladder: StageLadder, events: Sequence[StageEvent], today: date) -> None:
    """Hold the events of a project, in the order in which they occurred, against the ladder.

    The main line is climbed, steps may be left out; from a side state a project comes back to
    where it was or higher; nothing follows a final state.

    Raises: Refused, for an unknown stage, a day ahead, and an order that the ladder forbids.
    """
    for event in events:
        stage_named(ladder, event.stage)
        if event.recorded_at.tzinfo is None:
            raise Refused("记录时间缺少时区，请使用带时区的时间")
        if event.occurred_on > today:
            raise Refused(f"日期 {event.occurred_on} 在今天之后，请填写实际发生的日期")
    height, last = -1, None
    for event in events:
        height = _climbed(ladder, last, event, height)
        last = event


def _climbed(ladder: StageLadder, before: StageEvent | None, event: StageEvent, height: int) -> int:
    """How high the project stands after the event. Raises: Refused."""
    stage, rank = stage_named(ladder, event.stage), ladder.rank(event.stage)
    last = stage_named(ladder, before.stage) if before is not None else None
    if last is not None and last.is_final:
        raise Refused(f"项目已“{last.name}”，其后不能再有“{stage.name}”：如有误，请更正那一条")
    if last is not None and last.key == stage.key:
        raise Refused(f"项目已处于“{stage.name}”阶段，请选择其他阶段")
    comes_back = last is not None and last.is_side and rank == height
    if not stage.is_side and rank <= height and not comes_back:
        told = next(each.name for each in ladder.stages if ladder.rank(each.key) == height)
        raise Refused(
            f"按发生日期，“{stage.name}”（{event.occurred_on}）排在“{told}”之后："
            "请核对日期；退回较早的阶段，请更正或撤销记错的那一条"
        )
    return max(height, rank)
