"""Words of a table found in a text."""

from __future__ import annotations

from zhuchao.core.text.wordlist import Wordlist

WORDS = Wordlist({"高新区": 1, "高新": 2, "区": 3, "管委会": 4})


def test_the_longest_word_is_found_and_none_inside_another() -> None:
    assert list(WORDS.found("溧阳高新区管委会")) == [(2, "高新区"), (5, "管委会")]


def test_a_word_that_ends_at_a_place_is_found() -> None:
    assert WORDS.before("溧阳高新区", 5) == "高新区"
    assert WORDS.before("溧阳", 2) == ""


def test_a_text_may_be_made_of_words_alone() -> None:
    assert WORDS.is_made_of("高新区管委会")
    assert WORDS.is_made_of("高新高新区")
    assert not WORDS.is_made_of("高新园区")


def test_no_words_are_found_in_no_list() -> None:
    assert list(Wordlist[int]({}).found("高新区")) == []
