"""The portal's addresses besides the tree's pages, for those who keep them as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offer_parts
from zhuchao.apps.publishing import selectors as publishing
from zhuchao.apps.publishing.rendering import selectors
from zhuchao.apps.publishing.rendering.portal import Addresses
from zhuchao.apps.publishing.rendering.values import IN_A_PART, Why, part_of
from zhuchao.faces.portal.views.feeds import KINDS

Listed = Iterator[tuple[str, Why]]


def of_offer(code: str) -> str:
    return reverse("portal:offer", args=[code])


def around_page(page: Any) -> Listed:
    """The feeds and the part of the sitemap that a page of the tree is in."""
    for kind in KINDS:
        yield reverse(f"portal:feed_{kind}"), Why.FEED
    for channel in publishing.channels(PUBLIC):
        if page.path.startswith(channel.path):
            yield from _feeds_of(channel.pk)
    yield reverse("portal:sitemap_pages", args=[part_of(page.pk)]), Why.SITEMAP
    yield reverse("portal:sitemap"), Why.SITEMAP


def around_offer(offer_id: int) -> Listed:
    """The lists that an offer is in; the first page shows the newest and counts all."""
    yield reverse("portal:offers"), Why.LIST
    yield reverse("portal:sitemap_offers", args=[part_of(offer_id)]), Why.SITEMAP
    yield reverse("portal:sitemap"), Why.SITEMAP


def fixed() -> Listed:
    """All of them, as far as there is anything to list."""
    yield reverse("portal:offers"), Why.LIST
    yield reverse("portal:robots"), Why.SITEMAP
    home = publishing.home(PUBLIC)
    if home is None:
        return
    for kind in KINDS:
        yield reverse(f"portal:feed_{kind}"), Why.FEED
    for channel in publishing.channels(PUBLIC):
        yield from _feeds_of(channel.pk)
    for part in selectors.page_parts(PUBLIC, home):
        yield reverse("portal:sitemap_pages", args=[part.number]), Why.SITEMAP
    for number in offer_parts(PUBLIC, size=IN_A_PART):
        yield reverse("portal:sitemap_offers", args=[number]), Why.SITEMAP
    yield reverse("portal:sitemap"), Why.SITEMAP


def _feeds_of(channel_id: int) -> Listed:
    for kind in KINDS:
        yield reverse(f"portal:channel_feed_{kind}", args=[channel_id]), Why.FEED


ADDRESSES = Addresses(
    offer=of_offer, around_page=around_page, around_offer=around_offer, fixed=fixed
)
