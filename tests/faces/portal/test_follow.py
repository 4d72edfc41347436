"""/enquire/follow/: the state by number and last digits, the answer, the withdrawal."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.apps.stored import everything_stored
from tests.faces.portal.conftest import Park
from tests.faces.portal.test_enquire import sent

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.faces.portal.views import follow as follow_view
from zhuchao.ground import audit, receipts

TEMPLATES = Path(follow_view.__file__).parents[1] / "templates"


def ask(client: Client, number: str, digits: str = "0001", **more: str) -> Any:
    return client.post("/enquire/follow/", {"number": number, "digits": digits}, **more)  # type: ignore[arg-type]


@pytest.fixture
def number(client: Client, park: Park) -> str:
    sent(client)
    return selectors.enquiries(SYSTEM).get().receipt


def test_number_and_digits_show_the_state(client: Client, number: str) -> None:
    response = ask(client, number.lower().replace("-", " "))

    shown = client.get(response["Location"])
    page = shown.content.decode()
    assert shown["Referrer-Policy"] == "same-origin"
    assert "正等待招商专员接手" in page
    assert "收到第 1 天" in page
    for personal in ("柳青", "13800000001", "谐动传动"):
        assert personal not in page


def test_the_state_is_told_in_words_without_names_or_notes(
    client: Client, park: Park, number: str
) -> None:
    enquiry = selectors.enquiries(SYSTEM).get()
    services.take(park.head, enquiry.pk)
    assert "已经接手" in client.get(ask(client, number)["Location"]).content.decode()
    services.answer_visitor(park.head, enquiry.pk, answer="有两处合适，周三上午可看。")

    page = client.get(ask(client, number)["Location"]).content.decode()

    assert "已经答复您" in page
    assert "有两处合适，周三上午可看。" in page
    assert "当天" in page
    assert park.head.name not in page

    services.move_enquiry(park.head, enquiry.pk, state="lapsed")
    assert "已经办结" in client.get(ask(client, number)["Location"]).content.decode()


def test_an_attacker_learns_nothing_and_is_stopped(client: Client, number: str) -> None:
    wrong = [ask(client, number, f"{guess:04d}") for guess in range(100, 105)]
    unknown = ask(client, "X-2222-3333", "0001")

    told = {each.status_code for each in (*wrong, unknown)}
    assert told == {422}
    assert all(receipts.UNKNOWN in each.content.decode() for each in (*wrong, unknown))
    # Five wrong tries a day: now even the right digits are refused, from wherever they come.
    right = ask(client, number, REMOTE_ADDR="203.0.113.9")
    assert right.status_code == 422
    assert "出错的次数太多" in right.content.decode()


def test_an_unknown_number_is_as_much_work_as_other_digits(client: Client, number: str) -> None:
    def statements(asked: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            ask(client, asked, "9999")
        return [each["sql"].split(" ")[0] for each in captured.captured_queries]

    statements(number)  # whatever is looked up but once
    assert statements(number) == statements("X-2222-3333")


def test_one_address_tries_so_many_numbers_a_day(client: Client, number: str) -> None:
    letters = "23456789BCDFGHJKMNPQRSTVWXZ"
    for each in range(receipts.WRONG_FROM_ONE):
        guessed = ask(client, f"X-{letters[each] * 4}-2222", REMOTE_ADDR="203.0.113.7")
        assert receipts.UNKNOWN in guessed.content.decode()

    assert ask(client, number, REMOTE_ADDR="203.0.113.7").status_code == 422
    assert ask(client, number, REMOTE_ADDR="203.0.113.8").status_code == 302


def test_right_tries_are_not_counted(client: Client, number: str) -> None:
    assert {ask(client, number).status_code for _ in range(receipts.WRONG_OF_ONE + 2)} == {302}


def test_a_made_up_or_old_ticket_opens_nothing(
    client: Client, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = selectors.enquiries(SYSTEM).get().token
    forged = signing.dumps(token, salt="another")
    opened = ask(client, number)["Location"]
    assert client.get(opened).status_code == 200

    assert client.get(f"/enquire/follow/{forged}/").status_code == 404
    monkeypatch.setattr(follow_view, "OPEN_FOR_S", timedelta(0))
    assert "半小时后失效" in client.get(opened).content.decode()


def test_a_withdrawn_enquiry_leaves_nothing_personal(
    client: Client, park: Park, number: str, django_capture_on_commit_callbacks: Any
) -> None:
    enquiry = selectors.enquiries(SYSTEM).get()
    page = ask(client, number)["Location"]

    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(page)["Location"] == page

    assert "个人信息已经删除" in client.get(page).content.decode()
    enquiry = selectors.enquiries(SYSTEM).get()
    assert (enquiry.state, enquiry.contact, enquiry.terms) == ("cancelled", None, [])
    stored = everything_stored()
    for personal in ("柳青", "13800000001", "减速机装配"):
        assert personal not in stored
    assert audit.about("enquiry", enquiry.pk)[0].act == "withdraw_enquiry"
    assert audit.verify().is_whole
    assert ask(client, number).status_code == 422


def test_what_came_to_a_deal_is_not_withdrawn(client: Client, park: Park, number: str) -> None:
    enquiry = selectors.enquiries(SYSTEM).get()
    services.take(park.head, enquiry.pk)
    services.move_enquiry(park.head, enquiry.pk, state="dealt")

    refused = client.post(ask(client, number)["Location"])

    assert refused.status_code == 409
    assert "依法保存" in refused.content.decode()


def test_no_page_with_a_form_hides_from_the_house_where_it_was_sent() -> None:
    # A browser that is told no-referrer posts with the origin "null", which is refused as forged.
    sent_by = [each.read_text("utf-8") for each in TEMPLATES.rglob("*.html")]

    assert not [text for text in sent_by if 'method="post"' in text and "no-referrer" in text]


def test_the_receipt_and_the_foot_lead_there(client: Client, number: str) -> None:
    token = selectors.enquiries(SYSTEM).get().token

    receipt = client.get(f"/enquire/receipt/{token}/").content.decode()

    assert f"/enquire/follow/?number={number}" in receipt
    form = client.get(f"/enquire/follow/?number={number}").content.decode()
    assert f'value="{number}"' in form
    assert 'inputmode="numeric"' in form
