"""What every request and answer goes through: the addresses that cannot exist, and the content
policy, which is strict everywhere with one named exception.
"""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

EDITOR = "/editor/"
# Wagtail's admin has inline scripts and styles without a nonce.
EDITOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
# Nothing here uses the device; a page that was pasted in must not either.
DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
NUL = "\x00"


class StorableAddressMiddleware:
    """An address with a NUL in it names nothing: PostgreSQL cannot even be asked for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = (request.path, *(value for _, values in request.GET.lists() for value in values))
        if any(NUL in each for each in asked):
            raise Http404
        return self.get_response(request)


class ContentPolicyMiddleware(CSPMiddleware):
    """django-csp with the editors' admin under its own, looser policy."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", DEVICES)
        if request.path.startswith(EDITOR):
            response._csp_update = EDITOR_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)
