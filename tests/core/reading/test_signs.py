"""Characters that a wording needs are looked for first; nothing is missed by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from benchmarks.quality.pages.written import marked_pages

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.signs import SIGNS, may_show

# Lines of these are made of many words, figures and marks: what each needs is not proved.
UNPROVED = {"BADGE", "FIGURES", "LETTERS", "NOTICE_WITHIN", "SHARE", "ATTACHMENT"}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [text for marked in marked_pages() for _, text in marked.marks["lines"]]


def wording(name: str) -> re.Pattern[str]:
    found: re.Pattern[str] = getattr(bars, name, None) or getattr(cues, name)
    return found


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_what_a_cue_shows_has_one_of_its_signs(name: str, lines: list[str]) -> None:
    shown = [line for line in lines if wording(name).search(line)]

    assert shown
    assert [line for line in shown if not may_show(name, line)] == []


@pytest.mark.parametrize("name", sorted(SIGNS.keys() - UNPROVED))
def test_no_wording_can_stand_without_its_signs(name: str) -> None:
    pattern = wording(name)

    assert not pattern.flags & re.IGNORECASE
    assert needs(parser.parse(pattern.pattern), SIGNS[name])


def needs(sequence: Iterable[tuple[Any, Any]], signs: frozenset[str]) -> bool:
    """Whether whatever a sequence matches holds one of the signs."""
    return any(is_sign(code, told, signs) for code, told in sequence)


def is_sign(code: Any, told: Any, signs: frozenset[str]) -> bool:
    if code is codes.LITERAL:
        return chr(told) in signs
    if code is codes.IN:
        return all(each is codes.LITERAL and chr(value) in signs for each, value in told)
    if code is codes.BRANCH:
        return all(needs(each, signs) for each in told[1])
    if code in REPEATS:
        return told[0] > 0 and needs(told[2], signs)
    if code is codes.SUBPATTERN:
        return needs(told[3], signs)
    return code is codes.ASSERT and needs(told[1], signs)
