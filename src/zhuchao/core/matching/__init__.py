"""Matching: an enquiry's terms against properties, best first, with the reasons.

The index of many offers stands in ``index`` by itself: numpy, which it needs, takes long to import.
"""

from zhuchao.core.matching.admission import assess
from zhuchao.core.matching.duplicates import are_alike
from zhuchao.core.matching.planning import planned_of
from zhuchao.core.matching.ranking import match

__all__ = ["are_alike", "assess", "match", "planned_of"]
