"""What a site answers to a request, as values, and the refusal that says when to come again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from zhuchao.core.errors import Unreachable

# No site is believed that wants to be left alone for longer.
MOST_RETRY_AFTER_S = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Version:
    """What a site calls the state of a page that it gave; both empty where it says nothing."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """The request headers that ask for the page only if it is another one now."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back; ``address`` is the last one after redirects, ``fetched_at`` is aware."""

    content: bytes
    address: str
    content_type: str
    fetched_at: datetime
    version: Version = field(default_factory=Version)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page is still the version that was asked with."""

    address: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The page is said to stand at ``address``, which nobody looked at yet."""

    address: str


class Turned(Unreachable):
    """The site answered with an error status; ``retry_after_s`` is 0 where it names no time."""

    def __init__(self, sentence: str, status: int, retry_after_s: float = 0) -> None:
        super().__init__(sentence)
        self.status = status
        self.retry_after_s = retry_after_s

    def __reduce__(self) -> tuple[type[Turned], tuple[str, int, float]]:  # type: ignore[override]
        return type(self), (self.sentence, self.status, self.retry_after_s)


def retry_after_s(written: str, now: datetime) -> float:
    """The seconds that a ``Retry-After`` header asks to wait; 0 for none or nonsense."""
    written = written.strip()
    if written.isascii() and written.isdigit():
        return float(min(int(written[:12]), MOST_RETRY_AFTER_S))
    try:
        until = parsedate_to_datetime(written)
    except ValueError:
        return 0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, (until - now).total_seconds()), MOST_RETRY_AFTER_S)
