"""What stands around the tree's pages: the frame, the front page, a channel's list, an article's
surroundings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import Where, offers
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.rendering.edition import of_each, once
from zhuchao.faces.hand.sheets import Classified, classified

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import (
        AboutPage,
        ArticlePage,
        ChannelPage,
        HomePage,
        PublishedPage,
    )

SECONDS = 4
IN_A_CHANNEL = 5
CLASSIFIEDS = 6
RELATED = 5
PAGE_SIZE = 20
OFFER_VIEWS = ("portal:offers", "portal:offer")
HELD = "_zhuchao_home"


@dataclass(frozen=True)
class Frame:
    """What every page shows above and below."""

    home: HomePage | None
    channels: list[ChannelPage]
    abouts: list[AboutPage]


@dataclass(frozen=True)
class Front:
    """The first page."""

    lead: PublishedPage | None
    seconds: list[PublishedPage]
    sections: list[tuple[ChannelPage, list[PublishedPage]]]
    offers: list[Classified]
    offer_total: int


def home_of(request: HttpRequest) -> HomePage | None:
    """The first page of the site that was asked for; looked up once in a request."""
    held: list[HomePage | None] | None = getattr(request, HELD, None)
    if held is None:
        host = request.get_host()
        held = [once(("home", host), lambda: selectors.home_asked(PUBLIC, request))]
        setattr(request, HELD, held)
    return held[0]


def frame(home: HomePage | None) -> Frame:
    if home is None:
        return Frame(None, [], [])
    return once(("frame", home.pk), lambda: _frame(home))


def _frame(home: HomePage) -> Frame:
    return Frame(home, selectors.tops_of(PUBLIC, home), selectors.abouts(PUBLIC, home))


def place(shown: Frame, request: HttpRequest | None, page: Any) -> str | int:
    """The masthead's entry for an address: "home", "offers", a channel's id, or empty."""
    if request is not None and request.path == "/":
        return "home"
    match = getattr(request, "resolver_match", None)
    if match is not None and match.view_name in OFFER_VIEWS:
        return "offers"
    found = (each for each in shown.channels if each.pk == getattr(page, "pk", None))
    return next((each.pk for each in found), "")


def region_of(home: HomePage | None) -> Where:
    """The offers that a site shows: those of its region, all where it is of none."""
    return Where(region_code=home.region_code if home is not None else "")


def front(home: HomePage) -> Front:
    newest = selectors.latest(PUBLIC, home, limit=SECONDS + 1)
    lead = newest[0] if newest else None
    sections = [
        (channel, [each for each in listed if each != lead][:IN_A_CHANNEL])
        for channel, listed in selectors.latest_by_channel(PUBLIC, home, limit=IN_A_CHANNEL + 1)
    ]
    shown = offers(PUBLIC, where=region_of(home))
    return Front(
        lead=lead,
        seconds=newest[1:],
        sections=[(channel, listed) for channel, listed in sections if listed],
        offers=[classified(each) for each in shown[:CLASSIFIEDS]],
        offer_total=shown.count(),
    )


def channel_page(channel: ChannelPage, number: str | None) -> Page[Any]:
    return Paginator(selectors.entries_in(PUBLIC, channel), PAGE_SIZE).get_page(number)


def related(article: ArticlePage) -> list[ArticlePage]:
    return of_each("related", article, _related) or []


def _related(articles: Sequence[Any]) -> dict[int, list[Any]]:
    return selectors.related_to_each(PUBLIC, articles, limit=RELATED)
