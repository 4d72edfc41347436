"""``zhuchao lint``: an editor's own words held against the advertising law."""

import json
from pathlib import Path

import pytest
from tests.faces.cli.conftest import Zhuchao


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "draft.txt"


def test_what_must_go_is_told_with_its_place_and_what_to_write(
    zhuchao: Zhuchao, written: Path
) -> None:
    written.write_text("溧川园区招商\n这里是蕞佳的选择，保证收益。\n", "utf-8")

    told = zhuchao("lint", str(written))

    assert told.code == 1
    assert "2 处须改，1 处请核实" in told.out
    assert "第 2 行第 4 字 [须改] 变体写法：这里是【蕞佳】的选择，保证收益…（即“最佳”）" in told.out
    assert "全文 [核实] 缺少风险提示" in told.out
    assert "广告法第二十五条" in told.out


def test_words_in_order_pass(zhuchao: Zhuchao, written: Path) -> None:
    written.write_text("园区厂房层高最低6米，可办环评。", "utf-8")

    told = zhuchao("lint", str(written))

    assert (told.code, told.out.strip()) == (0, "没有发现需要改的地方")


def test_of_a_page_the_body_is_read(zhuchao: Zhuchao, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = "".join(
        f"<p>溧川园区第{n}期厂房已经交付，配套顶级物业，欢迎企业到园区看一看。</p>"
        for n in (2, 3, 4)
    )
    page.write_text(
        f"<html><head><title>园区动态</title></head><body><nav><a href='/'>最佳园区</a></nav>"
        f"<h1>园区动态</h1>{body}</body></html>",
        "utf-8",
    )

    told = zhuchao("lint", str(page), "--json")

    assert {each["word"] for each in json.loads(told.out)} == {"顶级"}
