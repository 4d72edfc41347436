"""Columns of Chinese text, and what never reaches the terminal."""

import pytest

from zhuchao.faces.cli.printing import clean, one_line, shortened, table, width


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("层高8m") == 6


def test_columns_are_aligned_by_their_width() -> None:
    shown = table([("层高", "●", "8 m"), ("消防等级", "○", "")])

    assert shown.splitlines() == ["层高      ●  8 m", "消防等级  ○"]
    assert table([]) == ""


@pytest.mark.parametrize("mark", ["\x1b[31m", "\u202e", "\x07", "\u200b"])
def test_what_could_steer_the_terminal_is_dropped(mark: str) -> None:
    cleaned = clean(f"甲{mark}乙\n丙")

    assert not any(char in cleaned for char in "\x1b\u202e\x07\u200b")
    assert one_line("甲\n 乙") == "甲 乙"


def test_a_long_line_ends_in_an_ellipsis() -> None:
    assert shortened("一二三四五", 7) == "一二三…"
    assert shortened("一二三", 7) == "一二三"
