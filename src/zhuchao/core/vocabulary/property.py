"""A property as matching sees it: an identity and its known terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zhuchao.core.vocabulary.term import Term


@dataclass(frozen=True, slots=True)
class Property:
    """Something on offer. What no term tells is unknown, never absent."""

    key: str
    title: str
    terms: tuple[Term, ...]
    confirmed_on: date | None = None
