"""When a next step comes near."""

from __future__ import annotations

from datetime import date, timedelta

SOON = timedelta(days=3)


def soon_before(today: date) -> date:
    """The first day that is not soon any more: what is due before it is due soon or overdue."""
    return today + SOON + timedelta(days=1)
