"""A problem of a project: what was done about it, and the rule by which it runs late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ProblemState(StrEnum):
    """Where a problem stands; ``OVERDUE`` follows from the day and is never recorded."""

    AWAITING = "awaiting"
    IN_HAND = "in_hand"
    TO_CHECK = "to_check"
    RETURNED = "returned"
    CLOSED = "closed"
    OVERDUE = "overdue"


class ProblemAct(StrEnum):
    """What can be done to a problem, each act one event."""

    RAISED = "raised"
    ASSIGNED = "assigned"
    NOTED = "noted"
    HANDED_IN = "handed_in"
    CLOSED = "closed"
    RETURNED = "returned"
    REOPENED = "reopened"
    ESCALATED = "escalated"
    PASSED_ON = "passed_on"


class EscalateTo(StrEnum):
    """Whom an overdue problem is brought before."""

    HEAD = "section_head"
    SUPERVISOR = "supervisor"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """What a problem is about: land, money, people, an approval."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Escalation:
    """From so many working days overdue a problem comes before somebody."""

    after: int
    to: EscalateTo
    says: str


@dataclass(frozen=True, slots=True)
class ProblemRule:
    """A versioned rule pack: deadlines in working days, and to whom what is overdue goes.

    ``assign_within`` runs from the raising, ``due_within`` from the assignment (``days`` by kind
    where it differs). Escalations rise with their days; a level is a place among them, from 1.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    assign_within: int
    due_within: int
    days: Mapping[str, int]
    escalations: tuple[Escalation, ...]

    def days_for(self, kind: str) -> int:
        return self.days.get(kind, self.due_within)


@dataclass(frozen=True, slots=True)
class ProblemEvent:
    """One act on a problem, which occurred on a day and is known from a moment (aware).

    ``number`` rises in the order of recording. ``by`` is the person, None for the machine.
    ``corrects`` is the number of the event that a withdrawal takes away.
    """

    number: int
    act: ProblemAct
    occurred_on: date
    recorded_at: datetime
    by: int | None = None
    unit: str = ""
    handler: int | None = None
    due_on: date | None = None
    level: int = 0
    corrects: int | None = None
    is_withdrawal: bool = False


@dataclass(frozen=True, slots=True)
class ProblemStanding:
    """What the events of a problem say: its state, with whom it lies, since when, until when.

    ``level`` is how far it was escalated since it was assigned last; ``handed_in_by`` is who gave
    in the proof that waits or was checked.
    """

    state: ProblemState
    since: date
    raised_on: date
    unit: str = ""
    handler: int | None = None
    due_on: date | None = None
    level: int = 0
    reopened: int = 0
    handed_in_by: int | None = None
    closed_on: date | None = None
