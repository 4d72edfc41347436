"""The portal's addresses besides the tree's pages, for those who keep them as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offer_parts
from zhuchao.apps.publishing import selectors as publishing
from zhuchao.apps.publishing.rendering import places, selectors
from zhuchao.apps.publishing.rendering.portal import Addresses
from zhuchao.apps.publishing.rendering.values import IN_A_PART, Wanted, Why, part_of
from zhuchao.apps.publishing.siting import home_path
from zhuchao.faces.portal.fronts import region_of
from zhuchao.faces.portal.views.feeds import KINDS
from zhuchao.ground.published import DEFAULT_SITE


def of_offer(code: str) -> list[Wanted]:
    """Where an offer's page may lie: a site of another region has none there."""
    address = reverse("portal:offer", args=[code])
    return [Wanted(address, Why.ITSELF, site=folder) for _, folder in places.sites()]


def around_page(page: Any) -> Iterator[Wanted]:
    """The feeds and the parts of the sitemaps that a page of the tree is in."""
    own = {home_path(page)}
    for above, why in places.above(page):
        found = places.wanted(above, Why.FEED)
        if found is not None and why is Why.CHANNEL:
            own.add(home_path(above))
            yield from _feeds_of(above.pk, found.site)
    for home, folder in places.sites():
        if home.path in own:
            yield from _feeds(folder)
        if home.path == home_path(page):
            yield _sitemap("portal:sitemap_pages", folder, part_of(page.pk))
            yield _sitemap("portal:sitemap", folder)


def around_offer(offer_id: int) -> Iterator[Wanted]:
    """The lists that an offer is in; the first page shows the newest and counts all."""
    for _, folder in places.sites():
        yield Wanted(reverse("portal:offers"), Why.LIST, site=folder)
        yield _sitemap("portal:sitemap_offers", folder, part_of(offer_id))
        yield _sitemap("portal:sitemap", folder)


def fixed() -> Iterator[Wanted]:
    """All of them, as far as there is anything to list."""
    sites = places.sites()
    if not sites:
        yield Wanted(reverse("portal:offers"), Why.LIST)
        yield _sitemap("portal:robots", DEFAULT_SITE)
    for home, folder in sites:
        yield Wanted(reverse("portal:offers"), Why.LIST, site=folder)
        yield _sitemap("portal:robots", folder)
        yield from _feeds(folder)
        for channel in publishing.channels(PUBLIC, home):
            yield from _feeds_of(channel.pk, folder)
        for part in selectors.page_parts(PUBLIC, home):
            yield _sitemap("portal:sitemap_pages", folder, part.number)
        for number in offer_parts(PUBLIC, where=region_of(home), size=IN_A_PART):
            yield _sitemap("portal:sitemap_offers", folder, number)
        yield _sitemap("portal:sitemap", folder)


def _sitemap(name: str, folder: str, *told: int) -> Wanted:
    return Wanted(reverse(name, args=told), Why.SITEMAP, site=folder)


def _feeds(folder: str) -> Iterator[Wanted]:
    for kind in KINDS:
        yield Wanted(reverse(f"portal:feed_{kind}"), Why.FEED, site=folder)


def _feeds_of(channel_id: int, folder: str) -> Iterator[Wanted]:
    for kind in KINDS:
        address = reverse(f"portal:channel_feed_{kind}", args=[channel_id])
        yield Wanted(address, Why.FEED, site=folder)


ADDRESSES = Addresses(
    offer=of_offer, around_page=around_page, around_offer=around_offer, fixed=fixed
)
