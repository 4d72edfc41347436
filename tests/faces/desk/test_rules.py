"""/desk/rules/ and /desk/admission/: three people whose rights differ."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from zhuchao.tables.packs import pack_text

SAID = "储能项目，拿地60-80亩，达产产值8亿，亩均税收30万，固投强度400万/亩"


@pytest.fixture
def head(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("section_head")


def adopt(client: Client, **more: str) -> int:
    asked = {"kind": "admission", "key": "example", "adopted_from": "2026-03-01"} | more
    return client.post("/desk/rules/adopt/", asked).status_code


def test_a_section_head_adopts_a_shipped_rule_and_ends_it(head: Client) -> None:
    assert adopt(head) == 302
    shown = head.get("/desk/rules/").content.decode()
    assert "现行" in shown
    number = re.findall(r"/desk/rules/(\d+)/end/", shown)[0]

    answer = head.post(f"/desk/rules/{number}/end/", {"ended_on": "2026-11-01"}, follow=True)

    assert "停用" in answer.content.decode()


def test_an_own_text_with_a_mistake_is_kept_and_explained(head: Client) -> None:
    text = pack_text("admission", "example").replace("intensity", "beauty")

    answer = head.post(
        "/desk/rules/adopt/",
        {"kind": "admission", "adopted_from": "2026-03-01", "text": text},
    )

    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "beauty 不认识" in shown
    assert "measure = &quot;beauty&quot;" in shown


def test_nothing_to_adopt_is_told_beside_the_field(head: Client) -> None:
    answer = head.post("/desk/rules/adopt/", {"kind": "admission", "adopted_from": "2026-03-01"})

    assert answer.status_code == 422
    assert "请粘贴规则文本" in answer.content.decode()


def test_an_officer_sees_the_rules_and_adopts_none(officer: Client) -> None:
    assert "准入门槛" in officer.get("/desk/rules/").content.decode()
    assert "rules/adopt" not in officer.get("/desk/rules/").content.decode()
    assert adopt(officer) == 403


def test_an_auditor_has_no_business_here(signed_in: Callable[[str], Client]) -> None:
    auditor = signed_in("auditor")

    assert auditor.get("/desk/rules/").status_code == 403
    assert auditor.get("/desk/admission/").status_code == 403


def test_the_calculator_starts_empty_and_says_how(officer: Client) -> None:
    shown = officer.get("/desk/admission/").content.decode()

    assert "还没有项目数字" in shown


def test_a_sentence_is_held_against_the_example(officer: Client) -> None:
    shown = officer.get("/desk/admission/", {"say": SAID}).content.decode()

    assert "亩均税收 30 万元/亩，符合 ≥ 20 万元/亩" in shown
    assert "年产值 8 亿元 ÷ 用地面积 60–80 亩" in shown


def test_what_is_filled_in_wins_over_the_sentence(officer: Client) -> None:
    asked = {"say": SAID, "land": "２０亩", "tax": "200", "fixed_investment": "1.2亿"}

    shown = officer.get("/desk/admission/", asked).content.decode()

    assert "亩均税收 10 万元/亩 &lt; 20 万元/亩" in shown
    assert "投资强度 600 万元/亩，符合" in shown


def test_storeys_above_eight_metres_count_twice(officer: Client) -> None:
    asked = {"land": "20", "area1": "4000㎡", "height1": "9米", "area2": "4000", "height2": "4.5", "count2": "2"}  # fmt: skip # noqa: E501

    shown = officer.get("/desk/admission/", asked).content.decode()

    assert "容积率 1.2，符合" in shown
    assert "加倍计" in shown


def test_a_figure_that_cannot_be_read_is_told_with_an_example(officer: Client) -> None:
    shown = officer.get("/desk/admission/", {"land": "很大"}).content.decode()

    assert "没有读懂“很大”" in shown
    assert "60亩" in shown
    assert "有数字没有读懂" in shown


def test_the_house_s_own_rule_comes_first(head: Client, officer: Client) -> None:
    adopt(head)

    shown = officer.get("/desk/admission/", {"land": "20"}).content.decode()

    assert "（本单位采用）" in shown
    assert "本单位自 2026年3月1日采用" in shown.replace("\u2009", "")


def test_an_unknown_rule_is_a_sentence(officer: Client) -> None:
    answer = officer.get("/desk/admission/", {"pack": "nope"})

    assert answer.status_code == 404
    assert "没有这个规则包" in answer.content.decode()
