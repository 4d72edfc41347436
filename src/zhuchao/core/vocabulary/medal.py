"""Medals of articles, and what is known of an article when its medal is judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Medal(StrEnum):
    """The level of an article."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ArticleInputs:
    """The inputs of an article's medal, under the names that a rule pack calls them by.

    ``words`` are the characters of the body without blanks; ``headings``, ``pictures`` (the title
    picture and those of the body, each with a description) and ``tags`` are counts. ``copies`` are
    the other known pages that tell the same text. ``comments`` are those that stand before the
    public; ``useful``, ``readers`` and ``shared`` count a visitor once a day, since publication.
    None is unknown; what it means for the score is said by the pack.
    """

    words: int | None
    headings: int | None
    pictures: int | None
    tags: int | None
    has_excerpt: bool | None
    is_own: bool | None
    copies: int | None
    has_source: bool | None
    has_author: bool | None
    has_day: bool | None
    comments: int | None
    useful: int | None
    readers: int | None
    shared: int | None
