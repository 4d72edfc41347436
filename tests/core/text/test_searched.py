"""Texts as they are searched: spellings folded, terms cut, and what was found marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.text.searched import Piece, Spelling, excerpt, marked
from zhuchao.core.vocabulary.tables import Tables

LONG = (
    "园区动态。" * 30
    + "江苏溧阳经济开发区召开推进会，会后考察经开区的厂房。"
    + "此外还有很多话。" * 30
)


@pytest.fixture(scope="session")
def spelling(tables: Tables) -> Spelling:
    return Spelling(
        folding=tables.folding, traditional=tables.traditional, evasions=tables.evasions
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("经开", ("经开",)),
        ("ＡＢＢ　厂房", ("abb", "厂房")),
        ("廠房、開發區", ("厂房", "开发区")),
        ("蕞大", ("最大",)),
        ("唯⼀", ("唯一",)),
        ("厂房 厂房", ("厂房",)),
        ("。，！ ", ()),
        ("风", ("风",)),
    ],
)
def test_what_is_asked_for_is_folded(
    spelling: Spelling, typed: str, words: tuple[str, ...]
) -> None:
    assert spelling.words(typed) == words


def test_no_pair_reaches_across_a_mark(spelling: Spelling) -> None:
    terms = spelling.terms("溧阳，经开区 A")

    assert terms.pairs == ["溧阳", "经开", "开区"]
    assert terms.characters == set("溧阳经开区a")


def test_a_long_question_is_cut(spelling: Spelling) -> None:
    asked = spelling.words(" ".join(f"词{number}" for number in range(40)))

    assert len(asked) == 12


def test_what_was_found_is_marked_as_it_is_written(spelling: Spelling) -> None:
    assert marked("全国蕞大的廠房", ("最大", "厂房"), spelling) == (
        Piece("全国"),
        Piece("蕞大", is_found=True),
        Piece("的"),
        Piece("廠房", is_found=True),
    )


def test_an_excerpt_shows_the_part_that_holds_most_of_the_words(spelling: Spelling) -> None:
    shown = excerpt(LONG, ("经开区", "厂房"), spelling, length=30)

    assert [each.text for each in shown if each.is_found][-2:] == ["经开区", "厂房"]
    assert shown[0] == shown[-1] == Piece("…")
    assert sum(len(each.text) for each in shown) <= 32


def test_an_excerpt_of_a_text_without_the_words_is_its_beginning(spelling: Spelling) -> None:
    assert excerpt(LONG, ("氢能",), spelling, length=5) == (Piece("园区动态。"), Piece("…"))
    assert excerpt("", ("氢能",), spelling, length=5) == ()


@given(text=st.text(max_size=80), typed=st.text(max_size=8))
def test_marking_keeps_every_character(spelling: Spelling, text: str, typed: str) -> None:
    shown = marked(text, spelling.words(typed), spelling)

    assert "".join(each.text for each in shown) == text
