"""A park's office with two teams, and an agency: the viewers whose rights differ."""

from __future__ import annotations

from typing import Any

import pytest

from zhuchao.apps.people import services as people
from zhuchao.apps.people.models import Organisation
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role, Viewer

PASSWORD = "a-long-one-for-tests"


@pytest.fixture
def park(db: None, settings: Any) -> Organisation:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return people.create_organisation(
        SYSTEM, name="测试园区", kind="park", takes_public_enquiries=True
    )


@pytest.fixture
def agency(park: Organisation) -> Organisation:
    return people.create_organisation(SYSTEM, name="测试中介", kind="agency")


def _somebody(
    organisation: Organisation, sign_in: str, role: Role, team_id: int | None = None
) -> Viewer:
    person = people.create_person(
        SYSTEM, sign_in=sign_in, display_name=f"测试{sign_in}", password=PASSWORD
    )
    people.assign_role(
        SYSTEM, person_id=person.pk, organisation_id=organisation.pk, role=role, team_id=team_id
    )
    return viewer_of(person)


@pytest.fixture
def officer_a(park: Organisation) -> Viewer:
    team = people.create_team(SYSTEM, organisation_id=park.pk, name="一组")
    return _somebody(park, "officer-a", Role.OFFICER, team.pk)


@pytest.fixture
def teammate(park: Organisation, officer_a: Viewer) -> Viewer:
    """Another officer in the team of officer_a."""
    return _somebody(park, "teammate", Role.OFFICER, min(officer_a.team_ids))


@pytest.fixture
def officer_b(park: Organisation) -> Viewer:
    team = people.create_team(SYSTEM, organisation_id=park.pk, name="二组")
    return _somebody(park, "officer-b", Role.OFFICER, team.pk)


@pytest.fixture
def section_head(park: Organisation) -> Viewer:
    return _somebody(park, "section-head", Role.SECTION_HEAD)


@pytest.fixture
def leader(park: Organisation) -> Viewer:
    return _somebody(park, "leader", Role.LEADER)


@pytest.fixture
def supervisor(park: Organisation) -> Viewer:
    return _somebody(park, "supervisor", Role.SUPERVISOR)


@pytest.fixture
def agent(agency: Organisation) -> Viewer:
    """Works in another organisation."""
    return _somebody(agency, "agent", Role.AGENT)


@pytest.fixture
def visitor(park: Organisation) -> Viewer:
    return PUBLIC
