"""``zhuchao search``: says what differs, repairs it, and makes the index anew."""

import pytest
from tests.faces.cli.conftest import Zhuchao

from zhuchao.apps.parties import services
from zhuchao.apps.parties.models import Company
from zhuchao.apps.people import services as people
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer

pytestmark = pytest.mark.django_db


def ready() -> None:
    """Django was set up by the tests."""


@pytest.fixture
def officer() -> Viewer:
    home = people.create_organisation(SYSTEM, name="澄湖高新区")
    made = people.create_person(
        SYSTEM, sign_in="officer", display_name="柳青", password="nest-of-reeds-8"
    )
    people.assign_role(SYSTEM, person_id=made.pk, organisation_id=home.pk, role=Role.OFFICER)
    return viewer_of(made)


def test_what_differs_is_named_and_repaired(zhuchao: Zhuchao, officer: Viewer) -> None:
    firm = services.note_company(officer, name="锐芯半导体")
    assert zhuchao("search", "rebuild", start_django=ready).code == 0
    assert zhuchao("search", "check", start_django=ready).code == 0
    Company.objects.filter(pk=firm.pk).update(name="另一个名称")

    told = zhuchao("search", "check", start_django=ready)

    assert told.code == 1
    assert f"企业　1 条，过时 1 条（编号 {firm.pk}）" in told.out
    assert "已修补 1 条" in zhuchao("search", "repair", start_django=ready).out
    assert zhuchao("search", "check", start_django=ready).code == 0


def test_another_act_is_refused(zhuchao: Zhuchao) -> None:
    assert zhuchao("search", "burn", start_django=ready).code == 2
