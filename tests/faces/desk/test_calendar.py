"""Calendar files: folded, escaped, in universal time."""

from __future__ import annotations

import pytest

from zhuchao.faces.desk.calendar import MOST_OCTETS, _escaped, _folded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("北门；东门", "北门；东门"),
        ("a;b,c", "a\\;b\\,c"),
        ("一\r\n二\n三", "一\\n二\\n三"),
        ("a\\b", "a\\\\b"),
    ],
)
def test_what_would_end_a_value_is_escaped(text: str, written: str) -> None:
    assert _escaped(text) == written


@pytest.mark.parametrize("text", ["", "x" * 75, "x" * 200, "厂房" * 60])
def test_long_lines_are_folded_between_characters(text: str) -> None:
    pieces = list(_folded(text))

    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text
    assert all(len(piece.encode()) <= MOST_OCTETS for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
