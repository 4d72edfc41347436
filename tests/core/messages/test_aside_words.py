"""The words of asides, compiled from their table."""

from __future__ import annotations

from zhuchao.core.messages.aside_words import aside_words_of
from zhuchao.core.messages.asides import Aside, asides
from zhuchao.core.vocabulary.tables import Tables


def test_the_words_are_compiled_once(tables: Tables) -> None:
    assert aside_words_of(tables) is aside_words_of(tables)


def test_an_aside_reaches_to_the_next_stop_or_back_to_the_matter(tables: Tables) -> None:
    words = aside_words_of(tables)

    for text, begin, end in (("厂房出租,去年租20块,现在18", 5, 11), ("隔壁租20我这18", 0, 5)):
        assert Aside(begin, end) in asides(text, text, words)
