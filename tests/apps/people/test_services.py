"""Setting up organisations and people."""

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory
from tests.apps.people.conftest import PASSWORD, Hire

from zhuchao.apps.people import selectors, services
from zhuchao.apps.people.models import Membership, Organisation, Person, Team
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role
from zhuchao.core.errors import NotAllowed, Refused
from zhuchao.ground import audit

pytestmark = pytest.mark.django_db


def person(sign_in: str = "lin") -> Person:
    return services.create_person(SYSTEM, sign_in=sign_in, display_name="林某", password=PASSWORD)


def test_a_person_can_sign_in() -> None:
    made = person()

    request = RequestFactory().post("/desk/sign-in/")

    assert authenticate(request, sign_in="lin", username="lin", password=PASSWORD) == made
    assert authenticate(request, sign_in="lin", username="lin", password="wrong") is None


@pytest.mark.parametrize("password", ["short", "password", "12345678901", ""])
def test_a_weak_password_is_refused_with_the_reason(password: str) -> None:
    with pytest.raises(Refused, match="密码不合要求"):
        services.create_person(SYSTEM, sign_in="lin", display_name="林某", password=password)


def test_a_taken_sign_in_is_refused_and_the_transaction_lives_on() -> None:
    person()

    with pytest.raises(Refused, match="已被使用"):
        person()

    assert Person.objects.count() == 1


@pytest.mark.parametrize(("sign_in", "name"), [(" ", "林某"), ("lin", " ")])
def test_a_person_needs_both_names(sign_in: str, name: str) -> None:
    with pytest.raises(Refused, match="都要填写"):
        services.create_person(SYSTEM, sign_in=sign_in, display_name=name, password=PASSWORD)


def test_an_organisation_is_made_once(park: Organisation) -> None:
    with pytest.raises(Refused, match="已经存在"):
        services.create_organisation(SYSTEM, name=park.name)


def test_only_one_organisation_takes_public_enquiries(park: Organisation) -> None:
    with pytest.raises(Refused, match="只能由一个单位"):
        services.create_organisation(SYSTEM, name="另一园区", takes_public_enquiries=True)


def test_a_role_is_given_once_however_often_it_is_assigned(park: Organisation) -> None:
    lin = person()

    for _ in range(2):
        services.assign_role(SYSTEM, person_id=lin.pk, organisation_id=park.pk, role=Role.OFFICER)

    assert Membership.objects.count() == 1


def test_a_team_of_another_organisation_is_refused(first_team: Team, agency: Organisation) -> None:
    with pytest.raises(Refused, match="不属于"):
        services.assign_role(
            SYSTEM,
            person_id=person().pk,
            organisation_id=agency.pk,
            role=Role.OFFICER,
            team_id=first_team.pk,
        )


@pytest.mark.parametrize(
    ("role", "edits", "is_superuser"),
    [(Role.OFFICER, False, False), (Role.EDITOR, True, False), (Role.ADMINISTRATOR, True, True)],
)
def test_who_enters_the_editors_pages(
    role: Role, edits: bool, is_superuser: bool, hire: Hire
) -> None:
    hire("lin", role)

    lin = Person.objects.get()

    assert lin.has_perm("wagtailadmin.access_admin") is edits
    assert (lin.is_staff, lin.is_superuser) == (edits, is_superuser)


def test_a_role_taken_back_closes_the_editors_pages(hire: Hire, park: Organisation) -> None:
    hire("lin", Role.ADMINISTRATOR)
    lin = Person.objects.get()

    services.withdraw_role(
        SYSTEM, person_id=lin.pk, organisation_id=park.pk, role=Role.ADMINISTRATOR
    )

    lin = Person.objects.get()
    assert (lin.is_staff, lin.is_superuser) == (False, False)
    assert selectors.viewer_of(lin).roles == frozenset()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LEADER, Role.EDITOR, Role.AUDITOR])
def test_only_an_administrator_makes_people(role: Role, hire: Hire) -> None:
    with pytest.raises(NotAllowed):
        services.create_person(
            hire("lin", role), sign_in="new", display_name="新某", password=PASSWORD
        )


def test_an_administrator_keeps_to_the_own_organisation(hire: Hire, agency: Organisation) -> None:
    administrator = hire("lin", Role.ADMINISTRATOR)

    with pytest.raises(NotAllowed):
        services.assign_role(
            administrator,
            person_id=person("new").pk,
            organisation_id=agency.pk,
            role=Role.ADMINISTRATOR,
        )
    with pytest.raises(NotAllowed):
        services.create_team(administrator, organisation_id=agency.pk, name="x")
    with pytest.raises(NotAllowed):
        services.create_organisation(administrator, name="x")


def test_a_visitor_makes_nothing() -> None:
    with pytest.raises(NotAllowed):
        services.create_organisation(PUBLIC, name="x")


def test_every_act_is_in_the_audit_chain_without_personal_data(hire: Hire) -> None:
    hire("lin", Role.OFFICER)

    entries = audit.latest()

    assert {entry.act for entry in entries} == {
        "create_organisation",
        "create_person",
        "assign_role",
    }
    assert "某" not in "".join(str(entry.detail) for entry in entries)
    assert audit.verify().is_whole
