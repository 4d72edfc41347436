"""Records of enquiries."""

from zhuchao.apps.enquiries.models.enquiries import Enquiry

__all__ = ["Enquiry"]
