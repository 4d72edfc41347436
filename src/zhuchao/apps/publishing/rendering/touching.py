"""What a change touches: the pages to renew for it, each with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.rendering import places, portal
from zhuchao.apps.publishing.rendering.models import PublishedFile, Showing
from zhuchao.apps.publishing.rendering.values import Wanted, Why

# A page is related to those that are related to it; these are asked anew.
NEIGHBOURS = 10


def by_page(page: Any, *, former: Iterable[Wanted] = ()) -> list[Wanted]:
    """The page, what stood for it before, the lists it is in, and what leads or relates to it."""
    return _each_once(_by_page(page, list(former)))


def by_offer(code: str, offer_id: int) -> list[Wanted]:
    """The offer's page, what leads to it, the lists it is in, and the first pages."""
    return _each_once(_by_offer(list(portal.addresses().offer(code)), offer_id))


def former_places(page_id: int) -> list[Wanted]:
    """Where files of the page lie."""
    rows = PublishedFile.objects.filter(page_id=page_id).values_list("address", "site")
    return [Wanted(address, Why.FORMER, page_id, site) for address, site in rows]


def below(place: Wanted) -> list[Wanted]:
    """The pages whose addresses begin with that one's."""
    rows = PublishedFile.objects.filter(site=place.site, address__startswith=place.address)
    found = rows.exclude(address=place.address).values_list("address", "page_id")
    return [Wanted(address, Why.FORMER, page_id, place.site) for address, page_id in found]


def showing(addresses: Iterable[str]) -> list[Wanted]:
    """The pages that lead to one of these addresses."""
    rows = Showing.objects.filter(target__in=list(addresses)).select_related("file")
    return [
        Wanted(each.file.address, Why.SHOWS, each.file.page_id, each.file.site) for each in rows
    ]


def _by_page(page: Any, former: list[Wanted]) -> Iterator[Wanted]:
    own = places.wanted(page, Why.ITSELF)
    if own is not None:
        yield own
    yield from former
    for above, why in places.above(page):
        found = places.wanted(above, why)
        if found is not None:
            yield found
    yield from showing({each.address for each in former} | ({own.address} if own else set()))
    if isinstance(page, PublishedPage) and page.live:
        for each in selectors.related_articles(PUBLIC, page, limit=NEIGHBOURS):
            found = places.wanted(each, Why.RELATED)
            if found is not None:
                yield found
    yield from portal.addresses().around_page(page)


def _by_offer(own: list[Wanted], offer_id: int) -> Iterator[Wanted]:
    yield from own
    yield from showing({each.address for each in own})
    for home in places.homes():
        found = places.wanted(home, Why.HOME)
        if found is not None:
            yield found
    yield from portal.addresses().around_offer(offer_id)


def _each_once(found: Iterable[Wanted]) -> list[Wanted]:
    """The first reason counts."""
    kept: dict[tuple[str, str], Wanted] = {}
    for each in found:
        kept.setdefault(each.place, each)
    return list(kept.values())
