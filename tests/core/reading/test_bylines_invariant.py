"""Who wrote, edited and published is read whatever the label is called, and however set off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.reading.pages import SENTENCE

from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables

TOP = "首页 > 要闻 > 正文\n霁川新区召开二季度项目调度会议"
DAY = "2024-05-06 10:20"
SOURCES = [
    "来源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "消息来源",
    "原文来源",
    "媒体来源",
    "来源网站",
    "稿源",
    "信源",
    "出处",
    "文章出处",
    "转自",
    "转载自",
    "摘自",
    "选自",
    "来自",
]
EDITORS = [
    "责任编辑",
    "责编",
    "编辑",
    "本期编辑",
    "本版编辑",
    "值班编辑",
    "当值编辑",
    "执行编辑",
    "网络编辑",
    "微信编辑",
    "实习编辑",
    "见习编辑",
    "助理编辑",
    "网编",
    "小编",
]
AUTHORS = [
    "作者",
    "本文作者",
    "撰稿",
    "撰稿人",
    "特约撰稿",
    "撰文",
    "撰写",
    "采写",
    "采编",
    "记者",
    "本报记者",
    "通讯员",
    "文",
    "文/图",
]
COLONS = ("：", ":", " ： ", "｜", "丨", " | ", "/")


def page_of(tables: Tables, above: str, below: str = "") -> Page:
    return read(f"{TOP}\n{DAY}\n{above}\n{SENTENCE}\n{SENTENCE}\n{below}", tables=tables)


@given(st.sampled_from(SOURCES), st.sampled_from(COLONS), st.booleans())
def test_a_source_is_read_by_any_label(
    tables: Tables, label: str, colon: str, is_above: bool
) -> None:
    line = f"{label}{colon}霁川晚报"

    page = page_of(tables, line) if is_above else page_of(tables, "", line)

    assert page.source.value == "霁川晚报"


@given(st.sampled_from(EDITORS), st.sampled_from(COLONS), st.sampled_from(("", "【", "（")))
def test_an_editor_is_read_by_any_label(
    tables: Tables, label: str, colon: str, opening: str
) -> None:
    closing = {"": "", "【": "】", "（": "）"}[opening]

    page = page_of(tables, "", f"{opening}{label}{colon}纪小满{closing}")

    assert page.editor.value == "纪小满"


@given(st.sampled_from(AUTHORS), st.sampled_from(COLONS[:3]))
def test_an_author_is_read_by_any_label(tables: Tables, label: str, colon: str) -> None:
    assert page_of(tables, f"{label}{colon}纪小满").author.value == "纪小满"


@pytest.mark.parametrize("label", ["图片编辑", "美术编辑", "视频编辑", "美编", "校对", "审核"])
def test_who_checks_or_lays_out_is_no_editor(label: str, tables: Tables) -> None:
    page = page_of(tables, "", f"{label}：谷雨\n责任编辑：纪小满")

    assert page.editor.value == "纪小满"


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("昨天 09:12 · 江苏 山城经济笔记优质财经领域创作者", "山城经济笔记", None),
        ("霁川发布 霁川发布\n2026年3月17日 17:32 江苏", "霁川发布", None),
        ("2026年02月12日 19:48　格物财讯", None, "格物财讯"),
    ],
)
def test_an_account_or_a_medium_is_read_beside_the_day(
    line: str, author: str | None, source: str | None, tables: Tables
) -> None:
    page = read(f"霁川新区召开二季度项目调度会议\n{line}\n{SENTENCE}\n{SENTENCE}", tables=tables)

    assert (page.author.value, page.source.value) == (author, source)


def test_who_reports_for_a_medium_is_read_from_the_bracket_at_the_end(tables: Tables) -> None:
    assert page_of(tables, "", "（南陲经济网 路遥舟）").author.value == "路遥舟"
