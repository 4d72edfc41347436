"""At which hour something may be sent, and when it is tried again."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from zhuchao.core.vocabulary.reminder import QuietHours
from zhuchao.core.workdays import is_working_day

# Holidays at a stretch are nine days at most; a year bounds what no calendar can say.
MOST_DAYS_OFF = 366
# After each vain attempt; what was refused after the last of them is given up.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))


def is_quiet(moment: datetime, quiet: QuietHours | None) -> bool:
    """Whether a local moment lies in the quiet hours; without any none does."""
    if quiet is None or quiet.start == quiet.end:
        return False
    now = moment.time()
    if quiet.start < quiet.end:
        return quiet.start <= now < quiet.end
    return now >= quiet.start or now < quiet.end


def next_allowed(moment: datetime, quiet: QuietHours | None, *, on_days_off: bool) -> datetime:
    """The first moment from a local one (aware) on which something may be sent.

    ``on_days_off`` admits weekends and holidays.
    """
    found = moment
    for _ in range(MOST_DAYS_OFF):
        if is_quiet(found, quiet) and quiet is not None:
            found = _end_of(found, quiet)
        if on_days_off or is_working_day(found.date()):
            return found
        found = datetime.combine(found.date() + timedelta(days=1), time(), found.tzinfo)
    return found


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after so many vain attempts; None when it is given up."""
    return PAUSES[attempts - 1] if 1 <= attempts <= len(PAUSES) else None


def _end_of(moment: datetime, quiet: QuietHours) -> datetime:
    """The end of the quiet hours in which a moment lies."""
    end = datetime.combine(moment.date(), quiet.end, moment.tzinfo)
    return end if end > moment else end + timedelta(days=1)
