"""The ladder that a project climbs, and the events that prove each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a ladder; ``evidence`` names the documents that may prove it."""

    key: str
    name: str
    enters_when: str
    evidence: tuple[str, ...]
    is_side: bool = False


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


@dataclass(frozen=True, slots=True)
class StageEvent:
    """A project entered ``stage`` on a day, as recorded at a moment (aware)."""

    stage: str
    occurred_on: date
    recorded_at: datetime
