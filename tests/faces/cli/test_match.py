"""``zhuchao match``: the best offers, the near misses with one failing line, the unknowns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.faces.cli.conftest import Zhuchao

from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, PlaceRef, Term, Value
from zhuchao.core.vocabulary.wire import term_to_json

DEMAND = "求租溧阳厂房，2000到2500平，层高8米以上"
LIYANG = (PlaceRef("溧阳", "320481"),)


def entry(key: str, **values: Value) -> dict[str, Any]:
    told: dict[str, Value] = {"intent": "rent", "kind": "factory", "place": LIYANG, **values}
    terms = [Term(FieldKey(name), Read(value, State.GIVEN)) for name, value in told.items()]
    return {"key": key, "title": f"厂房{key}", "terms": [term_to_json(term) for term in terms]}


@pytest.fixture
def offers(tmp_path: Path) -> str:
    area = Amount(2200.0, 2200.0)
    entries = [
        entry("低", area=area, height=Amount(7.8, 7.8)),
        entry("合", area=area, height=Amount(9.0, 9.0)),
        entry("问", area=area),
    ]
    file = tmp_path / "offers.json"
    file.write_text(json.dumps(entries, ensure_ascii=False), "utf-8")
    return str(file)


def test_fits_come_before_questions_and_near_misses(zhuchao: Zhuchao, offers: str) -> None:
    told = zhuchao("match", DEMAND, "--offers", offers)

    assert told.code == 0
    assert told.out.index("厂房合") < told.out.index("厂房问") < told.out.index("厂房低")
    assert "✕ 层高 7.8 m < 8 m" in told.out
    assert "? 层高待问" in told.out


def test_json_holds_the_enquiry_and_its_matches(zhuchao: Zhuchao, offers: str) -> None:
    found = json.loads(zhuchao("match", DEMAND, "--offers", offers, "--json", "--limit", "2").out)

    assert found["enquiry"]["kind"] == "demand"
    assert [m["standing"] for m in found["matches"]] == ["fits", "ask"]
    best = found["matches"][0]
    assert best["score"] == sum(reason["points"] for reason in best["reasons"])


def test_offers_may_be_told_as_messages(zhuchao: Zhuchao, tmp_path: Path) -> None:
    file = tmp_path / "offers.json"
    message = "溧阳城北厂房出租，2300平，层高9米"
    file.write_text(json.dumps([{"key": "A1", "title": "城北", "text": message}]), "utf-8")

    told = zhuchao("match", DEMAND, "--offers", str(file))

    assert "A1 城北" in told.out
    assert "9 m ≥ 8 m" in told.out


def test_no_offer_is_said_plainly(zhuchao: Zhuchao, tmp_path: Path) -> None:
    file = tmp_path / "none.json"
    file.write_text("[]", "utf-8")

    assert "没有找到" in zhuchao("match", DEMAND, "--offers", str(file)).out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "不是有效的 JSON"),
        ("{}", "应是一个房源列表"),
        ("[5]", "第 1 条房源缺少编号"),
        ('[{"key": "a"}]', "缺少 terms 或 text"),
        ('[{"key": "a", "terms": [{"key": "colour"}]}]', "第 1 条房源有误"),
        ('[{"key": "a", "terms": [5]}]', "第 1 条房源有误"),
        ("[" * 100_000, "不是有效的 JSON"),
    ],
)
def test_a_wrong_file_of_offers_is_told_in_a_sentence(
    zhuchao: Zhuchao, tmp_path: Path, content: str, sentence: str
) -> None:
    file = tmp_path / "offers.json"
    file.write_text(content, "utf-8")

    told = zhuchao("match", DEMAND, "--offers", str(file))

    assert told.code == 3
    assert sentence in told.err


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["早上好"], "无法匹配"),
        (["溧阳厂房出租，2300平，层高9米，房东直租"], "是房源，不是需求"),
        ([DEMAND, "--limit", "0"], "须为正整数"),
    ],
)
def test_what_cannot_be_matched_is_told_in_a_sentence(
    zhuchao: Zhuchao, offers: str, argv: list[str], sentence: str
) -> None:
    told = zhuchao("match", *argv, "--offers", offers)

    assert told.code == 6
    assert sentence in told.err
