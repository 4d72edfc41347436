"""How far an enquiry has come, in words for the one who asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from zhuchao.apps.enquiries.selectors import Standing
from zhuchao.faces.hand.words import word

# Of these states an answer says more than the state.
EARLY = ("new", "clarified")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way; ``at`` is None while it has not come."""

    name: str
    at: datetime | None
    is_done: bool
    days: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an enquiry stands, at the moment ``now``."""

    standing: Standing
    now: datetime

    @property
    def sentence(self) -> str:
        """The state in one sentence; never by whom, never what was noted inside."""
        found = self.standing
        if found.is_erased:
            return word("asked", "erased").text
        if found.answered_at is not None and found.state in EARLY:
            return word("asked", "answered").text
        if found.state == "new" and found.begun_at is not None:
            return word("asked", "begun").text
        return word("asked", found.state).text

    @property
    def waited(self) -> str:
        """How long it has been open, or took."""
        found = self.standing
        days = _days(found.received_at, found.closed_at or self.now)
        return f"办理用了 {days} 天" if found.closed_at else f"收到第 {days + 1} 天"

    @property
    def steps(self) -> list[Step]:
        found = self.standing
        begun = found.begun_at or found.answered_at or found.closed_at
        moments = (
            ("已收到", found.received_at, True),
            ("办理中", begun, begun is not None),
            ("已答复", found.answered_at, found.answered_at is not None),
            ("已办结", found.closed_at, found.is_closed),
        )
        return [Step(name, at, is_done, self._after(at)) for name, at, is_done in moments]

    def _after(self, at: datetime | None) -> str:
        if at is None or at == self.standing.received_at:
            return ""
        days = _days(self.standing.received_at, at)
        return f"{days} 天后" if days else "当天"


def _days(since: datetime, until: datetime) -> int:
    """Calendar days between two moments."""
    return (timezone.localdate(until) - timezone.localdate(since)).days
