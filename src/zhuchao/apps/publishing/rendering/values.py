"""What is to be renewed and what came of it, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zhuchao.ground.published import DEFAULT_SITE

# A part of the sitemap, by ranges of ids: a page stays in its part, so a change renews one only.
IN_A_PART = 2000


def part_of(record_id: int) -> int:
    return record_id // IN_A_PART


class Cause(StrEnum):
    """What happened."""

    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    MOVE = "move"
    DELETE = "delete"
    CLOSE = "close"
    FRAME = "frame"
    OFFER = "offer"
    VIEWS = "views"
    VOICES = "voices"
    MEDAL = "medal"
    DAY = "day"
    CODE = "code"
    HAND = "hand"


class Why(StrEnum):
    """Why a page is among those that a change touches."""

    ITSELF = "itself"
    FORMER = "former"
    CHANNEL = "channel"
    HOME = "home"
    SHOWS = "shows"
    RELATED = "related"
    LIST = "list"
    FEED = "feed"
    SITEMAP = "sitemap"
    WHOLE = "whole"
    STRAY = "stray"


class Outcome(StrEnum):
    """What came of renewing a page."""

    MADE = "made"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to renew; ``page_id`` where it is that of a page of the tree."""

    address: str
    why: Why
    page_id: int | None = None
    site: str = DEFAULT_SITE

    @property
    def place(self) -> tuple[str, str]:
        return self.site, self.address


@dataclass(frozen=True, slots=True)
class Renewed:
    """What came of it; ``shows`` are the addresses to which the page leads."""

    wanted: Wanted
    outcome: Outcome
    digest: str = ""
    size: int = 0
    shows: frozenset[str] = frozenset()
    reason: str = ""
