"""Folding keeps the way back to the original, character by character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.text.folding import fold
from zhuchao.core.vocabulary.read import Span

FOLDING = {"⻓": "长"}
EVASIONS = {"蕞": "最", "最*佳": "最佳"}


def test_width_radicals_and_evasions_are_folded() -> None:
    folded = fold("２０００㎡，唯⼀⻓期，蕞低", FOLDING, EVASIONS)

    assert folded.text == "2000m2，唯一长期，最低"


def test_a_span_leads_back_to_what_was_written() -> None:
    text = "面积２０㎡\u200b，最*佳"
    folded = fold(text, FOLDING, EVASIONS)

    area, best = folded.text.index("20m2"), folded.text.index("最佳")
    assert folded.original(Span(area, area + 4)).of(text) == "２０㎡"
    assert folded.original(Span(best, best + 2)).of(text) == "最*佳"


@given(st.text())
def test_every_folded_character_stands_for_a_range_of_any_text(text: str) -> None:
    folded = fold(text, FOLDING, EVASIONS)

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))
