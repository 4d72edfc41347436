"""Who somebody is, and whom they may know of."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from tests.apps.people.conftest import Hire

from zhuchao.apps.people import selectors, services
from zhuchao.apps.people.middleware import ViewerMiddleware
from zhuchao.apps.people.models import Organisation, Person, Team
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role, Viewer
from zhuchao.core.errors import NotAllowed, NotFound

pytestmark = pytest.mark.django_db


def test_nobody_signed_in_is_the_public() -> None:
    assert selectors.viewer_of(AnonymousUser()) is PUBLIC


def test_who_left_is_the_public(hire: Hire) -> None:
    hire("lin", Role.OFFICER)
    Person.objects.update(is_active=False)

    assert selectors.viewer_of(Person.objects.get()) is PUBLIC


def test_a_viewer_has_the_roles_and_teams_of_the_first_organisation(
    hire: Hire, first_team: Team, second_team: Team, agency: Organisation
) -> None:
    lin = hire("lin", Role.OFFICER, team=first_team)
    assert lin.person_id is not None
    for organisation_id, role, team in (
        (first_team.organisation_id, Role.SECTION_HEAD, second_team.pk),
        (agency.pk, Role.ADMINISTRATOR, None),
    ):
        services.assign_role(
            SYSTEM,
            person_id=lin.person_id,
            organisation_id=organisation_id,
            role=role,
            team_id=team,
        )

    viewer = selectors.viewer_of(Person.objects.get())

    assert viewer.roles == {Role.OFFICER, Role.SECTION_HEAD}
    assert viewer.team_ids == {first_team.pk, second_team.pk}
    assert selectors.roles_of(viewer) == (Role.OFFICER, Role.SECTION_HEAD)


def test_colleagues_are_known_by_name_and_others_are_not(hire: Hire, agency: Organisation) -> None:
    lin = hire("lin", Role.OFFICER)
    hire("qian", Role.AGENT, organisation=agency)

    assert [each.sign_in for each in selectors.people_of(lin)] == ["lin"]
    assert not selectors.people_of(PUBLIC).exists()
    assert selectors.people_of(SYSTEM).count() == 2


def test_public_enquiries_go_to_the_organisation_that_takes_them(
    agency: Organisation, park: Organisation
) -> None:
    assert selectors.default_organisation_id() == park.pk


def test_without_any_organisation_public_enquiries_have_nowhere_to_go() -> None:
    assert not selectors.has_organisation(PUBLIC)
    with pytest.raises(NotFound, match="还没有建立任何单位"):
        selectors.default_organisation_id()


def test_a_new_record_belongs_to_its_maker(hire: Hire, first_team: Team) -> None:
    lin = hire("lin", Role.OFFICER, team=first_team)

    assert ownership(lin) == {
        "organisation_id": first_team.organisation_id,
        "team_id": first_team.pk,
        "owner_id": lin.person_id,
        "created_by_id": lin.person_id,
    }


def test_who_belongs_nowhere_can_own_nothing() -> None:
    with pytest.raises(NotAllowed, match="不属于任何单位"):
        ownership(Viewer(1, None, frozenset(), frozenset({Role.OFFICER})))


def test_the_middleware_puts_the_viewer_on_the_request(hire: Hire, client: Client) -> None:
    hire("lin", Role.OFFICER)
    request = RequestFactory().get("/")
    request.user = Person.objects.get()

    ViewerMiddleware(lambda request: None)(request)  # type: ignore[arg-type, return-value]

    assert request.viewer.name == "lin"  # type: ignore[attr-defined]
