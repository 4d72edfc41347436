"""Reads of enquiries."""

from zhuchao.apps.enquiries.selectors.enquiries import (
    OPEN,
    SAME_DEMAND,
    SAME_TELEPHONE,
    Duplicate,
    by_token,
    duplicates,
    enquiries,
    enquiry,
    history,
    matches,
    next_states,
    state_counts,
    terms_of,
    today,
)
from zhuchao.apps.enquiries.selectors.viewings import (
    deal_of,
    due_viewings,
    viewing,
    viewings,
    viewings_of_enquiry,
    viewings_of_offer,
)

__all__ = [
    "OPEN",
    "SAME_DEMAND",
    "SAME_TELEPHONE",
    "Duplicate",
    "by_token",
    "deal_of",
    "due_viewings",
    "duplicates",
    "enquiries",
    "enquiry",
    "history",
    "matches",
    "next_states",
    "state_counts",
    "terms_of",
    "today",
    "viewing",
    "viewings",
    "viewings_of_enquiry",
    "viewings_of_offer",
]
