"""Characters are folded one for one, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhuchao import tables
from zhuchao.core.vocabulary.tables import NO_FOLDING

PLAIN = tables.load().plain


@given(st.text() | st.text(st.sampled_from(sorted(map(chr, PLAIN.meant)))))
def test_a_text_is_folded_as_by_a_table_of_characters(text: str) -> None:
    folded = PLAIN.of(text)

    assert folded == text.translate(dict(PLAIN.meant))
    assert len(folded) == len(text)


def test_without_a_table_nothing_is_folded() -> None:
    assert NO_FOLDING.of("臺灣ＡＢ") == "臺灣ＡＢ"
