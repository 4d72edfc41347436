"""Texts found by their words: an index in a folder of its own."""

from zhuchao.ground.finding.index import Entry, Found, TextIndex

__all__ = ["Entry", "Found", "TextIndex"]
