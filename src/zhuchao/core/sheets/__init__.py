"""Sheets: finding the header of a table, and writing values as cells."""

from zhuchao.core.sheets.headings import find_head
from zhuchao.core.sheets.writing import (
    heading_of,
    neutral,
    plain_number,
    same_value,
    term_cell,
    unquoted,
)

__all__ = [
    "find_head",
    "heading_of",
    "neutral",
    "plain_number",
    "same_value",
    "term_cell",
    "unquoted",
]
