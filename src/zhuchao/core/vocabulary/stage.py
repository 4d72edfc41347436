"""The ladder that a project climbs, and the events that prove each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Milestone(StrEnum):
    """What a stage means whatever its ladder calls it: rates and counts are defined by these."""

    SIGNED = "signed"
    REGISTERED = "registered"
    LANDED = "landed"
    STARTED = "started"
    COMPLETED = "completed"
    PRODUCING = "producing"
    AT_CAPACITY = "at_capacity"
    EXPANDED = "expanded"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document that may prove a stage: minutes, an agreement, a permit."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a ladder.

    ``evidence`` are the keys of the kinds of documents that may prove it, any one of them;
    ``is_checked`` says that another person must confirm it. A side state ends the project where
    ``is_final``; where ``is_reasoned`` it asks for a reason, and ``is_reviewed`` for a day to look
    again.
    """

    key: str
    name: str
    enters_when: str
    evidence: tuple[str, ...]
    milestone: Milestone | None = None
    is_checked: bool = False
    is_side: bool = False
    is_final: bool = False
    is_reasoned: bool = False
    is_reviewed: bool = False


@dataclass(frozen=True, slots=True)
class StageLadder:
    """A versioned rule pack of stages, lowest first, side states last."""

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    stages: tuple[Stage, ...]

    def stage(self, key: str) -> Stage | None:
        return next((stage for stage in self.stages if stage.key == key), None)

    def rank(self, key: str) -> int:
        """The place of a stage on the ladder, from 0; -1 for what is not on its main line."""
        line = (stage.key for stage in self.stages if not stage.is_side)
        return next((rank for rank, each in enumerate(line) if each == key), -1)

    def at(self, milestone: Milestone) -> Stage | None:
        """The stage that means the milestone; None where the ladder has none."""
        return next((stage for stage in self.stages if stage.milestone is milestone), None)


@dataclass(frozen=True, slots=True)
class StageEvent:
    """A project entered ``stage`` on a day, as recorded at a moment (aware).

    ``number`` tells events apart and rises in the order of recording. ``corrects`` is the number
    of the event in whose place this one stands; a withdrawal stands in its place with nothing.
    ``holds_from`` is the moment from which it is known to hold: that of recording, or that of the
    check that confirmed it; None while no one did.
    """

    number: int
    stage: str
    occurred_on: date
    recorded_at: datetime
    holds_from: datetime | None
    corrects: int | None = None
    is_withdrawal: bool = False
    is_rejected: bool = False
