"""What three people whose rights differ see of the same records."""

from dataclasses import replace

import pytest
from tests.apps.people.conftest import Hire

from zhuchao.apps.library import selectors, services
from zhuchao.apps.people.models import Organisation, Team
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role, Viewer
from zhuchao.core.errors import NotAllowed, NotFound


@pytest.fixture
def wang(hire: Hire, first_team: Team) -> Viewer:
    return hire("wang", Role.OFFICER, team=first_team)


@pytest.fixture
def zhao(hire: Hire, second_team: Team) -> Viewer:
    return hire("zhao", Role.OFFICER, team=second_team)


@pytest.fixture
def kept(wang: Viewer, zhao: Viewer, hire: Hire, agency: Organisation) -> dict[str, int]:
    """An intake of each: two teams of the park, and an agency."""
    qian = hire("qian", Role.AGENT, organisation=agency)
    return {
        viewer.name: services.keep_intake(viewer, raw=viewer.name.encode(), origin="paste").pk
        for viewer in (wang, zhao, qian)
    }


def seen_by(viewer: Viewer) -> set[str]:
    return {each.owner.sign_in for each in selectors.intakes(viewer) if each.owner}


def test_an_officer_sees_the_own_team_only(wang: Viewer, kept: dict[str, int]) -> None:
    assert seen_by(wang) == {"wang"}


def test_a_section_head_sees_the_organisation(hire: Hire, kept: dict[str, int]) -> None:
    assert seen_by(hire("sun", Role.SECTION_HEAD)) == {"wang", "zhao"}


def test_a_colleague_of_the_same_team_sees_it(
    hire: Hire, first_team: Team, kept: dict[str, int]
) -> None:
    assert seen_by(hire("li", Role.OFFICER, team=first_team)) == {"wang"}


def test_an_agent_sees_what_is_the_agents_own(
    hire: Hire, agency: Organisation, kept: dict[str, int]
) -> None:
    assert seen_by(hire("zhou", Role.AGENT, organisation=agency)) == set()


@pytest.mark.parametrize("role", [Role.LEADER, Role.SUPERVISOR, Role.AUDITOR])
def test_those_who_watch_do_not_see_raw_intakes(
    role: Role, hire: Hire, kept: dict[str, int]
) -> None:
    assert seen_by(hire("wu", role)) == set()


def test_a_visitor_sees_none_and_the_machine_all(kept: dict[str, int]) -> None:
    assert seen_by(PUBLIC) == set()
    assert seen_by(SYSTEM) == {"wang", "zhao", "qian"}


def test_what_is_out_of_sight_cannot_be_asked_for_by_number(
    wang: Viewer, zhao: Viewer, kept: dict[str, int]
) -> None:
    with pytest.raises(NotFound):
        selectors.intake(wang, kept["zhao"])
    with pytest.raises(NotFound):
        services.set_aside_intake(wang, kept["zhao"])


def test_a_visitor_cannot_make_one(kept: dict[str, int]) -> None:
    with pytest.raises(NotAllowed):
        services.keep_intake(PUBLIC, raw=b"x", origin="paste")


def test_changing_teams_changes_what_is_seen(
    wang: Viewer, second_team: Team, kept: dict[str, int]
) -> None:
    moved = replace(wang, team_ids=frozenset({second_team.pk}))

    assert seen_by(moved) == {"wang", "zhao"}
