"""What was known when: two times that are never mixed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.projects import history
from zhuchao.core.vocabulary.stage import StageEvent
from zhuchao.tables import stage_ladder

LADDER = stage_ladder()
KEYS = [stage.key for stage in LADDER.stages]


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=UTC)


LEAD = StageEvent(1, "lead", date(2026, 1, 5), at(1, 6), at(1, 6))
SIGN = StageEvent(2, "sign", date(2026, 2, 20), at(3, 10), at(3, 10))
MOVED = StageEvent(3, "sign", date(2026, 3, 25), at(4, 2), at(4, 2), corrects=2)
GONE = StageEvent(4, "sign", date(2026, 3, 25), at(5, 1), at(5, 1), corrects=3, is_withdrawal=True)
ALL = (LEAD, SIGN, MOVED, GONE)


def stage(on: date, by: datetime | None = None) -> str | None:
    found = history.as_of(ALL, on, by)
    return found.stage if found else None


def test_what_was_known_on_a_day_of_another_day() -> None:
    assert stage(date(2026, 2, 28), at(3, 1)) == "lead"
    assert stage(date(2026, 2, 28), at(3, 31)) == "sign"
    assert stage(date(2026, 2, 28), at(4, 30)) == "lead"
    assert stage(date(2026, 3, 31), at(4, 30)) == "sign"
    assert stage(date(2026, 3, 31)) == "lead"
    assert stage(date(2026, 1, 1)) is None


def test_what_nobody_confirmed_does_not_hold_yet() -> None:
    start = StageEvent(5, "start", date(2026, 6, 1), at(6, 2), None)
    checked = StageEvent(5, "start", date(2026, 6, 1), at(6, 2), at(6, 20))

    assert history.as_of((LEAD, start), date(2026, 7, 1)) == LEAD
    assert history.waiting((LEAD, start)) == (start,)
    assert history.as_of((LEAD, checked), date(2026, 6, 5), at(6, 10)) == LEAD
    assert history.as_of((LEAD, checked), date(2026, 6, 5), at(6, 30)) == checked


def test_a_rejected_event_neither_stands_nor_waits() -> None:
    wrong = StageEvent(5, "start", date(2026, 6, 1), at(6, 2), None, is_rejected=True)

    assert history.standing((LEAD, wrong)) == (LEAD,)
    assert history.waiting((LEAD, wrong)) == ()


def test_a_correction_that_waits_leaves_what_it_corrects() -> None:
    start = StageEvent(5, "start", date(2026, 6, 1), at(6, 2), at(6, 3))
    waits = StageEvent(6, "start", date(2026, 7, 1), at(7, 2), None, corrects=5)

    assert history.known((start, waits)) == (start,)
    assert history.standing((start, waits)) == (waits,)


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 300)), max_size=12), st.data())
def test_the_past_as_it_was_known_never_changes(
    steps: list[tuple[str, int]], data: st.DataObject
) -> None:
    first = datetime(2026, 1, 1, tzinfo=UTC)
    events: list[StageEvent] = []
    for number, (key, day) in enumerate(steps, start=1):
        corrects = data.draw(st.sampled_from([None, *(e.number for e in events)]))
        moment = first + timedelta(days=number)
        events.append(
            StageEvent(
                number,
                key,
                date(2026, 1, 1) + timedelta(days=day),
                moment,
                moment,
                corrects,
                is_withdrawal=corrects is not None and data.draw(st.booleans()),
            )
        )
    for count in range(len(events)):
        by = first + timedelta(days=count, hours=12)
        assert history.known(events, by) == history.known(events[:count])
