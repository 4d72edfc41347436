"""What a visitor may know of an enquiry: its state with days, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.selectors.enquiries import by_token
from zhuchao.apps.enquiries.services import CLOSED
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.ground import audit

# By these a person has begun to work on an enquiry, and by these it comes to its end.
BEGINS = frozenset(
    {"take_enquiry", "clarify_enquiry", "move_enquiry", "plan_viewing", "answer_enquiry"}
)
ENDS = frozenset({"move_enquiry", "record_deal", "withdraw_enquiry", "erase_enquiry"})
# An enquiry of which more is told than this has been worked on for months.
MOST_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an enquiry stands, for the one who asked; a moment that has not come is None."""

    receipt: str
    state: str
    received_at: datetime
    begun_at: datetime | None
    answered_at: datetime | None
    closed_at: datetime | None
    answer: str
    is_supply: bool
    is_erased: bool

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED


def digits_mark(viewer: Viewer, receipt: str) -> str | None:
    """The mark of the asker's last digits; None for a number that no visitor holds."""
    found = Enquiry.objects.filter(receipt=receipt, origin=Enquiry.Origin.PORTAL)
    return found.values_list("digits_mark", flat=True).first()


def token_of(viewer: Viewer, receipt: str) -> str:
    """The token of a receipt that was followed by its digits."""
    return Enquiry.objects.values_list("token", flat=True).get(receipt=receipt)


def standing(viewer: Viewer, token: str) -> Standing:
    """Raises: NotFound."""
    enquiry = by_token(viewer, token)
    entries = audit.about(Subject.ENQUIRY.value, enquiry.pk, limit=MOST_ENTRIES)
    is_closed = enquiry.state in CLOSED
    begun = [each.at for each in entries if each.act in BEGINS]
    ended = [each.at for each in entries if each.act in ENDS]
    return Standing(
        receipt=enquiry.receipt,
        state=enquiry.state,
        received_at=enquiry.received_at,
        begun_at=min(begun, default=None),
        answered_at=enquiry.answered_at,
        closed_at=max(ended, default=None) if is_closed else None,
        answer=enquiry.answer,
        is_supply=enquiry.side == Enquiry.Side.SUPPLY,
        is_erased=enquiry.erased_at is not None,
    )
