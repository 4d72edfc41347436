"""Enquiries on the desk: found, matched, taken, and turned into one project."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.projects import selectors as projects
from zhuchao.ground import audit


@pytest.fixture
def public_id(house: House) -> int:
    form = EnquiryForm(
        demand="求租溧阳厂房三千平", telephone="13800000003", person="赵先生", company="甲乙公司"
    )
    return services.receive(PUBLIC, form=form, idempotency_key="one").pk


def test_the_list_narrows_by_what_its_address_says(officer: Client, enquiry_id: int) -> None:
    found = officer.get("/desk/enquiries/?q=溧阳").content.decode()
    lost = officer.get("/desk/enquiries/?q=没有这样的").content.decode()

    assert f"/desk/enquiries/{enquiry_id}/" in found
    assert "没有符合条件的记录" in lost


def test_the_list_narrows_to_whose_they_are_and_how_long_they_wait(
    officer: Client, house: House, public_id: int, enquiry_id: int
) -> None:
    old = timezone.now() - timedelta(days=8)
    form = EnquiryForm(demand="求租溧阳仓库五百平", telephone="13800000004")
    services.receive(PUBLIC, form=form, idempotency_key="old", received_at=old)

    def receipts(query: str) -> list[str]:
        page = officer.get(f"/desk/enquiries/?{query}").content.decode()
        return [text for text in ("三千平", "仓库五百平", "两千到两千五百平") if text in page]

    assert receipts("owner=mine") == ["两千到两千五百平"]
    assert receipts("owner=tray") == ["三千平", "仓库五百平"]
    assert receipts(f"owner={house.people['officer'].pk}") == ["两千到两千五百平"]
    assert receipts("age=7") == ["仓库五百平"]
    assert receipts("age=7&owner=mine") == []
    assert receipts("age=nonsense&owner=nonsense") == ["三千平", "仓库五百平", "两千到两千五百平"]


def test_a_wait_that_is_too_long_is_marked_in_words(officer: Client, house: House) -> None:
    old = timezone.now() - timedelta(days=9)
    form = EnquiryForm(demand="求租溧阳仓库五百平", telephone="13800000004")
    services.receive(PUBLIC, form=form, idempotency_key="old", received_at=old)

    assert "9 天 超时" in officer.get("/desk/enquiries/").content.decode()


def test_an_empty_list_says_how_the_first_comes_to_be(officer: Client) -> None:
    assert "这里就有第一条" in officer.get("/desk/enquiries/").content.decode()


def test_htmx_gets_the_rows_alone(officer: Client, enquiry_id: int) -> None:
    answer = officer.get(
        "/desk/enquiries/", headers={"HX-Request": "true", "HX-Target": "list"}
    ).content.decode()

    assert "<html" not in answer
    assert f"/desk/enquiries/{enquiry_id}/" in answer


def test_a_public_enquiry_is_on_the_desk_at_once_and_can_be_taken(
    officer: Client, house: House, public_id: int
) -> None:
    today = officer.get("/desk/").content.decode()

    answer = officer.post(f"/desk/enquiries/{public_id}/take/", follow=True).content.decode()

    assert "求租溧阳厂房三千平" in today
    assert "由您承办" in answer


def test_a_colleague_cannot_take_what_is_taken(
    officer: Client, signed_in: Callable[[str], Client], public_id: int
) -> None:
    officer.post(f"/desk/enquiries/{public_id}/take/")

    head = signed_in("section_head").post(f"/desk/enquiries/{public_id}/take/")
    stranger = signed_in("stranger").post(f"/desk/enquiries/{public_id}/take/")

    assert (head.status_code, stranger.status_code) == (409, 404)
    assert "已有同事承办" in head.content.decode()


def test_a_telephone_is_masked_until_revealed_and_that_is_recorded(
    officer: Client, enquiry_id: int
) -> None:
    before = officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()

    after = officer.post(f"/desk/enquiries/{enquiry_id}/contact/").content.decode()

    assert "13800000001" not in before
    assert "13800000001" in after
    assert audit.latest(1)[0].act == "reveal_contact"


def test_a_leader_sees_it_masked_and_may_not_reveal(
    signed_in: Callable[[str], Client], enquiry_id: int
) -> None:
    leader = signed_in("leader")

    page = leader.get(f"/desk/enquiries/{enquiry_id}/").content.decode()

    assert "查看完整号码" not in page
    assert "转为项目" not in page
    assert leader.post(f"/desk/enquiries/{enquiry_id}/contact/").status_code == 403


def test_matches_show_their_reasons(officer: Client, enquiry_id: int, offer_id: int) -> None:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})

    page = officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()

    assert f'href="/desk/offers/{offer_id}/"' in page
    assert "reason--" in page


def test_offers_stand_side_by_side_with_the_conditions(
    officer: Client, enquiry_id: int, offer_id: int
) -> None:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})

    for address in (f"/desk/enquiries/{enquiry_id}/", f"/desk/enquiries/{enquiry_id}/compare/"):
        page = officer.get(address, {"compare": offer_id}).content.decode()

        assert "客户的条件" in page
        assert "≥ 8 m" in page
        assert "12 m" in page
        assert "verdict--meets" in page


def test_a_comparison_of_what_is_out_of_sight_is_not_found(
    signed_in: Callable[[str], Client], enquiry_id: int
) -> None:
    address = f"/desk/enquiries/{enquiry_id}/compare/"
    found = [signed_in(who).get(address).status_code for who in ("leader", "stranger", "agent")]

    assert found == [200, 404, 404]


def test_one_act_makes_one_project_with_its_first_stage(
    officer: Client, house: House, enquiry_id: int
) -> None:
    form = {"title": "精密项目", "evidence": "微信消息", "occurred_on": timezone.localdate()}

    first = officer.post(f"/desk/enquiries/{enquiry_id}/project/", form)
    again = officer.post(f"/desk/enquiries/{enquiry_id}/project/", form)

    project = projects.projects(house.viewer("officer")).get()
    assert first["Location"] == again["Location"] == f"/desk/projects/{project.pk}/"
    assert "线索" in officer.get(first["Location"]).content.decode()


def test_a_project_form_with_faults_keeps_what_was_typed(officer: Client, enquiry_id: int) -> None:
    form = {"title": "精密项目", "evidence": "", "occurred_on": "2999-01-01"}

    answer = officer.post(f"/desk/enquiries/{enquiry_id}/project/", form)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "日期不能晚于今天" in page
    assert "请填写此项" in page
    assert 'value="精密项目"' in page


def test_a_state_that_does_not_follow_is_refused(officer: Client, enquiry_id: int) -> None:
    officer.post(f"/desk/enquiries/{enquiry_id}/state/", {"state": "cancelled"})

    answer = officer.post(f"/desk/enquiries/{enquiry_id}/state/", {"state": "viewing"})

    assert answer.status_code == 409


def test_a_demand_with_figures_of_a_project_leads_to_admission(
    officer: Client, paste: Callable[[str], int], enquiry_id: int
) -> None:
    number = paste("求购工业用地60-80亩，储能项目，总投资5亿元，亩均税收30万")
    answer = officer.post(
        f"/desk/intakes/{number}/confirm/", {"as": "message", "save_as": "demand"}
    )

    with_figures = officer.get(answer["Location"]).content.decode()
    without = officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()

    assert "/desk/admission/?say=" in with_figures
    assert "准入测算" not in without.split("<main")[1]
