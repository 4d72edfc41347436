"""``zhuchao progress``: the baseline that a published pair implies."""

import json

from tests.faces.cli.conftest import Zhuchao


def test_a_pair_of_april_is_measured_by_no_shipped_curve(zhuchao: Zhuchao) -> None:
    told = zhuchao("progress", "--done", "35.1", "--ahead", "10.1", "--month", "4")

    assert told.code == 0
    assert "推出序时基线 25.0%" in told.out
    assert "都不一致" in told.out
    assert "应完成 33.3%，超 1.8 个百分点" in told.out


def test_a_pair_of_may_is_measured_by_months(zhuchao: Zhuchao) -> None:
    told = zhuchao("progress", "--done", "45.6", "--ahead", "3.9", "--month", "5", "--json")

    assert json.loads(told.out)["fits"] == ["linear-months"]
    assert round(json.loads(told.out)["due"], 3) == 0.417


def test_what_cannot_be_is_a_sentence(zhuchao: Zhuchao) -> None:
    told = zhuchao("progress", "--done", "10", "--ahead", "30", "--month", "4")

    assert told.code != 0
    assert "请核对两个数" in told.err
