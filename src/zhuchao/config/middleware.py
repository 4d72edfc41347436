"""The content policy: strict everywhere, with one named exception."""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse

EDITOR = "/editor/"
# Wagtail's admin has inline scripts and styles without a nonce.
EDITOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}


class ContentPolicyMiddleware(CSPMiddleware):  # type: ignore[misc]
    """django-csp with the editors' admin under its own, looser policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(EDITOR):
            response._csp_update = EDITOR_POLICY  # type: ignore[attr-defined]
        answered: HttpResponse = super().process_response(request, response)
        return answered
