"""From which page of the house a request was sent."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.http import HttpRequest


def page_left(request: HttpRequest, *, header: str = "Referer") -> str:
    """Path and query of the page that sent the request; empty for none, a foreign or a broken."""
    try:
        came_from = urlsplit(request.headers.get(header, ""))
    except ValueError:
        return ""
    if came_from.netloc != request.get_host():
        return ""
    return urlunsplit(("", "", came_from.path, came_from.query, ""))
