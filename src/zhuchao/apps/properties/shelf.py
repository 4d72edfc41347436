"""What an organisation has on offer, kept in an index by each process and up with the register."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from time import monotonic

from zhuchao import tables as reference
from zhuchao.apps.people.viewer import Role, Viewer
from zhuchao.apps.properties.mapping import to_property
from zhuchao.apps.properties.models import Offer, OfferTick
from zhuchao.apps.properties.selectors import CARRIERS, offers, properties_on_offer
from zhuchao.apps.properties.ticking import CHANGED_HERE
from zhuchao.core.matching import match
from zhuchao.core.matching.index import OfferIndex
from zhuchao.core.vocabulary.match import Match
from zhuchao.core.vocabulary.term import Term

# Other processes' changes are seen after so many seconds; this process's own at once.
LOOK_EVERY = 1.0
CHUNK = 2_000
UNSEEN = -1


class Shelf:
    """The offers of one organisation that are on, and how far the register was followed."""

    def __init__(self, organisation_id: int) -> None:
        self._organisation_id = organisation_id
        self._index = OfferIndex(reference.load())
        self._seen, self._looked_at = UNSEEN, 0.0
        self._lock = Lock()

    def best(self, terms: Sequence[Term], *, limit: int) -> tuple[str, ...]:
        """The codes of the best offers."""
        with self._lock:
            is_due = monotonic() - self._looked_at >= LOOK_EVERY
            if is_due or self._organisation_id in CHANGED_HERE:
                self._follow()
            return self._index.best(terms, limit=limit)

    def follow(self) -> None:
        """Come up with the register."""
        with self._lock:
            self._follow()

    def _follow(self) -> None:
        looked_at = monotonic()
        CHANGED_HERE.discard(self._organisation_id)
        mine = Offer.objects.filter(organisation_id=self._organisation_id)
        ticked = OfferTick.objects.filter(organisation_id=self._organisation_id).first()
        number = ticked.number if ticked is not None else 0
        if number < self._seen or self._index.is_worn:
            self._index, self._seen = OfferIndex(reference.load()), UNSEEN
        if number > self._seen:
            is_new = self._seen == UNSEEN
            changed = (
                mine.filter(state=Offer.State.ON) if is_new else mine.filter(tick__gt=self._seen)
            )
            for offer in changed.select_related(*CARRIERS).iterator(chunk_size=CHUNK):
                self._take(offer)
            self._seen = number
        self._looked_at = looked_at

    def _take(self, offer: Offer) -> None:
        if offer.state == Offer.State.ON:
            self._index.put(to_property(offer))
        else:
            self._index.drop(offer.code)


_SHELVES: dict[int, Shelf] = {}
_LOCK = Lock()


def shelf_of(organisation_id: int) -> Shelf:
    """This process's shelf of the organisation, empty until it is first asked."""
    with _LOCK:
        if organisation_id not in _SHELVES:
            _SHELVES[organisation_id] = Shelf(organisation_id)
        return _SHELVES[organisation_id]


def warm() -> None:
    """Build the shelf of every organisation that ever offered something, before anybody asks."""
    for organisation_id in OfferTick.objects.values_list("organisation_id", flat=True):
        shelf_of(organisation_id).follow()


def forget() -> None:
    """Drop all shelves: the register is another one from now on."""
    with _LOCK:
        _SHELVES.clear()


def best_matches(viewer: Viewer, terms: Sequence[Term], *, limit: int = 20) -> tuple[Match, ...]:
    """What is on offer to the viewer and fits, best first, with the reasons."""
    if viewer.organisation_id is None or Role.VISITOR in viewer.roles:
        return match(terms, properties_on_offer(viewer), reference.load(), limit=limit)
    codes = shelf_of(viewer.organisation_id).best(terms, limit=limit)
    found = offers(viewer, states=(Offer.State.ON,)).filter(code__in=codes)
    chosen = [to_property(each) for each in found.select_related(None).select_related(*CARRIERS)]
    return match(terms, chosen, reference.load(), limit=limit)
