"""Full addresses: below the portal's public address, where it is set."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from zhuchao.apps.publishing.rendering.edition import once


def absolute(request: HttpRequest, path: str) -> str:
    """``path`` in full; what is in full already stays."""
    if path.startswith("/") and settings.ZHUCHAO_ADDRESS and not is_other_site(request):
        return f"{settings.ZHUCHAO_ADDRESS}{path}"
    return request.build_absolute_uri(path)


def is_other_site(request: HttpRequest) -> bool:
    """Whether the host asked for is a city's own, beside the portal of that address."""
    return once(("other site", request.get_host()), lambda: _is_other_site(request))


def _is_other_site(request: HttpRequest) -> bool:
    from wagtail.models import Site  # noqa: PLC0415

    site = Site.find_for_request(request)
    return site is not None and not site.is_default_site
