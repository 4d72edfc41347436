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

__all__ = [
    "OPEN",
    "SAME_DEMAND",
    "SAME_TELEPHONE",
    "Duplicate",
    "by_token",
    "duplicates",
    "enquiries",
    "enquiry",
    "history",
    "matches",
    "next_states",
    "state_counts",
    "terms_of",
    "today",
]
