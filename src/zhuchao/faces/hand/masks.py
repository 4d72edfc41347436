"""Covered names and numbers in a text, as a list or a heading shows them."""

from __future__ import annotations

import re

COVERED = re.compile(r"＊[＊ ]*＊")
SHORT = "＊＊＊"


def shorten(text: str) -> str:
    """Every run of stars as three: "王＊＊ ＊＊＊＊＊" gives "王＊＊＊"."""
    return COVERED.sub(SHORT, text)
