"""The other way round: whose enquiry an offer fits, and what is new for one's own enquiries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zhuchao import tables as reference
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.selectors import OPEN, enquiries, terms_of
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.core.matching import match
from zhuchao.core.vocabulary.match import Match, Standing
from zhuchao.core.vocabulary.property import Property

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

# Of more open enquiries only the newest are held against an offer.
MOST_ASKED = 2_000
# What misses by one line is worth a call only where most of the rest is met.
LEAST_OF_A_NEAR_MISS = 50.0
NEWS_DAYS = 3
MOST_NEWS = 200
ORDER = {Standing.FITS: 0, Standing.ASK: 1, Standing.NEAR_MISS: 2}


@dataclass(frozen=True, slots=True)
class Suited:
    """An open enquiry and how the offer answers it."""

    enquiry: Enquiry
    match: Match


@dataclass(frozen=True, slots=True)
class News:
    """An offer that was confirmed lately and fits an enquiry of the viewer's own."""

    offer: Offer
    enquiry: Enquiry


def suited(viewer: Viewer, offered: Property, *, limit: int = 12) -> tuple[Suited, ...]:
    """The open enquiries within the viewer's sight that the offer answers, best first.

    Raises: NotAllowed, for who may not see enquiries.
    """
    require(viewer, Subject.ENQUIRY, Act.SEE)
    asked = enquiries(viewer, states=OPEN).filter(side=Enquiry.Side.DEMAND)
    found = asked[:MOST_ASKED]
    ranked = sorted(_suited(viewer, found, offered), key=_place)
    return tuple(ranked[:limit])


def _suited(viewer: Viewer, found: Iterable[Enquiry], offered: Property) -> Iterator[Suited]:
    tables = reference.load()
    for enquiry in found:
        for one in match(terms_of(viewer, enquiry), [offered], tables, limit=1):
            if one.standing is not Standing.NEAR_MISS or one.score >= LEAST_OF_A_NEAR_MISS:
                yield Suited(enquiry, one)


def _place(one: Suited) -> tuple[int, float, int]:
    return ORDER[one.match.standing], -one.match.score, -one.enquiry.pk


def news(viewer: Viewer, today: date) -> tuple[News, ...]:
    """What came on lately and fits the viewer's own open enquiries, newest first."""
    mine = enquiries(viewer, states=OPEN, owner_id=viewer.person_id or 0)
    own = list(mine.filter(side=Enquiry.Side.DEMAND)[:MOST_NEWS])
    since = today - timedelta(days=NEWS_DAYS)
    lately = properties.on_since(viewer, since)[:MOST_NEWS] if own else ()
    by_code = {offer.code: offer for offer in lately}
    offered = [properties.property_of(viewer, offer) for offer in by_code.values()]
    tables = reference.load()
    return tuple(
        News(by_code[one.offered.key], enquiry)
        for enquiry in own
        for one in match(terms_of(viewer, enquiry), offered, tables, limit=3)
        if one.standing is Standing.FITS
    )
