"""How long an enquiry has been open, and from when on that is worth a warning."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.core.ageing import Age, Pace, age_of

# Working days since it was received. Who asks for a plant expects an answer on the next day; a
# search that takes longer than two weeks has mostly gone elsewhere. Practice of the trade, not
# measured.
UNANSWERED = Pace(slow_after=1, late_after=2)
IN_HAND = Pace(slow_after=5, late_after=10)
PACES = {
    Enquiry.State.NEW: UNANSWERED,
    Enquiry.State.CLARIFIED: IN_HAND,
    Enquiry.State.MATCHED: IN_HAND,
    Enquiry.State.VIEWING: IN_HAND,
}


def age(enquiry: Enquiry, today: date) -> Age | None:
    """The age of an open enquiry; None for one that has ended."""
    pace = PACES.get(Enquiry.State(enquiry.state))
    if pace is None:
        return None
    return age_of(timezone.localdate(enquiry.received_at), today, pace)
