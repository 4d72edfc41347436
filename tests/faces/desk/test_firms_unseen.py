"""What a project tells of its firm to those who may not see the firm in the register."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from tests.faces.desk.conftest import House

from zhuchao.apps.parties import services as parties
from zhuchao.apps.projects import services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.services.opening import Opening

FULL, ALIAS = "江苏锐芯半导体制造有限公司", "锐芯半导体"


@pytest.fixture
def known(house: House) -> int:
    """A firm of the other team, which also goes by a short name."""
    stranger = house.viewer("stranger")
    firm = parties.note_company(stranger, name=FULL)
    parties.add_name(stranger, firm.pk, name=ALIAS)
    return firm.pk


@pytest.fixture
def typed(house: House, known: int) -> Project:
    opening = Opening("封装项目", DocumentForm("visit", "来访登记"), timezone.localdate(), ALIAS)
    viewer = house.viewer("officer")
    return services.open_project(viewer, opening=opening, today=timezone.localdate())


def test_an_alias_does_not_tell_the_registers_name(
    officer: Client, typed: Project, known: int
) -> None:
    assert typed.company_id == known
    for address in (f"/desk/projects/{typed.pk}/", "/desk/projects/", "/desk/rates/"):
        page = officer.get(address).content.decode()
        assert FULL not in page
        assert f"/desk/companies/{known}/" not in page
    assert ALIAS in officer.get(f"/desk/projects/{typed.pk}/").content.decode()


def test_a_search_by_the_registers_name_does_not_find_it(officer: Client, typed: Project) -> None:
    assert not officer.get(f"/desk/projects/?q={FULL}").context["rows"]
    assert officer.get(f"/desk/projects/?q={ALIAS}").context["rows"]


def test_what_is_exported_bears_the_name_as_typed(officer: Client, typed: Project) -> None:
    answer = officer.get("/desk/projects/export/")

    sheet = load_workbook(BytesIO(b"".join(answer))).active
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert ALIAS in cells
    assert FULL not in cells


def test_who_sees_the_register_sees_both_names(
    signed_in: Callable[[str], Client], typed: Project, known: int
) -> None:
    head = signed_in("section_head")

    page = head.get(f"/desk/projects/{typed.pk}/").content.decode()
    assert f'<a href="/desk/companies/{known}/">{FULL}</a>' in page
    assert f"立项时填写：{ALIAS}" in page
    assert head.get(f"/desk/projects/?q={FULL}").context["rows"]
