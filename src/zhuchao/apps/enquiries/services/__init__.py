"""Writes of enquiries."""

from zhuchao.apps.enquiries.services.clarifying import Cause, clarify
from zhuchao.apps.enquiries.services.following import (
    CLOSED,
    ENDED,
    FOLLOWS,
    close,
    move_enquiry,
    take,
)
from zhuchao.apps.enquiries.services.receiving import KEY_LENGTH, confirm_demand, receive

__all__ = [
    "CLOSED",
    "ENDED",
    "FOLLOWS",
    "KEY_LENGTH",
    "Cause",
    "clarify",
    "close",
    "confirm_demand",
    "move_enquiry",
    "receive",
    "take",
]
