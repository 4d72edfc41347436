"""A project's history: events are appended, and each has to hold."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.projects.stages import current, enter, first_stage
from zhuchao.core.vocabulary.stage import StageEvent
from zhuchao.tables import stage_ladder

TODAY = date(2026, 11, 23)
LADDER = stage_ladder()
LEAD = StageEvent("lead", date(2026, 11, 1), datetime(2026, 11, 1, 9, tzinfo=UTC))


def event(stage: str, day: int, hour: int = 12) -> StageEvent:
    return StageEvent(stage, date(2026, 11, day), datetime(2026, 11, 23, hour, tzinfo=UTC))


def test_a_project_begins_at_the_foot_of_the_ladder() -> None:
    assert first_stage(LADDER).name == "线索"
    assert current(LADDER, ()).name == "线索"


def test_entering_appends_and_changes_nothing_else() -> None:
    events = enter(LADDER, (LEAD,), event("talk", 20), TODAY)

    assert events == (LEAD, event("talk", 20))
    assert current(LADDER, events).name == "在谈"


def test_a_project_may_pause_and_come_back() -> None:
    events = enter(LADDER, (LEAD,), event("paused", 10), TODAY)
    events = enter(LADDER, events, event("talk", 12, hour=13), TODAY)

    assert [e.stage for e in events] == ["lead", "paused", "talk"]


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        (event("harvest", 20), "没有阶段“harvest”"),
        (event("talk", 24), "在今天之后"),
        (StageEvent("talk", date(2026, 10, 31), event("talk", 1).recorded_at), "早于上一阶段"),
        (event("lead", 20), "已处于“线索”阶段"),
        (StageEvent("talk", date(2026, 11, 20), datetime(2026, 11, 20)), "缺少时区"),  # noqa: DTZ001
        (StageEvent("talk", date(2026, 11, 20), datetime(2026, 10, 1, tzinfo=UTC)), "重新提交"),
    ],
)
def test_an_event_that_does_not_hold_is_refused(entered: StageEvent, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        enter(LADDER, (LEAD,), entered, TODAY)


def test_a_history_of_another_ladder_is_refused() -> None:
    with pytest.raises(Refused, match="没有阶段"):
        current(LADDER, (event("harvest", 2),))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([s.key for s in LADDER.stages]), st.integers(1, 30))))
def test_the_days_of_a_history_never_run_backwards(steps: list[tuple[str, int]]) -> None:
    events: tuple[StageEvent, ...] = ()
    for stage, day in steps:
        try:
            events = enter(LADDER, events, event(stage, day), TODAY)
        except Refused:
            continue

    days = [e.occurred_on for e in events]
    assert days == sorted(days)
    assert all(day <= TODAY for day in days)
