"""What stands around the tree's pages: the frame, the front page, a channel's list, an article's
surroundings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offer_counts, offers
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.rendering.edition import once
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


def frame() -> Frame:
    return once("frame", _frame)


def _frame() -> Frame:
    home = selectors.home(PUBLIC)
    depth = home.depth + 1 if home is not None else 0
    tops = [each for each in selectors.channels(PUBLIC) if each.depth == depth]
    return Frame(home, tops, selectors.abouts(PUBLIC))


def front() -> Front:
    newest = selectors.latest(PUBLIC, limit=SECONDS + 1)
    lead = newest[0] if newest else None
    sections = [
        (channel, [each for each in listed if each != lead][:IN_A_CHANNEL])
        for channel, listed in selectors.latest_by_channel(PUBLIC, limit=IN_A_CHANNEL + 1)
    ]
    return Front(
        lead=lead,
        seconds=newest[1:],
        sections=[(channel, listed) for channel, listed in sections if listed],
        offers=[classified(each) for each in offers(PUBLIC)[:CLASSIFIEDS]],
        offer_total=sum(offer_counts(PUBLIC).values()),
    )


def channel_page(channel: ChannelPage, number: str | None) -> Page[Any]:
    return Paginator(selectors.entries_in(PUBLIC, channel), PAGE_SIZE).get_page(number)


def related(article: ArticlePage) -> list[ArticlePage]:
    return selectors.related_articles(PUBLIC, article, limit=RELATED)
