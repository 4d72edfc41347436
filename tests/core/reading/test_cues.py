"""Characters that a wording needs are looked for first; nothing is missed by it."""

from __future__ import annotations

import pytest
from benchmarks.quality.pages.written import marked_pages

from zhuchao.core.reading import bars, cues


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return [text for marked in marked_pages() for _, text in marked.marks["lines"]]


@pytest.mark.parametrize("name", sorted(cues.SIGNS))
def test_what_a_cue_shows_has_one_of_its_signs(name: str, lines: list[str]) -> None:
    cue = getattr(cues, name, None) or getattr(bars, name)
    shown = [line for line in lines if cue.search(line)]

    assert shown
    assert [line for line in shown if not cues.may_show(name, line)] == []
