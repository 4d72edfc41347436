"""The index: what is put in is found by what it shares."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.text.bigrams import bigrams
from zhuchao.ground.finding import Entry, TextIndex

MEETING = Entry("1", "创新发展大会", "澄湖高新区召开大会", ("place:1",), b"mark")
REPORT = Entry("2", "大会侧记", "创新发展大会的会场")
HOUSES = Entry("3", "公寓交付", "拎包入住", ("place:1",))


@pytest.fixture
def index(tmp_path: Path) -> TextIndex:
    made = TextIndex(tmp_path / "index")
    assert made.put([MEETING, REPORT, HOUSES]) == 3
    return made


def test_words_and_names_bring_near(index: TextIndex) -> None:
    assert [each.key for each in index.near(MEETING, limit=5)] == ["2", "3"]
    assert index.near(Entry("9", "氢能", "储罐"), limit=5) == []
    assert [each.mark for each in index.near(REPORT, limit=5)] == [b"mark"]


def test_what_is_put_again_stands_once(index: TextIndex) -> None:
    index.put([Entry("2", "氢能 储罐", "两行\n正文", ("a", "b"), b"x")])

    assert index.keys() == {"1", "2", "3"}
    assert index.get("2") == Entry("2", "氢能 储罐", "两行\n正文", ("a", "b"), b"x")
    assert index.get("4") is None


def test_what_is_dropped_is_gone(index: TextIndex) -> None:
    index.drop(["2", "7"])

    assert index.keys() == {"1", "3"}
    index.drop(index.keys())
    assert index.keys() == frozenset()


def test_subwords_latin_words_and_figures_are_terms() -> None:
    assert list(bigrams("溧阳经开区 ＡＢＢ 12.5亿元")) == [
        "溧阳", "阳经", "经开", "开区", "abb", "12.5", "亿元",
    ]  # fmt: skip


@given(st.text(max_size=60))
def test_marks_and_spaces_tell_nothing(text: str) -> None:
    terms = list(bigrams(text))

    assert terms == list(bigrams(f"“{text}”。 "))
    assert all(len(term) <= 2 or term.isascii() for term in terms if not term.isdecimal())
