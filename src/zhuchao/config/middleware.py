"""Security headers: the content policy is strict everywhere, with one named exception."""

from __future__ import annotations

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest
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


class ContentPolicyMiddleware(CSPMiddleware):
    """django-csp with the editors' admin under its own, looser policy."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", DEVICES)
        if request.path.startswith(EDITOR):
            response._csp_update = EDITOR_POLICY  # type: ignore[attr-defined]
        return super().process_response(request, response)
