"""The words of asides: none begins with a character that is not looked at."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from zhuchao.core.messages.aside_words import aside_words_of
from zhuchao.core.messages.asides import asides
from zhuchao.core.vocabulary.tables import Tables

DISTRACTORS = tomllib.loads(Path(__file__).with_name("distractors.toml").read_text("utf-8"))


def test_the_words_are_compiled_once(tables: Tables) -> None:
    assert aside_words_of(tables) is aside_words_of(tables)


def test_no_aside_is_passed_over_for_its_first_character(tables: Tables) -> None:
    words = aside_words_of(tables)
    openings = re.escape(tables.asides["openings"])
    anywhere = re.compile(words.mark.pattern.replace(f"(?=[{openings}])", "", 1))
    texts = [each for side in DISTRACTORS.values() for group in side.values() for each in group]

    assert anywhere.pattern != words.mark.pattern
    assert [
        text
        for text in texts
        if asides(text, text, words) != asides(text, text, words._replace(mark=anywhere))
    ] == []
