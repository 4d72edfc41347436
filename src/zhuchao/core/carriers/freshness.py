"""How long an owner's word holds, and when it is asked for again."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

# An owner's word is good for a season; after that the offer is no longer shown.
STALE_AFTER_DAYS = 60
# Two weeks to reach an owner before that.
FADING_AFTER_DAYS = 45


class Freshness(StrEnum):
    """How old the last confirmation is."""

    FRESH = "fresh"
    FADING = "fading"
    STALE = "stale"


def freshness(confirmed_on: date | None, today: date) -> Freshness:
    """What was never confirmed is stale."""
    age = STALE_AFTER_DAYS + 1 if confirmed_on is None else (today - confirmed_on).days
    if age > STALE_AFTER_DAYS:
        return Freshness.STALE
    return Freshness.FADING if age > FADING_AFTER_DAYS else Freshness.FRESH


def confirmed_between(wanted: Freshness, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of confirmation that give this freshness; None is open."""
    fading, fresh = (today - timedelta(days) for days in (STALE_AFTER_DAYS, FADING_AFTER_DAYS))
    match wanted:
        case Freshness.FRESH:
            return fresh, None
        case Freshness.FADING:
            return fading, fresh - timedelta(1)
        case Freshness.STALE:
            return None, fading - timedelta(1)
