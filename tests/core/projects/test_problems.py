"""How a problem moves; whatever is recorded, its laws hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.projects import problems
from zhuchao.core.vocabulary.problem import (
    ProblemAct,
    ProblemEvent,
    ProblemStanding,
    ProblemState,
)
from zhuchao.core.workdays import is_working_day
from zhuchao.tables import problem_rule

FRIDAY = date(2026, 11, 6)
FIRST = datetime(2026, 11, 6, 1, tzinfo=UTC)
OFFICER, HEAD = 1, 2
A, S = ProblemAct, ProblemState


def event(number: int, act: ProblemAct, day: int = 0, **told: object) -> ProblemEvent:
    usual = {"by": OFFICER, "occurred_on": FRIDAY + timedelta(days=day)}
    if act is A.ASSIGNED:
        usual |= {"unit": "自然资源局", "due_on": FRIDAY + timedelta(days=day + 7)}
    recorded = FIRST + timedelta(days=day, seconds=number)
    return ProblemEvent(number=number, act=act, recorded_at=recorded, **usual | told)  # type: ignore[arg-type]


def path(*acts: ProblemAct) -> list[ProblemEvent]:
    """One act a day; whoever checks is another than who handed in."""
    checks = (A.CLOSED, A.RETURNED)
    return [event(n, act, n, by=HEAD if act in checks else OFFICER) for n, act in enumerate(acts)]


SOLVED = (A.RAISED, A.ASSIGNED, A.HANDED_IN, A.CLOSED)


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ((A.RAISED,), S.AWAITING),
        ((A.RAISED, A.ASSIGNED), S.IN_HAND),
        ((A.RAISED, A.ASSIGNED, A.NOTED, A.HANDED_IN), S.TO_CHECK),
        (SOLVED, S.CLOSED),
        ((A.RAISED, A.ASSIGNED, A.HANDED_IN, A.RETURNED), S.RETURNED),
        ((A.RAISED, A.ASSIGNED, A.HANDED_IN, A.RETURNED, A.HANDED_IN, A.CLOSED), S.CLOSED),
        ((*SOLVED, A.REOPENED), S.AWAITING),
        ((*SOLVED, A.ESCALATED), S.CLOSED),
    ],
)
def test_a_problem_moves_by_its_events(acts: tuple[ProblemAct, ...], state: S) -> None:
    assert problems.standing(path(*acts)).state is state


@pytest.mark.parametrize(
    "acts",
    [
        (A.ASSIGNED,),
        (A.RAISED, A.RAISED),
        (A.RAISED, A.HANDED_IN),
        (A.RAISED, A.ASSIGNED, A.CLOSED),
        (A.RAISED, A.ASSIGNED, A.REOPENED),
        (*SOLVED, A.NOTED),
        (*SOLVED, A.ASSIGNED),
    ],
)
def test_what_the_state_does_not_allow_is_refused(acts: tuple[ProblemAct, ...]) -> None:
    with pytest.raises(Refused):
        problems.standing(path(*acts))


@pytest.mark.parametrize("act", [A.CLOSED, A.RETURNED])
@pytest.mark.parametrize("by", [OFFICER, None])
def test_nobody_checks_what_he_handed_in(act: ProblemAct, by: int | None) -> None:
    events = path(A.RAISED, A.ASSIGNED, A.HANDED_IN)

    with pytest.raises(Refused, match="另一位同事"):
        problems.standing([*events, event(9, act, 9, by=by)])


@pytest.mark.parametrize("told", [{"unit": ""}, {"due_on": None}, {"due_on": FRIDAY}])
def test_an_assignment_names_the_unit_and_a_day_to_come(told: dict[str, object]) -> None:
    with pytest.raises(Refused):
        problems.standing([event(1, A.RAISED), event(2, A.ASSIGNED, 1, **told)])


def test_a_problem_is_overdue_only_while_somebody_has_a_day_to_keep() -> None:
    now = problems.standing(path(A.RAISED, A.ASSIGNED))
    due = now.due_on or FRIDAY

    assert problems.state_on(now, due) is S.IN_HAND
    assert problems.state_on(now, due + timedelta(days=1)) is S.OVERDUE
    for state in (S.TO_CHECK, S.CLOSED):
        waits = replace(now, state=state)
        assert problems.state_on(waits, due + timedelta(days=99)) is state
        assert problems.overdue(waits, due + timedelta(days=99)).days == 0


def test_a_holiday_does_not_escalate() -> None:
    """Due on the last day before National Day of 2025: eight days later no working day passed."""
    now = ProblemStanding(S.IN_HAND, FRIDAY, FRIDAY, "自然资源局", due_on=date(2025, 9, 30))

    assert problems.level_on(problem_rule(), now, date(2025, 10, 8)) == 0
    assert problems.level_on(problem_rule(), now, date(2025, 10, 9)) == 1
    assert problems.level_on(problem_rule(), now, date(2025, 10, 13)) == 2
    assert problems.level_on(problem_rule(), now, date(2025, 10, 15)) == 3


def test_a_withdrawn_event_was_known_until_then() -> None:
    events = path(*SOLVED)
    gone = event(9, A.CLOSED, 9, corrects=events[-1].number, is_withdrawal=True)

    assert problems.standing([*events, gone]).state is S.TO_CHECK
    assert problems.standing([*events, gone], by=events[-1].recorded_at).state is S.CLOSED


def test_what_is_recorded_late_is_asked_by_its_day() -> None:
    handed = replace(event(5, A.HANDED_IN, 2), recorded_at=FIRST + timedelta(days=20))
    told = [*path(A.RAISED, A.ASSIGNED), handed]

    found = problems.as_of(told, FRIDAY + timedelta(days=2))
    assert found is not None
    assert found.state is S.TO_CHECK
    before = problems.as_of(told, FRIDAY + timedelta(days=2), by=FIRST + timedelta(days=3))
    assert before is not None
    assert before.state is S.IN_HAND
    assert problems.as_of(told, FRIDAY - timedelta(days=1)) is None


@st.composite
def histories(draw: st.DrawFn) -> list[ProblemEvent]:
    """Whatever is tried in turn, of which what is refused was not recorded."""
    told = [event(0, A.RAISED, due_on=FRIDAY)]
    for number in range(1, draw(st.integers(1, 25))):
        tried = event(
            number,
            draw(st.sampled_from(list(A))),
            number // 2,
            by=draw(st.sampled_from([OFFICER, HEAD])),
            level=draw(st.integers(0, 3)),
        )
        try:
            problems.standing([*told, tried])
        except Refused:
            continue
        told.append(tried)
    return told


@given(histories())
def test_a_closed_problem_was_handed_in_by_somebody_else(told: list[ProblemEvent]) -> None:
    now = problems.standing(told)
    last = next((e for e in reversed(told) if e.act in (A.CLOSED, A.RETURNED)), None)
    handed = [e for e in told if e.act is A.HANDED_IN and last and e.number < last.number]

    if last is not None:
        assert handed[-1].by != last.by
    assert (now.state is S.CLOSED) == (now.closed_on is not None)
    assert now.reopened == sum(e.act is A.REOPENED for e in told)
    assert now.state is not S.OVERDUE


@given(histories(), st.integers(0, 25))
def test_what_was_known_then_is_what_was_recorded_by_then(
    told: list[ProblemEvent], cut: int
) -> None:
    first = told[: cut + 1]

    assert problems.standing(told, by=first[-1].recorded_at) == problems.standing(first)


@given(histories())
def test_withdrawing_the_last_event_gives_what_stood_before(told: list[ProblemEvent]) -> None:
    last = told[-1]
    gone = replace(last, number=99, corrects=last.number, is_withdrawal=True)

    if len(told) > 1:
        assert problems.standing([*told, gone]) == problems.standing(told[:-1])


@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 60), st.integers(1, 40))
def test_days_overdue_and_levels_equal_a_plain_count(due: date, ahead: int, within: int) -> None:
    rule = replace(problem_rule(), due_within=within, days={})
    now = ProblemStanding(S.RETURNED, due, due, "供电公司", due_on=due)
    on = due + timedelta(days=ahead)

    late = sum(is_working_day(due + timedelta(days=n)) for n in range(1, ahead + 1))
    assert problems.overdue(now, on).days == late
    assert problems.level_on(rule, now, on) == len([e for e in rule.escalations if late >= e.after])
    until = problems.due_by(rule, "land", due)
    passed = [due + timedelta(days=n) for n in range(1, (until - due).days + 1)]
    assert sum(map(is_working_day, passed)) == within
    assert is_working_day(until)
