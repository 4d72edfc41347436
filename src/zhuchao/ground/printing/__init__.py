"""Printing: a page of HTML becomes a PDF, without stopping who only wants to read."""

from zhuchao.ground.printing.needs import how_to_install, missing
from zhuchao.ground.printing.press import pdf_of

__all__ = ["how_to_install", "missing", "pdf_of"]
