"""/desk/sheets/: an officer shares offers with a client and sees what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries.selectors import sheets as selectors
from zhuchao.apps.enquiries.services import sharing
from zhuchao.apps.people.viewer import PUBLIC

NEW = "/desk/sheets/new/"
FILLED = {"key": "once", "title": "为您推荐的厂房", "note": "", "days": "14"}


@pytest.fixture
def on_id(officer: Client, offer_id: int) -> int:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    return offer_id


@pytest.fixture
def another_id(officer: Client, paste: Callable[[str], int]) -> int:
    number = paste("出租常州武进厂房3200平，层高9米，22块，钱女士13800000009")
    confirm = {"as": "message", "save_as": "supply"}
    made = officer.post(f"/desk/intakes/{number}/confirm/", confirm)["Location"].split("/")[-2]
    officer.post(f"/desk/offers/{made}/state/", {"state": "on"})
    return int(made)


def share(client: Client, *offers: int, **more: str) -> str:
    answer = client.post(NEW, FILLED | {"offer": [str(each) for each in offers]} | more)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_matches_and_listed_offers_can_be_ticked(
    officer: Client, enquiry_id: int, on_id: int
) -> None:
    box = f'form="share" name="offer" value="{on_id}"'

    page = officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()

    assert box in page
    assert f'name="enquiry" value="{enquiry_id}"' in page
    assert box in officer.get("/desk/offers/").content.decode()


def test_the_form_names_what_was_ticked_in_its_order(
    officer: Client, enquiry_id: int, on_id: int, another_id: int
) -> None:
    page = officer.get(f"{NEW}?enquiry={enquiry_id}&offer={another_id}&offer={on_id}")

    told = page.content.decode()
    found = re.findall(r'name="place-(\d+)" value="(\d)"', told)
    assert found == [(str(another_id), "1"), (str(on_id), "2")]
    assert "为您推荐的 2 处房源" in told


def test_offers_are_put_in_order_and_removed_before_it_is_made(
    officer: Client, on_id: int, another_id: int
) -> None:
    written = {"offer": [str(on_id), str(another_id)], f"place-{on_id}": "2"}
    written |= {f"place-{another_id}": "1"}

    again = officer.post(NEW, FILLED | written | {"again": "1"}).content.decode()
    dropped = officer.post(NEW, FILLED | written | {"again": "1", "drop": str(on_id)})

    assert again.index(f'id="place-{another_id}"') < again.index(f'id="place-{on_id}"')
    assert "为您推荐的厂房" in again
    assert f'id="place-{on_id}"' not in dropped.content.decode()


def test_a_sheet_is_made_for_an_enquiry_and_shown_with_its_link(
    officer: Client, house: House, enquiry_id: int, on_id: int
) -> None:
    address = share(officer, on_id, enquiry=str(enquiry_id))

    page = officer.get(address).content.decode()
    record = selectors.sheet(house.viewer("officer"), int(address.split("/")[-2]))

    assert f"http://testserver/s/{record.token}/" in page
    assert "还没有回应" in page
    assert "【为您推荐的厂房】" in page
    assert 'data-key="p"' in page
    assert address in officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()
    assert address in officer.get("/desk/sheets/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("title", "", "请写一个标题"), ("days", "半个月", "1 到 90"), ("note", "长" * 501, "太长了")],
)
def test_nothing_typed_is_lost_on_a_mistake(
    officer: Client, on_id: int, field: str, value: str, told: str
) -> None:
    written = FILLED | {"note": "周四可以一起看", "offer": str(on_id)} | {field: value}

    answer = officer.post(NEW, written)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert value in page
    assert f'name="offer" value="{on_id}"' in page


def test_a_telephone_in_the_note_is_refused_in_words(officer: Client, on_id: int) -> None:
    answer = officer.post(NEW, FILLED | {"note": "打我电话13800000003", "offer": str(on_id)})

    assert answer.status_code == 409
    assert "不要写电话号码" in answer.content.decode()


def test_a_promise_in_the_note_must_be_looked_at_twice(officer: Client, on_id: int) -> None:
    written = FILLED | {"note": "落户即可税收返还50%，保证全国最低价", "offer": str(on_id)}

    asked = officer.post(NEW, written)
    made = officer.post(NEW, written | {"checked": "1"})

    assert asked.status_code == 422
    assert "不得公开发布" in asked.content.decode()
    assert 'name="checked"' in asked.content.decode()
    assert made.status_code == 302


def test_an_offer_that_is_not_on_is_refused_by_name(officer: Client, offer_id: int) -> None:
    answer = officer.post(NEW, FILLED | {"offer": str(offer_id)})

    assert answer.status_code == 409
    assert "只能推荐在架的房源" in answer.content.decode()


def test_without_a_tick_the_page_says_how(officer: Client) -> None:
    assert "还没有勾选房源" in officer.get(NEW).content.decode()
    assert officer.get(f"{NEW}?offer=x&offer=99999999999999999999&enquiry=-1").status_code == 200


def test_a_link_is_withdrawn_and_restored(officer: Client, client: Client, on_id: int) -> None:
    address = share(officer, on_id)
    link = re.search(r"/s/[\w-]+/", officer.get(address).content.decode())
    assert link is not None
    assert client.get(link[0]).status_code == 200

    withdrawn = officer.post(f"{address}withdraw/", follow=True).content.decode()
    assert "已撤回" in withdrawn
    assert link[0] not in withdrawn
    assert client.get(link[0]).status_code == 404

    restored = officer.post(f"{address}restore/", follow=True).content.decode()
    assert "已恢复" in restored
    assert client.get(link[0]).status_code == 200


def test_an_answer_reaches_the_officer_s_today(
    officer: Client, house: House, enquiry_id: int, on_id: int
) -> None:
    address = share(officer, on_id, enquiry=str(enquiry_id))
    record = selectors.sheet(house.viewer("officer"), int(address.split("/")[-2]))
    (shared,) = selectors.shared_offers(PUBLIC, record)
    today = timezone.localdate()

    sharing.open_sheet(PUBLIC, record.token, today=today)
    sharing.answer_sheet(
        PUBLIC, record.token, code=shared.offer.code, answer="interested", today=today
    )

    home = officer.get("/desk/").content.decode()
    assert "客户的回应" in home
    assert f"感兴趣：{shared.offer.title}" in home
    enquiry = officer.get(f"/desk/enquiries/{enquiry_id}/").content.decode()
    assert "打开 1 次 · 感兴趣：" in enquiry
    assert "感兴趣" in officer.get(address).content.decode()


def test_rights_stand_on_every_address(
    officer: Client, client: Client, signed_in: Callable[[str], Client], on_id: int
) -> None:
    address = share(officer, on_id)

    assert client.get(address).status_code == 302
    assert signed_in("stranger").get(address).status_code == 404
    assert signed_in("auditor").get("/desk/sheets/").status_code == 403
    leader = signed_in("leader")
    assert leader.get(address).status_code == 200
    assert "撤回" not in leader.get(address).content.decode()
    assert leader.post(f"{address}withdraw/").status_code == 403
    assert leader.post(NEW, FILLED | {"offer": str(on_id)}).status_code == 403
    assert "做推荐单" not in leader.get("/desk/offers/").content.decode().split("<dialog")[0]
