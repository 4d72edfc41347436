"""What is pasted back into a chat says what an offer is, and never whom to call."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from zhuchao import tables as reference
from zhuchao.core.matching import match
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.property import Property
from zhuchao.faces.desk.chatting import offer_text, recommendation_text

OFFER = "房东直租，溧阳城北厂房6800平，一楼层高7.2米，6毛5一天，李女士13800000002"


def offered(text: str = OFFER, key: str = "F1") -> Property:
    return Property(key, "溧阳厂房", parse(text, reference.load()).terms)


def test_an_offer_is_told_line_by_line_without_persons() -> None:
    text = offer_text("溧阳厂房", "F1", offered().terms, "http://example.com/offers/F1/")

    assert text.splitlines() == [
        "【溧阳厂房】",
        "交易方式：租赁",
        "类型：厂房",
        "区域：溧阳",
        "面积：6,800 ㎡",
        "层高（1 层）：7.2 m",
        "租金：0.65 元/㎡/天，折合 19.5 元/㎡/月（按每月 30 天计）",
        "房源编号：F1",
        "详情：http://example.com/offers/F1/",
    ]
    assert "详情" not in offer_text("溧阳厂房", "F1", offered().terms, "")


def test_a_recommendation_names_what_is_met_and_what_to_ask() -> None:
    tables = reference.load()
    wanted = parse("求租溧阳厂房，6800平，承重2吨，21块以内", tables).terms
    far = offered("出租昆山仓库300平，50块", "F2")
    matches = match(wanted, [offered(), far], tables)

    text = recommendation_text("X20261123-00001", matches)

    assert text.splitlines()[0] == "您好，按您的需求（X20261123-00001）找到 1 处，请您看看："
    assert "1. 溧阳厂房（F1）：溧阳，面积 6,800 ㎡" in text
    assert "符合：" in text
    assert "还要核实：承重" in text
    assert "13800000002" not in text
    assert recommendation_text("X1", []) == ""


def test_both_pages_offer_the_text_to_copy(
    officer: Client, paste: Callable[[str], int], offer_id: int
) -> None:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    page = officer.get(f"/desk/offers/{offer_id}/").content.decode()
    assert "房源编号：F" in page
    assert "详情：http://testserver/offers/F" in page

    number = paste("求租溧阳厂房，6800平")
    confirm = {"as": "message", "save_as": "demand"}
    enquiry = officer.post(f"/desk/intakes/{number}/confirm/", confirm)["Location"]
    assert "您好，按您的需求（X" in officer.get(enquiry).content.decode()
