"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from zhuchao.core.text.later import later


@pytest.mark.parametrize("text", ["", "盘古路8号", "朝天门"])
def test_it_finds_what_the_compiled_pattern_finds(text: str) -> None:
    pattern = r"(?P<number>\d+)号|门$"
    waiting, compiled = later(pattern), re.compile(pattern)

    assert [each.span() for each in waiting.finditer(text)] == [
        each.span() for each in compiled.finditer(text)
    ]
    assert (waiting.search(text) is None) is (compiled.search(text) is None)
    assert waiting.sub("", text) == compiled.sub("", text)


def test_it_is_compiled_when_it_is_first_asked() -> None:
    waiting = later("[甲乙]栋")
    assert "search" not in vars(waiting)

    assert waiting.search("乙栋") is not None

    assert vars(waiting)["search"].__self__ == re.compile("[甲乙]栋")
