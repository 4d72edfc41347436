"""The sitemap: an index, and parts of pages and of offers with their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offer_parts, offers_in_part, pictures_read
from zhuchao.apps.publishing.rendering import selectors
from zhuchao.apps.publishing.rendering.values import IN_A_PART
from zhuchao.faces.portal.addressing import absolute
from zhuchao.faces.portal.fronts import home_of, region_of
from zhuchao.ground.published.places import TYPES

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import HomePage


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    home = _home(request)
    parts = [
        (reverse("portal:sitemap_pages", args=[part.number]), part.changed_at)
        for part in selectors.page_parts(PUBLIC, home)
    ]
    of_offers = offer_parts(PUBLIC, where=region_of(home), size=IN_A_PART)
    parts += [(reverse("portal:sitemap_offers", args=[number]), None) for number in of_offers]
    listed = [(absolute(request, path), changed_at) for path, changed_at in parts]
    return _answer("portal/sitemap_index.xml", {"parts": listed})


@require_safe
def pages(request: HttpRequest, number: int) -> HttpResponse:
    found = selectors.pages_in_part(PUBLIC, _home(request), number)
    entries = [
        (absolute(request, each.get_url(request)), each.last_published_at, ()) for each in found
    ]
    return _part(entries)


@require_safe
def offers(request: HttpRequest, number: int) -> HttpResponse:
    entries = []
    where = region_of(_home(request))
    for offer in offers_in_part(PUBLIC, number, where=where, size=IN_A_PART):
        pictures = [
            absolute(request, reverse("portal:picture", args=[offer.code, each.pk, "large"]))
            for each in pictures_read(PUBLIC, offer)
        ]
        address = absolute(request, reverse("portal:offer", args=[offer.code]))
        entries.append((address, offer.confirmed_on, pictures))
    return _part(entries)


def _home(request: HttpRequest) -> HomePage:
    home = home_of(request)
    if home is None:
        raise Http404
    return home


def _part(entries: list[Any]) -> HttpResponse:
    if not entries:
        raise Http404
    return _answer("portal/sitemap.xml", {"entries": entries})


def _answer(template: str, context: dict[str, Any]) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), content_type=TYPES[".xml"])
