"""Records of enquiries."""

from zhuchao.apps.enquiries.models.enquiries import Enquiry
from zhuchao.apps.enquiries.models.sheets import SharedOffer, SharedSheet, SheetDay

__all__ = ["Enquiry", "SharedOffer", "SharedSheet", "SheetDay"]
