"""``zhuchao read``: fields with their state, the body, and what was cut away."""

import json
from pathlib import Path

import pytest
from tests.faces.cli.conftest import Zhuchao

SAMPLES = Path(__file__).parents[3] / "benchmarks" / "samples"
PAGE = str(SAMPLES / "page.html")
TEXT = (SAMPLES / "page.txt").read_bytes()


def test_a_page_is_shown_with_its_states_and_cuts(zhuchao: Zhuchao) -> None:
    told = zhuchao("read", PAGE, "--fetched-at", "2026-11-20")

    assert told.code == 0
    assert "云溪高新区集中签约十二个智能制造项目" in told.out
    assert "2026-08-16" in told.out
    assert "● 写明" in told.out
    assert "云溪高新区标准厂房二期封顶" in told.out.split("相关文章（")[1]
    body, cut = told.out.split("剪除的内容")
    assert "13800000001" not in body
    assert "版权与撤稿声明" in cut


def test_without_the_time_of_fetching_the_year_stays_unknown(zhuchao: Zhuchao) -> None:
    published = json.loads(zhuchao("read", PAGE, "--json").out)["published"]

    assert (published["value"], published["state"]) == (None, "unknown")


def test_json_holds_the_promised_keys(zhuchao: Zhuchao) -> None:
    page = json.loads(zhuchao("read", "-", "--json", stdin=TEXT).out)

    assert {
        "title", "original_title", "source", "editor", "author", "category", "published", "views",
        "body", "related", "contacts", "cut",
    } <= set(page)  # fmt: skip
    assert page["title"]["value"] == "北桥经开区新材料产业园迎来首批企业"


@pytest.mark.parametrize("moment", ["2026-11-20T09:00", "2026-11-20T01:00+00:00"])
def test_a_moment_without_a_zone_is_beijing_time(zhuchao: Zhuchao, moment: str) -> None:
    told = zhuchao("read", PAGE, "--json", "--fetched-at", moment)

    assert json.loads(told.out)["published"]["value"].startswith("2026-08-16")


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (["read", PAGE, "--fetched-at", "yesterday"], 6, "无法识别"),
        (["read", "no-such-file.html"], 5, "找不到文件 no-such-file.html"),
        (["read", "www.example.cn/news/1.html"], 5, "请以 http:// 或 https:// 开头"),
        (["read", "ftp://example.cn/a"], 6, "只能读取 http 或 https"),
        (["read", "http://127.0.0.1/"], 8, "127.0.0.1"),
        (["read", str(SAMPLES)], 3, "是文件夹"),
        (["read", ""], 5, "文件名是空的"),
        (["read", "a\0b"], 3, "无法读取"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    zhuchao: Zhuchao, argv: list[str], code: int, sentence: str
) -> None:
    told = zhuchao(*argv)

    assert told.code == code
    assert sentence in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40])
def test_what_is_no_page_is_told_in_a_sentence(zhuchao: Zhuchao, content: bytes) -> None:
    told = zhuchao("read", "-", stdin=content)

    assert told.code == 3
    assert told.err.count("\n") == 1


def test_fifty_megabytes_are_refused(zhuchao: Zhuchao, tmp_path: Path) -> None:
    large = tmp_path / "large.html"
    with large.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    told = zhuchao("read", str(large))

    assert told.code == 3
    assert "MB" in told.err


def test_a_page_cannot_steer_the_terminal(zhuchao: Zhuchao) -> None:
    page = TEXT.decode("utf-8").replace("产业园", "产业\x1b[2J园").encode()

    assert "\x1b" not in zhuchao("read", "-", stdin=page).out


ARTICLE = (
    "泰州前四月项目账\n来源：泰州日报 2026-05-13 09:00\n"
    "5月12日，江苏泓川精密制造有限公司与泰州医药高新区管委会签署正式投资协议，总投资10亿元。"
    "今年1-4月，全市省级重点项目完成投资80.7亿元，占全年计划的35.1%，超序时10.1个百分点。\n"
).encode()


def test_facts_are_shown_kind_by_kind_with_what_follows_from_them(zhuchao: Zhuchao) -> None:
    told = zhuchao("read", "-", "--facts", stdin=ARTICLE)

    assert told.code == 0
    assert "江苏泓川精密制造有限公司" in told.out.split("项目动态（")[1]
    assert "占全年计划" in told.out
    assert "序时基线" in told.out
    assert "25.0%" in told.out
    assert "◐ 推断" in told.out


def test_facts_as_json_quote_the_page(zhuchao: Zhuchao) -> None:
    facts = json.loads(zhuchao("read", "-", "--facts", "--json", stdin=ARTICLE).out)

    assert {"figures", "measures", "events", "people", "places"} <= set(facts)
    (event,) = facts["events"]
    assert (event["step"], event["agreement"], event["total"]["value"]) == ("sign", "formal", 1e9)
    assert facts["measures"][0]["period"]["value"] == "2026-01..2026-04"


def test_a_text_without_facts_says_so(zhuchao: Zhuchao) -> None:
    told = zhuchao("read", "-", "--facts", stdin="风景很好，大家都来。".encode())

    assert "没有读出事实" in told.out
