"""One door for every receipt: its number says who answers, wherever it was typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from zhuchao.faces.portal.views import follow, receipts
from zhuchao.ground.receipts import normal_number

OF_ENQUIRIES = "X"
OF_VOICES = ("P-", "G-", "C-")


def enquiries(request: HttpRequest) -> HttpResponse:
    """The enquiries' own door; a number of a reader's voice is answered as such."""
    is_voice = _number(request).startswith(OF_VOICES)
    return receipts.follow(request) if is_voice else follow.follow(request)


def voices(request: HttpRequest) -> HttpResponse:
    """The door that every page's foot leads to; a number of an enquiry is answered as such."""
    is_enquiry = _number(request).startswith(OF_ENQUIRIES)
    return follow.follow(request) if is_enquiry else receipts.follow(request)


def _number(request: HttpRequest) -> str:
    return normal_number(request.POST.get("number", ""))
