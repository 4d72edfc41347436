"""``zhuchao admission``: a sentence against a park's thresholds."""

import json
from pathlib import Path

from tests.faces.cli.conftest import Zhuchao

from zhuchao.tables.packs import pack_text

SAID = "储能项目，总投资5亿元，拿地60-80亩，达产产值8亿，亩均税收30万"


def test_each_threshold_is_a_line_with_both_numbers_and_the_working(zhuchao: Zhuchao) -> None:
    told = zhuchao("admission", SAID, "--pack", "longchang")

    assert told.code == 0
    assert told.out.startswith("待问　标准地工业项目准入（隆昌）")
    assert "✓ 亩均税收 30 万元/亩，符合 ≥ 8 万元/亩" in told.out
    assert "年产值 8 亿元 ÷ 用地面积 60–80 亩" in told.out
    assert "? 研发投入占比待问：缺年研发投入" in told.out


def test_json_holds_the_verdict_and_the_lines(zhuchao: Zhuchao) -> None:
    told = json.loads(zhuchao("admission", "电镀项目，拿地20亩", "--json").out)

    assert told["verdict"] == "fails"
    assert told["lines"][0]["label"] == "行业准入"


def test_an_own_pack_is_a_file(zhuchao: Zhuchao, tmp_path: Path) -> None:
    own = tmp_path / "park.toml"
    own.write_text(pack_text("admission", "longchang").replace("80_000", "400_000"), "utf-8")

    told = zhuchao("admission", SAID, "--pack", str(own))

    assert "✕ 亩均税收 30 万元/亩 < 40 万元/亩" in told.out


def test_a_pack_that_is_not_there_is_a_sentence(zhuchao: Zhuchao) -> None:
    assert "没有名为 nowhere 的规则包" in zhuchao("admission", SAID, "--pack", "nowhere").err
    assert "读不出规则文件" in zhuchao("admission", SAID, "--pack", "nowhere.toml").err
