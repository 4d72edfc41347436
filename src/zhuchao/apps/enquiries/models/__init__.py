"""Records of enquiries."""

from zhuchao.apps.enquiries.models.deals import Deal
from zhuchao.apps.enquiries.models.enquiries import Enquiry
from zhuchao.apps.enquiries.models.handing import HandedRecord, HandOver
from zhuchao.apps.enquiries.models.registrations import (
    Cooperation,
    RegisteredClient,
    Registration,
)
from zhuchao.apps.enquiries.models.sheets import SharedOffer, SharedSheet, SheetDay
from zhuchao.apps.enquiries.models.viewings import Viewing

__all__ = [
    "Cooperation",
    "Deal",
    "Enquiry",
    "HandOver",
    "HandedRecord",
    "RegisteredClient",
    "Registration",
    "SharedOffer",
    "SharedSheet",
    "SheetDay",
    "Viewing",
]
