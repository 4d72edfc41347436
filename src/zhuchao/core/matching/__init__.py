"""Matching: an enquiry's terms against properties, best first, with the reasons."""

from zhuchao.core.matching.ranking import match

__all__ = ["match"]
