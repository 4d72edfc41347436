"""What is sent, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Result(StrEnum):
    """``NOT_SENT`` is surely so and may be tried again, ``REFUSED`` surely and for good.

    ``UNKNOWN`` may have arrived: nobody but a person may send it again.
    """

    SENT = "sent"
    NOT_SENT = "not_sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result with its reason for an officer; ``wait`` is how long the other side asks to wait.

    ``is_limited`` says that the other side takes nothing from anybody of us for that long.
    """

    result: Result
    reason: str = ""
    wait: timedelta | None = None
    is_limited: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A text to a person. ``key`` is the same for the same sending, and differs for every other.

    ``kind`` says what it is about without naming the subject, as others may read along; ``title``
    and ``more`` name it. ``address`` is where it opens, empty where the house has none.
    """

    key: str
    kind: str
    when: str
    title: str
    more: str = ""
    address: str = ""


SENT = Outcome(Result.SENT)


def not_sent(reason: str, wait: timedelta | None = None, *, is_limited: bool = False) -> Outcome:
    return Outcome(Result.NOT_SENT, reason, wait, is_limited)


def refused(reason: str) -> Outcome:
    return Outcome(Result.REFUSED, reason)


def unknown(reason: str) -> Outcome:
    return Outcome(Result.UNKNOWN, reason)
