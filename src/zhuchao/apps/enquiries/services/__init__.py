"""Writes of enquiries."""

from zhuchao.apps.enquiries.services.clarifying import Cause, clarify
from zhuchao.apps.enquiries.services.cooperating import (
    Split,
    accept_cooperation,
    decline_cooperation,
    propose_cooperation,
)
from zhuchao.apps.enquiries.services.deals import PRICES, Signed, record_deal
from zhuchao.apps.enquiries.services.following import (
    CLOSED,
    ENDED,
    FOLLOWS,
    close,
    move_enquiry,
    take,
)
from zhuchao.apps.enquiries.services.handing import (
    acknowledge,
    hand_over,
    hand_over_all,
    undo_hand_over,
)
from zhuchao.apps.enquiries.services.receiving import KEY_LENGTH, confirm_demand, receive
from zhuchao.apps.enquiries.services.registering import (
    Client,
    Wanted,
    dismiss,
    extend,
    register,
    release,
    uphold,
)
from zhuchao.apps.enquiries.services.viewings import (
    OUTCOMES,
    Plan,
    Result,
    move_viewing,
    note_outcome,
    plan_viewing,
)
from zhuchao.apps.enquiries.services.visiting import (
    LONGEST_ANSWER,
    answer_visitor,
    erase_due,
    withdraw,
)

__all__ = [
    "CLOSED",
    "ENDED",
    "FOLLOWS",
    "KEY_LENGTH",
    "LONGEST_ANSWER",
    "OUTCOMES",
    "PRICES",
    "Cause",
    "Client",
    "Plan",
    "Result",
    "Signed",
    "Split",
    "Wanted",
    "accept_cooperation",
    "acknowledge",
    "answer_visitor",
    "clarify",
    "close",
    "confirm_demand",
    "decline_cooperation",
    "dismiss",
    "erase_due",
    "extend",
    "hand_over",
    "hand_over_all",
    "move_enquiry",
    "move_viewing",
    "note_outcome",
    "plan_viewing",
    "propose_cooperation",
    "receive",
    "record_deal",
    "register",
    "release",
    "take",
    "undo_hand_over",
    "uphold",
    "withdraw",
]
