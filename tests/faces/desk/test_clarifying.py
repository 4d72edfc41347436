"""The answer to the ask-back on the desk: typed as people write, kept on error, shown in order."""

from collections.abc import Callable

from django.test import Client

from zhuchao.ground import audit


def address(enquiry_id: int) -> str:
    return f"/desk/enquiries/{enquiry_id}/clarify/"


def test_the_form_shows_each_field_beside_the_marked_original(
    officer: Client, enquiry_id: int
) -> None:
    page = officer.get(address(enquiry_id)).content.decode()

    assert 'data-field="t0"' in page
    assert "<mark" in page
    assert "13800000001" not in page


def test_an_answer_is_read_forgivingly_and_shown_in_the_history(
    officer: Client, enquiry_id: int
) -> None:
    answer = officer.post(
        address(enquiry_id), {"add-power": "５００千伏安", "cause": "answered"}, follow=True
    )

    page = answer.content.decode()
    assert "匹配按新条件重算" in page
    assert "500" in page
    assert "客户答复" in page
    assert "已澄清" in page
    assert audit.latest(1)[0].act == "clarify_enquiry"


def test_what_cannot_be_read_is_kept_and_explained(officer: Client, enquiry_id: int) -> None:
    answer = officer.post(address(enquiry_id), {"add-height": "很高", "add-rent": "20块"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="很高"' in page
    assert 'value="20块"' in page
    assert "没有读懂" in page


def test_nothing_changed_is_said(officer: Client, enquiry_id: int) -> None:
    answer = officer.post(address(enquiry_id), {"cause": "answered"})

    assert answer.status_code == 409
    assert "没有改动任何字段" in answer.content.decode()


def test_a_cause_that_nobody_offers_counts_as_an_answer(officer: Client, enquiry_id: int) -> None:
    answer = officer.post(address(enquiry_id), {"add-power": "500kva", "cause": "nonsense"})

    assert answer.status_code == 302


def test_who_may_clarify(
    signed_in: Callable[[str], Client], officer: Client, enquiry_id: int
) -> None:
    found = {who: signed_in(who).get(address(enquiry_id)).status_code
             for who in ("officer", "section_head", "leader", "stranger", "editor")}  # fmt: skip

    assert found == {
        "officer": 200, "section_head": 200, "leader": 403, "stranger": 404, "editor": 404,
    }  # fmt: skip
