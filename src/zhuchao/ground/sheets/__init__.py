"""Spreadsheets as people give them: opened safely, and kept with the fate of each row."""

from zhuchao.ground.sheets.guarding import MOST_BYTES, MOST_ROWS, TOO_LARGE
from zhuchao.ground.sheets.opening import Sheet, open_sheet

__all__ = ["MOST_BYTES", "MOST_ROWS", "TOO_LARGE", "Sheet", "open_sheet"]
