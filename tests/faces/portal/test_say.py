"""/enquire/say/: a sentence is read, looked at, and only then sent."""

import re
from typing import Any

import pytest
from django.test import Client
from tests.apps.stored import everything_stored
from tests.faces.portal.conftest import Park, PutUp

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.term import Amount, FieldKey

SENTENCE = "求租溧阳单层厂房，两千到两千五百平，层高8米起，要有10吨行车，王先生 13800000001"
SUPPLY = "溧阳城北独栋单层厂房出租，檐高12米，6800平，2000起分，6毛5，押二付三，13800000001"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
INPUT = re.compile(r'<input class="input" id="f-(t\d+)" name="t\d+" value="([^"]*)"')
LABEL = re.compile(r'<label for="f-(t\d+)">(\S+?)[ <]')


def read(client: Client, sentence: str, **more: str) -> Any:
    return client.post("/enquire/say/", {"demand": sentence, "act": "read"} | more)


def send(client: Client, page: str, sentence: str, **changed: str) -> Any:
    hidden = dict(HIDDEN.findall(page))
    filled = {"demand": sentence, "side": "demand", "telephone": "138 0000 0001", "consent": "on"}
    return client.post("/enquire/say/", hidden | filled | {"act": "send"} | changed)


def names_by_label(page: str) -> dict[str, str]:
    return {label: name for name, label in LABEL.findall(page)}


def test_a_sentence_is_shown_field_by_field_and_nothing_is_stored(
    client: Client, park: Park
) -> None:
    response = read(client, SENTENCE)

    page = response.content.decode()
    assert response.status_code == 200
    assert 'value="2,000–2,500 ㎡"' in page
    assert "出自“层高8米起”" in page or "8米起" in page
    assert "state--given" in page
    assert 'value="13800000001"' in page
    assert not selectors.enquiries(SYSTEM).exists()
    assert "13800000001" not in everything_stored()


def test_at_most_three_open_questions_are_asked(client: Client, park: Park) -> None:
    page = read(client, "求租厂房").content.decode()

    asked = re.findall(r'id="h-t\d+">([^<]+)<', page)
    assert 1 <= len(asked) <= 3
    assert all(each.endswith("？") for each in asked)
    assert "read--unknown" in page


def test_what_is_corrected_and_sent_reaches_the_officer_with_its_sentence(
    client: Client, park: Park, put_up: PutUp
) -> None:
    code = put_up("单层厂房", area=3000)
    page = read(client, SENTENCE).content.decode()
    area = names_by_label(page)["面积"]

    response = send(client, page, SENTENCE, **{area: "3000㎡"})

    assert response.status_code == 302
    enquiry = selectors.enquiries(SYSTEM).get()
    terms = {each.key: each for each in selectors.terms_of(SYSTEM, enquiry)}
    assert terms[FieldKey.AREA].read.value == Amount(3000, 3000)
    assert terms[FieldKey.AREA].read.why == "访客填写"
    assert terms[FieldKey.HEIGHT].read.span.of(enquiry.text) in SENTENCE
    assert terms[FieldKey.HEIGHT].read.state is State.GIVEN
    assert enquiry.text.startswith("求租溧阳单层厂房")
    assert "13800000001" not in everything_stored()
    assert code in {each.offered.key for each in selectors.matches(park.head, enquiry.pk)}


def test_an_answered_question_becomes_a_term(client: Client, park: Park) -> None:
    page = read(client, "求租厂房").content.decode()

    send(client, page, "求租厂房", **{names_by_label(page)["区域"]: "溧阳"})

    terms = selectors.terms_of(SYSTEM, selectors.enquiries(SYSTEM).get())
    assert FieldKey.PLACE in {each.key for each in terms}


def test_a_sentence_sent_twice_is_one_enquiry(client: Client, park: Park) -> None:
    page = read(client, SENTENCE).content.decode()

    answers = {send(client, page, SENTENCE)["Location"] for _ in range(2)}
    again = read(client, SENTENCE).content.decode()
    answers.add(send(client, again, SENTENCE)["Location"])

    assert len(answers) == 1


def test_a_sentence_that_was_changed_is_read_anew_before_it_is_sent(
    client: Client, park: Park
) -> None:
    page = read(client, SENTENCE).content.decode()

    response = send(client, page, SENTENCE + "，要双回路", company="青屿鲜食")

    shown = response.content.decode()
    assert response.status_code == 200
    assert "这句话改过了" in shown
    assert "青屿鲜食" in shown
    assert not selectors.enquiries(SYSTEM).exists()


def test_what_cannot_be_read_is_said_beside_its_field(client: Client, park: Park) -> None:
    page = read(client, SENTENCE).content.decode()
    area = names_by_label(page)["面积"]

    response = send(client, page, SENTENCE, **{area: "很大很大", "consent": ""})

    shown = response.content.decode()
    assert response.status_code == 422
    assert "很大很大" in shown
    assert f'id="e-{area}"' in shown
    assert "需要您勾选同意" in shown


@pytest.mark.parametrize(
    ("sentence", "told"), [(" ", "请写下您的需求"), ("求" * 5001, "最多 5000 字，现在是 5001 字")]
)
def test_nothing_or_too_much_is_told_in_a_sentence(
    client: Client, park: Park, sentence: str, told: str
) -> None:
    response = read(client, sentence)

    assert response.status_code == 422
    assert told in response.content.decode()


def test_what_is_no_need_is_told_so_and_may_still_be_sent(client: Client, park: Park) -> None:
    page = read(client, "你们园区真不错").content.decode()

    assert "没有读出" in page or "没有看出" in page
    assert send(client, page, "你们园区真不错").status_code == 302


def test_who_has_premises_to_let_is_told_so_and_received_as_that(
    client: Client, park: Park
) -> None:
    page = read(client, SUPPLY).content.decode()
    assert "这像是一条房源" in page
    assert re.search(r'value="supply"[^>]* checked', page)

    response = send(client, page, SUPPLY, side="supply")

    enquiry = selectors.enquiries(SYSTEM).get()
    assert (enquiry.side, enquiry.intake.state) == ("supply", "proposed")
    assert "6800平" in library.raw_of(park.head, enquiry.intake.pk).decode()
    assert selectors.matches(park.head, enquiry.pk) == ()
    assert "房源已收到" in client.get(response["Location"]).content.decode()


def test_what_may_not_be_promised_is_pointed_out(client: Client, park: Park) -> None:
    page = read(client, "求租溧阳厂房2000平，要税收返还五年").content.decode()

    assert "按规定不能公开承诺" in page


def test_coming_without_a_sentence_leads_to_the_form(client: Client, park: Park) -> None:
    assert client.get("/enquire/say/")["Location"] == "/enquire/"


def test_a_sentence_without_a_wish_is_read_as_a_need_all_the_same(
    client: Client, park: Park
) -> None:
    page = read(client, "溧阳 2000平 昨天隔壁刚成交一套").content.decode()

    assert 'value="2,000 ㎡"' in page
    assert "没有看出是求租求购还是出租出售" in page
