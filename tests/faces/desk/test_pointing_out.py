"""The desk points out what may not be published, what is there already, and who may want it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from tests.faces.desk.conftest import DEMAND

CONFIRM = {"as": "message", "save_as": "demand"}
SIMILAR = "急找溧阳厂房，2300平左右，回电13800000001，增值税地方留存返80%"


def confirmed(officer: Client, number: int, save_as: str = "demand") -> str:
    answer = officer.post(f"/desk/intakes/{number}/confirm/", CONFIRM | {"save_as": save_as})
    return str(answer["Location"])


def test_a_promise_is_quoted_with_its_reason(officer: Client, paste: Callable[[str], int]) -> None:
    number = paste(SIMILAR)
    page = officer.get(f"/desk/intakes/{number}/").content.decode()

    assert "有 1 处不得公开发布" in page
    assert "“地方留存返”" in page
    assert "公平竞争审查条例" in page
    record = officer.get(confirmed(officer, number)).content.decode()
    assert "有 1 处不得公开发布" in record
    assert "不得公开发布" not in officer.get(f"/desk/intakes/{paste(DEMAND)}/").content.decode()


def test_an_enquiry_that_is_there_already_is_pointed_out(
    officer: Client, paste: Callable[[str], int]
) -> None:
    first = confirmed(officer, paste(DEMAND))
    number = paste(SIMILAR)

    page = officer.get(f"/desk/intakes/{number}/").content.decode()
    assert "可能已经登记过" in page
    assert first in page
    assert "同一个电话；区域、类型相同，面积相差不到一成" in page
    second = officer.get(confirmed(officer, number)).content.decode()
    assert "可能已经登记过" in second
    assert first in second


def test_a_daily_rent_names_the_month_that_it_is_turned_by(
    officer: Client, paste: Callable[[str], int]
) -> None:
    page = officer.get(f"/desk/intakes/{paste('求租溧阳厂房2000平，6毛5一天')}/").content.decode()

    assert "折合 19.5 元/㎡/月（按每月 30 天计）" in page


def test_an_offer_shows_whose_enquiry_it_fits(
    officer: Client, paste: Callable[[str], int], offer_id: int
) -> None:
    wanted = confirmed(officer, paste("求租溧阳厂房，6800平，层高8米以上"))
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})

    page = officer.get(f"/desk/offers/{offer_id}/").content.decode()
    assert "可能需要它的客户" in page
    assert wanted in page
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "off"})
    assert wanted not in officer.get(f"/desk/offers/{offer_id}/").content.decode()


def test_today_names_what_is_new_for_ones_own_enquiries(
    officer: Client, paste: Callable[[str], int], offer_id: int
) -> None:
    assert "近三天没有适合您手上需求的新房源" in officer.get("/desk/").content.decode()
    confirmed(officer, paste("求租溧阳厂房，6800平"))
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})

    assert "可推荐给 X" in officer.get("/desk/").content.decode()
