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
