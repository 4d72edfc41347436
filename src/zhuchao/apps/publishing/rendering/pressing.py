"""Rendering an address as a visitor sees it who brings nothing along."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.test.client import RequestFactory
from django.urls import Resolver404, resolve

from zhuchao.apps.people.viewer import PUBLIC

LINK = re.compile(rb'href="(/[^"?#]*)["?#]')
# Where no address is set and nobody asked: a site that is not public yet.
UNKNOWN = "http://localhost"
NOT_KEPT = ("private", "no-store")
FACTORY = RequestFactory()


def origin() -> str:
    """The portal's public address without a slash at its end."""
    return (settings.ZHUCHAO_ADDRESS or UNKNOWN).rstrip("/")


def press(address: str, *, page: Any = None, host: str = "") -> bytes | None:
    """The page's bytes; None where a visitor gets no page there, or one that must not be kept.

    ``page`` is the tree's page that answers there, where it is known. What fails to render rises.
    """
    request = _request(address, host)
    try:
        if page is not None:
            response = page.serve(request)
        else:
            match = request.resolver_match
            if match is None:
                return None
            response = match.func(request, *match.args, **match.kwargs)
        if hasattr(response, "render"):
            response = response.render()
    except Http404:
        return None
    return bytes(response.content) if _may_be_kept(request, response) else None


def links(content: bytes) -> frozenset[str]:
    """The addresses of this site to which a page leads."""
    return frozenset(unquote(each.decode("utf-8")) for each in LINK.findall(content))


def _request(address: str, host: str) -> HttpRequest:
    parts = urlsplit(origin())
    request = FACTORY.get(
        address,
        SERVER_NAME=host or parts.hostname or "localhost",
        SERVER_PORT=str(parts.port or (443 if parts.scheme == "https" else 80)),
        secure=parts.scheme == "https",
    )
    request.user = AnonymousUser()
    request.viewer = PUBLIC  # type: ignore[attr-defined]
    try:
        request.resolver_match = resolve(request.path_info)
    except Resolver404:
        request.resolver_match = None
    return request


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    asked = response.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.cookies
        and "CSRF_COOKIE" not in request.META
        and not any(each in asked for each in NOT_KEPT)
    )
