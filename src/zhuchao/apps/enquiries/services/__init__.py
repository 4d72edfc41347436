"""Writes of enquiries."""

from zhuchao.apps.enquiries.services.following import (
    ENDED,
    FOLLOWS,
    close,
    move_enquiry,
    take,
)
from zhuchao.apps.enquiries.services.receiving import KEY_LENGTH, confirm_demand, receive

__all__ = [
    "ENDED",
    "FOLLOWS",
    "KEY_LENGTH",
    "close",
    "confirm_demand",
    "move_enquiry",
    "receive",
    "take",
]
