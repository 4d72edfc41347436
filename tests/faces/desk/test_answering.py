"""/desk/enquiries/<id>/answer/: what the visitor reads under the receipt."""

import pytest
from django.test import Client

from zhuchao.apps.enquiries import services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.ground import audit


@pytest.fixture
def asked(officer: Client) -> Enquiry:
    form = EnquiryForm("求租溧阳厂房，2000平", "13800000009", person="童女士")
    return services.receive(PUBLIC, form=form, idempotency_key="asked")


def test_an_answer_stands_on_the_page_and_in_the_history(officer: Client, asked: Enquiry) -> None:
    page = officer.get(f"/desk/enquiries/{asked.pk}/").content.decode()
    assert "给访客的答复" in page

    answered = officer.post(
        f"/desk/enquiries/{asked.pk}/answer/", {"answer": "有两处，周三可看。"}, follow=True
    )

    shown = answered.content.decode()
    assert "有两处，周三可看。" in shown
    assert "答复访客" in shown
    assert audit.latest(1)[0].act == "answer_enquiry"


def test_a_refused_answer_is_kept_in_the_form(officer: Client, asked: Enquiry) -> None:
    written = "来了就税收返还三年。"

    refused = officer.post(f"/desk/enquiries/{asked.pk}/answer/", {"answer": written})

    page = refused.content.decode()
    assert refused.status_code == 409
    assert "不得公开承诺" in page
    assert f">{written}</textarea>" in page


def test_what_the_desk_took_down_itself_is_not_answered_here(
    officer: Client, enquiry_id: int
) -> None:
    assert "给访客的答复" not in officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()


def test_premises_to_let_lead_to_their_intake(officer: Client, asked: Enquiry) -> None:
    form = EnquiryForm("溧阳单层厂房出租，6800平", "13800000008", is_supply=True)
    supply = services.receive(PUBLIC, form=form, idempotency_key="supply")

    page = officer.get(f"/desk/enquiries/{supply.pk}/").content.decode()

    assert f"/desk/intakes/{supply.intake_id}/" in page
    assert "确认为房源" in officer.get(f"/desk/intakes/{supply.intake_id}/").content.decode()
