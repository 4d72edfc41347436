"""Where the pages of the tree stand: their site and their address."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from wagtail.models import Page, Site

from zhuchao.apps.publishing.models import ChannelPage, HomePage, PublishedPage
from zhuchao.apps.publishing.rendering.edition import once
from zhuchao.apps.publishing.rendering.values import Wanted, Why
from zhuchao.ground.published import DEFAULT_SITE

# The root's child is a site's first page.
HOME_DEPTH = 2


def wanted(page: Any, why: Why) -> Wanted | None:
    """The page's own address; None where it stands below no site."""
    parts = page.get_url_parts()
    if parts is None or parts[2] is None:
        return None
    return Wanted(unquote(parts[2]), why, page.pk, site_folder(parts[0]))


def site_folder(site_id: int) -> str:
    return once(("site", site_id), lambda: _site_folder(site_id))


def _site_folder(site_id: int) -> str:
    site = Site.objects.get(pk=site_id)
    return DEFAULT_SITE if site.is_default_site else site.hostname.lower()


def visible(page_id: int) -> Any | None:
    """The page as a visitor may see it: live, and behind no sign-in or password."""
    found = Page.objects.live().public().filter(pk=page_id).first()
    return found.specific if found is not None else None


def any_page(page_id: int) -> Any | None:
    """The page in whatever state it is."""
    found = Page.objects.filter(pk=page_id).first()
    return found.specific if found is not None else None


def above(page: Any) -> list[tuple[Any, Why]]:
    """The first page and the channels in which the page stands, by its place or besides."""
    ancestors = page.get_ancestors().filter(depth__gte=HOME_DEPTH)
    found = [(each, Why.HOME if each.depth == HOME_DEPTH else Why.CHANNEL) for each in ancestors]
    if isinstance(page, PublishedPage):
        for channel in page.also_in.all():
            within = channel.get_ancestors(inclusive=True).filter(depth__gt=HOME_DEPTH)
            found += [(each, Why.CHANNEL) for each in within]
    return found


def homes() -> list[HomePage]:
    """The first pages of all sites."""
    return list(HomePage.objects.live())


def sites() -> list[tuple[HomePage, str]]:
    """The first page of each site and the folder of its files, the portal's own first."""
    return once("sites", _sites)


def _sites() -> list[tuple[HomePage, str]]:
    at = [(home, wanted(home, Why.HOME)) for home in homes()]
    found = [(home, place.site) for home, place in at if place is not None]
    return sorted(found, key=lambda each: (each[1] != DEFAULT_SITE, each[1]))


def frame_addresses() -> frozenset[str]:
    """Where every page leads: what changes there is renewed everywhere, so nobody notes it."""
    return once("frame addresses", _frame_addresses)


def _frame_addresses() -> frozenset[str]:
    pages = [*homes(), *ChannelPage.objects.live()]
    tops = {found.address for each in pages if (found := wanted(each, Why.HOME)) is not None}
    return frozenset(tops)
