"""One organisation with two teams and a person of each role, and their browsers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from zhuchao.apps.people import services as people
from zhuchao.apps.people.models import Person
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.publishing import services as publishing

DEMAND = (
    "求租溧阳单层厂房，两千到两千五百平，层高8米起，要有10吨行车，"
    "最好能做环评，26块以内。王先生 13800000001"
)
SUPPLY = (
    "出租溧阳城北独栋单层厂房，檐高12米，6800平，2000起分，10T行车两台，6毛5，李女士13800000002"
)
PASSWORD = "a-long-one-for-tests"


@dataclass(frozen=True)
class House:
    """The organisation and who works in it."""

    organisation_id: int
    people: dict[str, Person]

    def viewer(self, who: str) -> Viewer:
        return viewer_of(self.people[who])


def _person(organisation_id: int, sign_in: str, role: Role, team_id: int | None) -> int:
    person = people.create_person(
        SYSTEM, sign_in=sign_in, display_name=f"测试{sign_in}", password=PASSWORD
    )
    people.assign_role(
        SYSTEM, person_id=person.pk, organisation_id=organisation_id, role=role, team_id=team_id
    )
    return int(person.pk)


@pytest.fixture(scope="module")
def made_house(kept: None, django_db_blocker: Any) -> tuple[int, dict[str, int]]:
    """The organisation and its people by number, made once for a file."""
    with django_db_blocker.unblock():
        office = people.create_organisation(
            SYSTEM, name="测试园区", kind="park", takes_public_enquiries=True
        )
        team = people.create_team(SYSTEM, organisation_id=office.pk, name="一组")
        other = people.create_team(SYSTEM, organisation_id=office.pk, name="二组")
        publishing.ensure_site(SYSTEM)
        found = {
            role.value: _person(office.pk, role.value, role, team.pk)
            for role in Role
            if role is not Role.VISITOR
        }
        found["stranger"] = _person(office.pk, "stranger", Role.OFFICER, other.pk)
    return office.pk, found


@pytest.fixture
def house(made_house: tuple[int, dict[str, int]], db: None) -> House:
    office, found = made_house
    numbered = Person.objects.in_bulk(found.values())
    return House(office, {who: numbered[number] for who, number in found.items()})


@pytest.fixture
def signed_in(house: House) -> Callable[[str], Client]:
    """A browser in which that person is signed in."""

    def as_person(who: str) -> Client:
        client = Client()
        client.force_login(house.people[who], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return as_person


@pytest.fixture
def officer(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("officer")


@pytest.fixture
def paste(officer: Client) -> Callable[[str], int]:
    """Paste a text as the officer; the intake's number."""

    def as_officer(text: str) -> int:
        answer = officer.post("/desk/", {"text": text})
        assert answer.status_code == 302, answer.content.decode()
        return int(answer["Location"].split("/")[-2])

    return as_officer


@pytest.fixture
def enquiry_id(officer: Client, paste: Callable[[str], int]) -> int:
    number = paste(DEMAND)
    answer = officer.post(
        f"/desk/intakes/{number}/confirm/", {"as": "message", "save_as": "demand"}
    )
    return int(answer["Location"].split("/")[-2])


@pytest.fixture
def offer_id(officer: Client, paste: Callable[[str], int]) -> int:
    number = paste(SUPPLY)
    answer = officer.post(
        f"/desk/intakes/{number}/confirm/", {"as": "message", "save_as": "supply"}
    )
    return int(answer["Location"].split("/")[-2])
