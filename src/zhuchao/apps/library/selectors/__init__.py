"""Reads of the library."""

from zhuchao.apps.library.selectors.intakes import intake, intakes, open_intakes, raw_of
from zhuchao.apps.library.selectors.pages import read_page, read_pages

__all__ = ["intake", "intakes", "open_intakes", "raw_of", "read_page", "read_pages"]
