"""Two organisations, teams, and a person for every role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytest_django import Settings

from zhuchao.apps.people import selectors, services
from zhuchao.apps.people.models import Organisation, Team
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer

PASSWORD = "chenghu-2026-park"
Hire = Callable[..., Viewer]


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def park(db: None) -> Organisation:
    return services.create_organisation(SYSTEM, name="澄湖园区", takes_public_enquiries=True)


@pytest.fixture
def agency(db: None) -> Organisation:
    return services.create_organisation(SYSTEM, name="远桥中介", kind="agency")


@pytest.fixture
def first_team(park: Organisation) -> Team:
    return services.create_team(SYSTEM, organisation_id=park.pk, name="招商一科")


@pytest.fixture
def second_team(park: Organisation) -> Team:
    return services.create_team(SYSTEM, organisation_id=park.pk, name="招商二科")


@pytest.fixture
def hire(park: Organisation) -> Hire:
    """A viewer of a role: ``hire("lin", Role.OFFICER, team=..., organisation=...)``."""

    def make(
        sign_in: str, role: Role, team: Team | None = None, organisation: Organisation | None = None
    ) -> Viewer:
        person = services.create_person(
            SYSTEM, sign_in=sign_in, display_name=f"{sign_in}某", password=PASSWORD
        )
        services.assign_role(
            SYSTEM,
            person_id=person.pk,
            organisation_id=(organisation or park).pk,
            role=role,
            team_id=team.pk if team else None,
        )
        return selectors.viewer_of(person)

    return make
