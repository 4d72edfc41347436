"""/desk/search/: each finds what is in reach, and nobody what others keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.viewer import Role
from zhuchao.apps.projects import services as projects
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.services.merging import merge_companies
from zhuchao.apps.projects.services.opening import Opening

FULL, ALIAS = "江苏锐芯半导体制造有限公司", "锐芯半导体"


def found(client: Client, typed: str) -> str:
    answer = client.get("/desk/search/", {"q": typed})
    assert answer.status_code == 200
    return str(answer.content.decode()).replace("<mark>", "").replace("</mark>", "")


@pytest.fixture
def known(house: House) -> int:
    """A firm of the other team, which also goes by a short name."""
    stranger = house.viewer("stranger")
    firm = parties.note_company(stranger, name=FULL)
    parties.add_name(stranger, firm.pk, name=ALIAS)
    return int(firm.pk)


def test_an_enquiry_and_an_offer_are_found_by_subwords(
    officer: Client, enquiry_id: int, offer_id: int
) -> None:
    page = found(officer, "厂房")

    assert f"/desk/enquiries/{enquiry_id}/" in page
    assert f"/desk/offers/{offer_id}/" in page


def test_an_empty_and_a_vain_search_say_how(officer: Client) -> None:
    assert "输入一个词开始查找" in found(officer, "")
    assert "没有可以查找的文字" in found(officer, "。")
    assert "用“首谈首报”里的盲查" in found(officer, "查无此厂")


@pytest.mark.parametrize("who", [role.value for role in Role if role is not Role.VISITOR])
def test_a_firm_is_found_by_whom_the_register_shows_it(
    signed_in: Callable[[str], Client], known: int, who: str
) -> None:
    sees = who in ("section_head", "leader", "supervisor", "administrator")

    for typed in (FULL, ALIAS, "锐芯", "半导体制造"):
        page = found(signed_in(who), typed)
        assert (f"/desk/companies/{known}/" in page) == sees
        assert (FULL in page.replace(f'value="{FULL}"', "").replace(f"“{FULL}”", "")) == sees


def test_a_claimed_firm_is_found_by_its_team_alone(signed_in: Callable[[str], Client]) -> None:
    stranger, told = signed_in("stranger"), {"company": FULL, "intention": "封装项目"}
    told |= {"investment": "12000", "talked_on": str(timezone.localdate()), "evidence": "来访"}
    assert stranger.post("/desk/claims/new/", told).status_code == 302

    assert "/desk/companies/" in found(stranger, "锐芯").partition("<main")[2]
    for typed in ("锐芯", "封装项目"):
        page = found(signed_in("officer"), typed)
        assert "没有找到" in page
        assert 'class="row"' not in page.partition("<main")[2]


def test_a_project_is_not_found_by_a_name_that_only_the_register_tells(
    house: House, officer: Client, signed_in: Callable[[str], Client], known: int
) -> None:
    opening = Opening("封装项目", DocumentForm("visit", "来访登记"), timezone.localdate(), ALIAS)
    made = projects.open_project(
        house.viewer("officer"), opening=opening, today=timezone.localdate()
    )

    assert f"/desk/projects/{made.pk}/" in found(officer, "锐芯半导体")
    page = found(officer, "半导体制造")
    assert f"/desk/projects/{made.pk}/" not in page
    assert f"/desk/companies/{known}/" not in page


def test_a_teams_enquiry_is_not_found_by_another_team(
    signed_in: Callable[[str], Client], enquiry_id: int
) -> None:
    officer, stranger = signed_in("officer"), signed_in("stranger")
    assert f"/desk/enquiries/{enquiry_id}/" in found(officer, "环评")
    assert f"/desk/enquiries/{enquiry_id}/" not in found(stranger, "环评")


def test_persons_are_not_found(officer: Client, enquiry_id: int) -> None:
    assert "没有找到" in found(officer, "13800000001")
    assert "没有找到" in found(officer, "王先生")


def test_covered_names_and_numbers_are_three_stars(
    house: House, officer: Client, enquiry_id: int
) -> None:
    kept = enquiries.enquiries(house.viewer("officer")).get(pk=enquiry_id).text

    page = found(officer, "环评")

    assert "26块以内。＊＊＊ ＊＊＊＊" in kept
    assert "26块以内。＊＊＊<" in page


def test_a_merged_firm_is_found_by_both_names(
    house: House, signed_in: Callable[[str], Client], known: int
) -> None:
    head = house.viewer("section_head")
    other = parties.note_company(head, name="锐芯微电子有限公司")
    merge_companies(
        head, kept_id=known, folded_id=other.pk, reason="同一信用代码", today=timezone.localdate()
    )

    page = found(signed_in("section_head"), "微电子")
    assert f"/desk/companies/{known}/" in page
    assert f"/desk/companies/{other.pk}/" not in page


def test_nobody_outside_searches_the_desk(client: Client, db: None) -> None:
    assert client.get("/desk/search/?q=厂房").status_code == 302


def test_every_page_has_the_box(officer: Client) -> None:
    page = officer.get("/desk/").content.decode()

    assert 'action="/desk/search/"' in page
    assert "data-search" in page
