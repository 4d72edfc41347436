"""Corrections leave the house as lines of JSON."""

import json

import pytest
from tests.faces.cli.conftest import Zhuchao

from zhuchao.apps.library import services
from zhuchao.apps.people import services as people
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

pytestmark = pytest.mark.django_db
RAW = (
    "示例高新区召开大会\n三月五日，示例高新区召开大会，十二个项目集中签约，总投资四十六亿元。\n" * 2
)


def test_each_correction_is_a_line(zhuchao: Zhuchao, tables: Tables) -> None:
    office = people.create_organisation(SYSTEM, name="测试园区", kind="park")
    person = people.create_person(
        SYSTEM, sign_in="officer", display_name="测试", password="a-long-one-for-tests"
    )
    people.assign_role(
        SYSTEM, person_id=person.pk, organisation_id=office.pk, role=Role.OFFICER, team_id=None
    )
    officer = viewer_of(person)
    intake = services.keep_intake(officer, raw=RAW.encode(), origin="paste")
    page = services.confirm_page(
        officer, intake.pk, page=read(RAW, tables=tables), corrections={"title": "标题"}
    )
    services.correct_page(officer, page.pk, field="source", written="示例\n日报")

    told = zhuchao("examples", start_django=lambda: None)

    assert told.code == 0
    (line,) = told.out.splitlines()
    assert json.loads(line) == {
        "of": "page",
        "digest": intake.digest,
        "field": "source",
        "was": None,
        "now": "示例 日报",
        "start": None,
        "end": None,
        "floor": "",
    }


def test_a_house_without_corrections_gives_nothing(zhuchao: Zhuchao) -> None:
    assert zhuchao("examples", start_django=lambda: None) == (0, "", "")
