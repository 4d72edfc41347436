"""Bringing people in from the command line."""

import pytest
from django.test import Client, RequestFactory
from django.urls import resolve

from zhuchao.apps.people import selectors, services
from zhuchao.apps.people.models import Person
from zhuchao.apps.people.viewer import SYSTEM, Role
from zhuchao.apps.people.wagtail_hooks import leave_people_out
from zhuchao.config.person import ROLES, Newcomer, bring_in
from zhuchao.config.urls import closed
from zhuchao.core.errors import NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def park() -> None:
    park = services.create_organisation(SYSTEM, name="澄湖园区", takes_public_enquiries=True)
    services.create_team(SYSTEM, organisation_id=park.pk, name="招商一科")


def test_a_newcomer_can_sign_in_with_the_password_given() -> None:
    password = bring_in(Newcomer("lin", "林某", Role.OFFICER, team="招商一科"))

    viewer = selectors.viewer_of(Person.objects.get())
    assert Person.objects.get().check_password(password)
    assert viewer.roles == {Role.OFFICER}
    assert len(viewer.team_ids) == 1


@pytest.mark.parametrize("wrong", [{"organisation": "没有"}, {"team": "没有"}])
def test_a_place_that_does_not_exist_makes_nobody(wrong: dict[str, str]) -> None:
    with pytest.raises(NotFound, match="没有"):
        bring_in(Newcomer("lin", "林某", Role.OFFICER, **wrong))

    assert not Person.objects.exists()


def test_roles_are_named_in_either_language() -> None:
    assert ROLES["招商专员"] is ROLES["officer"] is Role.OFFICER
    assert Role.VISITOR not in ROLES.values()


@pytest.mark.parametrize("path", ["/editor/users/", "/editor/users/1/", "/editor/groups/new/"])
def test_the_editors_admin_cannot_change_people(path: str) -> None:
    assert resolve(path).func is closed


def test_an_administrator_finds_people_closed_in_the_editors_admin(client: Client) -> None:
    bring_in(Newcomer("keeper", "林某", Role.ADMINISTRATOR))
    client.force_login(Person.objects.get(), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get("/editor/users/").status_code == 404
    assert client.get("/editor/").status_code == 200


def test_the_menu_does_not_name_what_is_closed() -> None:
    from wagtail.admin.menu import MenuItem

    items = [MenuItem("x", "/", name=name) for name in ("users", "sites", "groups")]

    leave_people_out(RequestFactory().get("/"), items)

    assert [item.name for item in items] == ["sites"]
