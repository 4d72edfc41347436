"""Matching: an enquiry's terms against properties, best first, with the reasons."""

from zhuchao.core.matching.admission import assess
from zhuchao.core.matching.duplicates import are_alike
from zhuchao.core.matching.index import OfferIndex
from zhuchao.core.matching.planning import planned_of
from zhuchao.core.matching.ranking import match

__all__ = ["OfferIndex", "are_alike", "assess", "match", "planned_of"]
