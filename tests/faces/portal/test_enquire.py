"""/enquire/ and its receipt."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.faces.portal.conftest import Park, PutUp

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.enquiries.services.receiving import MOST_OF_ONE
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.faces.portal.enquire_forms import CONSENT

FILLED = {
    "demand": "想在溧阳租一处单层厂房，带行车，三个月内进场。",
    "purpose": "减速机装配",
    "area": "２０００平",
    "place": "溧阳",
    "tax": "5千万",
    "company": "谐动传动",
    "person": "柳青",
    "telephone": "13 800 000 001",
    "consent": "on",
}


def sent(client: Client, key: str = "", **changed: str) -> Any:
    return client.post("/enquire/", FILLED | {"key": key or str(uuid4())} | changed)


def test_the_form_asks_for_six_fields_area_and_place(client: Client, park: Park) -> None:
    page = client.get("/enquire/").content.decode()

    for label in ("需求", "用途", "税收", "公司", "联系人", "手机号", "面积", "地点"):
        assert f">{label}" in page
    assert "csrfmiddlewaretoken" in page
    assert re.search(r'name="key" value="[0-9a-f-]{36}"', page)


def test_a_sent_enquiry_gets_a_receipt_without_personal_data(client: Client, park: Park) -> None:
    response = sent(client)

    enquiry = selectors.enquiries(SYSTEM).get()
    assert response.status_code == 302
    assert enquiry.receipt not in response["Location"]
    page = client.get(response["Location"]).content.decode()
    assert enquiry.receipt in page
    for personal in ("柳青", "13800000001", "谐动传动", "减速机"):
        assert personal not in page
    assert "noindex" in page


def test_what_arrives_is_in_the_common_tray_in_normal_form(client: Client, park: Park) -> None:
    sent(client)

    enquiry = selectors.enquiries(SYSTEM).get()
    assert enquiry.owner_id is None
    assert enquiry.organisation_id == park.organisation_id
    assert enquiry.contact.telephone.open() == "13800000001"
    assert "2,000 ㎡" in enquiry.text
    assert enquiry.tax_text == "5,000 万元"


def test_a_double_click_or_a_retry_makes_one_enquiry(client: Client, park: Park) -> None:
    key = str(uuid4())

    answers = {sent(client, key)["Location"] for _ in range(3)}

    assert len(answers) == 1
    assert selectors.enquiries(SYSTEM).count() == 1


def test_going_back_and_writing_something_else_is_another_enquiry(
    client: Client, park: Park
) -> None:
    key = str(uuid4())
    sent(client, key)
    sent(client, key, demand="改要仓库，五百平。")

    assert selectors.enquiries(SYSTEM).count() == 2


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"demand": " "}, "请写下您的需求"),
        ({"telephone": ""}, "请填写手机号"),
        ({"telephone": "12345"}, "这不像一个电话号码"),
        ({"consent": ""}, "需要您勾选同意"),
        ({"website": "http://spam.example"}, "请清空"),
        ({"company": "长" * 81}, "80"),
    ],
)
def test_an_error_stands_beside_its_field_and_nothing_is_lost(
    client: Client, park: Park, changed: dict[str, str], sentence: str
) -> None:
    key = str(uuid4())

    response = sent(client, key, **changed)

    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert key in page
    assert "减速机装配" in page
    assert 'value="2,000 ㎡"' in page
    if "telephone" not in changed:
        assert 'value="13800000001"' in page
    assert not selectors.enquiries(SYSTEM).exists()


def test_a_forged_post_is_refused_in_chinese(park: Park) -> None:
    strict = Client(enforce_csrf_checks=True)

    response = sent(strict)

    assert response.status_code == 403
    assert "请重新提交" in response.content.decode()
    assert not selectors.enquiries(SYSTEM).exists()


def test_the_form_of_an_offer_begins_with_it(client: Client, put_up: PutUp) -> None:
    code = put_up("沿河单层厂房")

    page = client.get(f"/enquire/?offer={code}").content.decode()

    assert f"{code}《沿河单层厂房》" in page
    assert f'name="offer" value="{code}"' in page
    assert 'value="2,000 ㎡"' in page
    assert 'value="常州溧阳"' in page
    assert client.get("/enquire/?offer=F1999-1").status_code == 200


def test_an_enquiry_about_an_offer_keeps_it_and_is_matched(
    client: Client, park: Park, put_up: PutUp
) -> None:
    code = put_up("沿河单层厂房")

    sent(client, offer=code, demand=f"想了解房源 {code}，要租单层厂房。")

    enquiry = selectors.enquiries(SYSTEM).get()
    assert enquiry.offer is not None
    assert enquiry.offer.code == code
    assert [each.offered.key for each in selectors.matches(park.head, enquiry.pk)] == [code]


def test_the_same_words_of_a_form_loaded_anew_give_the_same_receipt(
    client: Client, park: Park
) -> None:
    answers = {sent(client)["Location"] for _ in range(2)}

    assert len(answers) == 1
    assert selectors.enquiries(SYSTEM).count() == 1


def test_a_telephone_and_a_network_send_so_many_a_day(client: Client, park: Park) -> None:
    for number in range(MOST_OF_ONE):
        assert sent(client, demand=f"要仓库，第 {number} 处。").status_code == 302

    refused = sent(client, demand="还要一处仓库。")
    assert refused.status_code == 422
    assert "今天提交的次数已到上限" in refused.content.decode()
    assert "还要一处仓库。" in refused.content.decode()
    assert sent(client, demand="还要一处仓库。", telephone="13800000002").status_code == 302
    assert sent(client, demand="要仓库，第 0 处。").status_code == 302


def test_the_notice_tells_who_what_for_how_long_and_how_to_withdraw(
    client: Client, park: Park, settings: Any
) -> None:
    settings.ZHUCHAO_ENQUIRY_KEPT_DAYS = 200

    page = client.get("/enquire/").content.decode()

    for told in ("谁在收集", "用来做什么", "最长 200 天", "怎样撤回", "/enquire/follow/"):
        assert told in page
    sent(client)
    assert selectors.enquiries(SYSTEM).get().consent == CONSENT


def test_a_guessed_receipt_is_not_found(client: Client, park: Park) -> None:
    sent(client)
    receipt = selectors.enquiries(SYSTEM).get().receipt

    assert client.get(f"/enquire/receipt/{receipt}/").status_code == 404


def test_a_broken_key_is_told_and_replaced(client: Client, park: Park) -> None:
    page = sent(client, key="no-key").content.decode()

    assert "请再提交一次" in page
    fresh = re.search(r'name="key" value="([0-9a-f-]{36})"', page)
    assert fresh is not None
    assert sent(client, key=fresh[1]).status_code == 302


@pytest.mark.parametrize(
    ("demand", "told"),
    [("求租\x00厂房", "无法保存的字符"), ("求" * 5001, "最多 5000 字，现在是 5001 字")],
)
def test_a_text_that_cannot_be_kept_is_told_in_plain_words(
    client: Client, park: Park, demand: str, told: str
) -> None:
    response = sent(client, demand=demand)

    assert response.status_code == 422
    assert told in response.content.decode()
