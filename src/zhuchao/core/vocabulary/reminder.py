"""Reminders: of what, when, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class ReminderState(StrEnum):
    """Where a reminder stands; ``UNKNOWN`` may have arrived or not, and a person decides."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SETTLED = "settled"
    CANCELLED = "cancelled"


class When(StrEnum):
    """How the day of a kind is told: something is due, is past it, or has happened."""

    UNTIL = "until"
    SINCE = "since"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class ReminderKind:
    """What is reminded of; ``path`` is where its subject opens, with ``{number}`` in it."""

    key: str
    name: str
    when: When
    path: str


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """A versioned rule pack: on which working days each kind is reminded of.

    ``steps`` are counted from the day: -3 is three working days before it, 0 the day itself, 1 the
    first working day after it; they rise. A kind without steps is not reminded of.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    steps: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is to be reminded: a subject and its day; ``mark`` tells occasions of one day.

    ``number`` is the subject's; ``title`` names it and ``more`` says what else there is to it.
    """

    number: int
    person_id: int
    on: date
    title: str
    more: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of a day in which nothing is sent, past midnight where ``end`` is not later."""

    start: time
    end: time
