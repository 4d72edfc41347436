"""What was known of stages: one query on the database says what a replay of the events says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.projects.test_projects import opened

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.models import Project, StageCheck, StageEvent
from zhuchao.apps.projects.staging import events_of
from zhuchao.core.projects import history

START, BEGUN = date(2026, 1, 1), datetime(2026, 2, 1, tzinfo=UTC)
STAGES = ("talk", "sign", "start", "paused")
days = st.integers(0, 8)
asked = st.tuples(days, st.none() | st.integers(0, 20))
entries = st.lists(
    st.fixed_dictionaries(
        {
            "project": st.integers(0, 2),
            "stage": st.sampled_from(STAGES),
            "day": days,
            "at": st.integers(0, 10),
            "corrects": st.none() | st.integers(0, 9),
            "is_withdrawal": st.booleans(),
            "check": st.sampled_from(("none", "waiting", "confirmed", "rejected")),
            "checked_after": st.integers(0, 6),
        }
    ),
    max_size=10,
)


class Undone(Exception):
    """Ends an example without a trace."""


def moment(number: int) -> datetime:
    return BEGUN + timedelta(hours=number)


def record(viewer: Viewer, projects: list[Project], told: list[dict[str, Any]]) -> None:
    made: dict[int, list[StageEvent]] = {}
    for each in sorted(told, key=lambda one: int(one["at"])):
        project = projects[each["project"]]
        earlier = made.setdefault(project.pk, [])
        corrects = (
            earlier[each["corrects"] % len(earlier)] if earlier and each["corrects"] else None
        )
        event = StageEvent.objects.create(
            project=project,
            stage=each["stage"],
            occurred_on=START + timedelta(days=each["day"]),
            recorded_at=moment(each["at"]),
            corrects=corrects,
            is_withdrawal=each["is_withdrawal"] and corrects is not None,
            needs_check=each["check"] != "none",
        )
        earlier.append(event)
        if each["check"] in ("confirmed", "rejected"):
            StageCheck.objects.create(
                event=event,
                is_confirmed=each["check"] == "confirmed",
                checked_at=moment(each["at"] + each["checked_after"]),
                checked_by_id=viewer.person_id,
            )


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=entries, asked=asked)
def test_the_query_says_what_a_replay_says(
    officer_a: Viewer, told: list[dict[str, Any]], asked: tuple[int, int | None]
) -> None:
    on = START + timedelta(days=asked[0])
    by = None if asked[1] is None else moment(asked[1])
    try:
        with transaction.atomic():
            projects = [bare(officer_a, number) for number in range(3)]
            record(officer_a, projects, told)
            found = {e.project_id: e.pk for e in selectors.stages_as_of(officer_a, on, by)}
            replayed = {p.pk: history.as_of(events_of(p), on, by) for p in projects}
            raise Undone
    except Undone:
        pass

    assert found == {key: event.number for key, event in replayed.items() if event is not None}


def bare(viewer: Viewer, number: int) -> Project:
    return Project.objects.create(
        organisation_id=viewer.organisation_id,
        owner_id=viewer.person_id,
        code=f"T{number}",
        title="丙项目",
        stage="lead",
        stage_on=START,
    )


def test_all_projects_take_one_query(officer_a: Viewer, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        opened(officer_a)

    with django_assert_num_queries(1):
        found = list(selectors.stages_as_of(officer_a, date(2026, 12, 1)))

    assert len(found) == 3
    assert all(str(each.project.company or "") == "" for each in found)


def test_colleagues_elsewhere_see_nothing(officer_a: Viewer, officer_b: Viewer) -> None:
    opened(officer_a)

    assert not selectors.stages_as_of(officer_b, date(2026, 12, 1)).exists()


@pytest.mark.parametrize("most", [1, 5])
def test_the_board_takes_two_queries_and_bounds_its_cards(
    officer_a: Viewer, django_assert_num_queries: Any, most: int
) -> None:
    for _ in range(3):
        opened(officer_a)

    with django_assert_num_queries(2):
        board = selectors.board(officer_a, most)

    assert (board["lead"].count, len(board["lead"].cards)) == (3, min(most, 3))
