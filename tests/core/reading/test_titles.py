from __future__ import annotations

import pytest
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables


def markup(declared: str, above: str) -> str:
    return (
        f"<html><head><title>{declared}</title></head><body>{above}"
        f"<div><p>{SENTENCE}</p><p>{SENTENCE}</p></div></body></html>"
    )


@pytest.mark.parametrize(
    ("declared", "above", "title"),
    [
        ("霁川新区召开调度会_霁川网", "<div>霁川新区召开调度会</div>", "霁川新区召开调度会"),
        ("霁川新区召开调度会 - 动态 - 霁川网", "<h2>霁川新区召开调度会</h2>", "霁川新区召开调度会"),
        ("霁川新闻网", "<h1>霁川新闻网</h1><h2>新区召开项目调度会</h2>", "新区召开项目调度会"),
        ("霁川网", "<p>霁川网</p><p>新区召开项目调度会</p>", "新区召开项目调度会"),
        ("", "<h1>新区召开项目调度会</h1>", "新区召开项目调度会"),
        ("新区召开调度会(页 1)", "<h1>新区召开调度会(页 1)</h1>", "新区召开调度会"),
        (
            "新区开局良好——项目调度会侧记_霁川网",
            "<h1>新区开局良好</h1><p>——项目调度会侧记</p>",
            "新区开局良好——项目调度会侧记",
        ),
    ],
)
def test_the_title_is_what_stands_above_the_text(
    declared: str, above: str, title: str, tables: Tables
) -> None:
    assert read(markup(declared, above), tables=tables).title.value == title


def test_a_declared_title_that_is_not_shown_is_inferred(tables: Tables) -> None:
    title = read(markup("霁川新区召开调度会_霁川网", ""), tables=tables).title

    assert (title.value, title.state) == ("霁川新区召开调度会", State.INFERRED)


def test_the_first_line_of_a_text_is_its_title_by_inference(tables: Tables) -> None:
    title = read(f"霁川新区召开调度会\n\n{SENTENCE}", tables=tables).title

    assert (title.value, title.state) == ("霁川新区召开调度会", State.INFERRED)


def test_running_text_alone_has_no_title(tables: Tables) -> None:
    assert read(f"{SENTENCE}\n{SENTENCE}", tables=tables).title.state is State.UNKNOWN


def test_a_numbered_heading_is_no_title(tables: Tables) -> None:
    told = "凛川电器把第五个压缩机基地放在了这里。\n01 一期要建什么"
    text = f"热榜\n江边小县挖来家电大厂：一期投30亿\n2天前\n{told}\n{SENTENCE}{SENTENCE}"

    assert read(text, tables=tables).title.value == "江边小县挖来家电大厂：一期投30亿"


def test_a_sub_headline_that_is_not_declared_is_no_part_of_the_title(tables: Tables) -> None:
    above = "<h1>拓岳传动为何选中溧川</h1><h2>——来自桐岭工业园的报道</h2>"

    title = read(markup("拓岳传动为何选中溧川_溧川网", above), tables=tables).title

    assert title.value == "拓岳传动为何选中溧川"


def test_a_headline_declared_by_a_script_finds_its_line(tables: Tables) -> None:
    script = '<script type="application/ld+json">{"headline": "新区召开项目调度会"}</script>'
    above = f"{script}<div>园区快讯第三期专题</div><div>新区召开项目调度会</div>"

    assert read(markup("溧川新闻网", above), tables=tables).title.value == "新区召开项目调度会"


def test_headlines_of_several_pages_tell_nothing(tables: Tables) -> None:
    script = '<script>[{"headline": "新区召开项目调度会"}, {"headline": "园区通勤专线"}]</script>'
    page = read(markup("", f"{script}<h1>新区发布减速器产业政策</h1>"), tables=tables)

    assert page.title.value == "新区发布减速器产业政策"


def test_a_summary_that_asks_is_no_title(tables: Tables) -> None:
    head = "首页 产业\n减速器龙头为什么去了县城？\n测距者 · 2026-03-18\n摘要：县城如何接住？"

    title = read(f"{head}\n{SENTENCE}\n{SENTENCE}", tables=tables).title

    assert title.value == "减速器龙头为什么去了县城？"


def test_what_begins_with_the_front_page_is_a_menu(tables: Tables) -> None:
    head = "首页 要闻\n拓岳传动项目落户溧川\n听新闻\n00:00 / 02:31\n2026-03-18 10:20 溧川日报"

    title = read(f"{head}\n{SENTENCE}\n{SENTENCE}", tables=tables).title

    assert title.value == "拓岳传动项目落户溧川"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("2026年3月18日土地拍卖会成交公示", "发布时间：2026-03-19 来源：溧川县自然资源局"),
        ("工业用地能不能建员工宿舍？", "关注问题 写回答\n已有 12 个回答"),
        ("溧川 | 独栋厂房 | 可分租", "12元/㎡·月\n更新时间：2026-03-18"),
        (
            "禾川精密：关于对外投资设立子公司的公告",
            "公告日期：2026-03-18\n禾川精密股份有限公司\n关于对外投资设立子公司的公告",
        ),
    ],
)
def test_a_title_of_a_text_is_told_from_what_stands_below(
    above: str, below: str, tables: Tables
) -> None:
    text = f"首页 > 产业 > 正文\n{above}\n{below}\n{SENTENCE}\n{SENTENCE}"

    assert read(text, tables=tables).title.value == above


@pytest.mark.parametrize(
    "above",
    [
        "关注新蓝财经",
        "首页新区概况新闻中心信息公开投资办事",
        "登录下载资讯APP添加到桌面",
        "欢迎访问本站！今天有新消息",
        "层高\t首层8.5m，二层6m\t荷载\t首层3t",
        "项目编号：LSW26ZC0417",
        "高质量发展一线观察",
        "签约仪式现场（市工信局供图）",
    ],
)
def test_what_stands_above_a_headline_in_plain_text_is_not_taken_for_it(
    above: str, tables: Tables
) -> None:
    title = "沣南县：一条冷链串起八家预制菜工厂"

    page = read(
        f"财经 > 产经 > 正文\n{above}\n{title}\n2026-02-26 07:35\n{SENTENCE}\n{SENTENCE}",
        tables=tables,
    )

    assert page.title.value == title


def test_the_title_of_a_paper_may_end_on_its_second_line(tables: Tables) -> None:
    lines = "关于《临棠市滨湖工业片区控制性详细规划》\n局部调整的公示"

    page = read(f"首页 > 公示\n{lines}\n2026-03-10 10:12\n{SENTENCE}\n{SENTENCE}", tables=tables)

    assert page.title.value == "关于《临棠市滨湖工业片区控制性详细规划》局部调整的公示"
