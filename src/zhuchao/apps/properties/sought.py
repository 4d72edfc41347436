"""Offers as they are searched: by what the portal tells of them, with what narrows a list.

What an offer's source wrote is not searched: visitors would find what they are not shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from zhuchao import tables as reference
from zhuchao.apps.people.sought import holders
from zhuchao.apps.people.viewer import SYSTEM, Subject
from zhuchao.apps.properties.figured import amounts_of, facets_of
from zhuchao.apps.properties.mapping import to_property
from zhuchao.apps.properties.models import Offer, OfferTick
from zhuchao.apps.properties.selectors import CARRIERS, offers_ticked
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.ground import audit
from zhuchao.ground.finding import PUBLIC, Findable, Register, mark_of
from zhuchao.ground.finding.findable import Changes

NAME = "offer"
# Fields whose words name persons, or what is said between the lines.
NOT_SEARCHED = frozenset(
    {FieldKey.PERSON, FieldKey.TELEPHONE, FieldKey.COMPANY, FieldKey.RELATION, FieldKey.LOAN,
     FieldKey.MORTGAGE, FieldKey.CONFIDENTIAL}
)  # fmt: skip
MARKED = (
    "title", "code", "address", "state", "is_public", "tick", "terms", "region_code", "kind",
    "intent", "area_m2", "organisation_id", "team_id", "owner_id",
)  # fmt: skip


def rows(ids: Iterable[int]) -> Iterator[Findable]:
    found = Offer.objects.filter(pk__in=list(ids)).select_related(*CARRIERS)
    for offer in found:
        yield _findable(offer)


def marks(ids: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    found = Offer.objects.all()
    narrowed = found if ids is None else found.filter(pk__in=list(ids))
    for pk, *told in narrowed.values_list("pk", *MARKED).iterator(chunk_size=2_000):
        yield pk, mark_of(*told)


def since(cursor: str) -> Changes:
    """By the audit chain what was done to offers, by the ticks what happened beneath them."""
    ticks = {str(row.organisation_id): row.number for row in OfferTick.objects.all()}
    sequence, _ = audit.head()
    now = json.dumps([sequence, ticks], sort_keys=True)
    if not cursor:
        return now, None
    last, known = json.loads(cursor)
    return now, audit.touched(Subject.OFFER.value, after=last) | _ticked(ticks, known)


def _ticked(ticks: Mapping[str, int], known: Mapping[str, int]) -> frozenset[int]:
    found: set[int] = set()
    for organisation, number in ticks.items():
        before = known.get(organisation, 0)
        if number > before:
            changed = offers_ticked(SYSTEM, int(organisation), after=before)
            found.update(changed.values_list("pk", flat=True))
    return frozenset(found)


def _findable(offer: Offer) -> Findable:
    is_open = offer.state == Offer.State.ON and offer.is_public
    held = holders(offer.organisation_id, offer.team_id, offer.owner_id)
    whole = to_property(offer)
    return Findable(
        register=NAME,
        pk=offer.pk,
        kind=NAME,
        title=offer.title,
        body="\n".join(_told(offer, whole)),
        who=(PUBLIC, *held) if is_open else held,
        mark=mark_of(*(getattr(offer, name) for name in MARKED)),
        at=offer.created_at,
        facets=tuple(facets_of(offer, whole)),
        amounts=amounts_of(offer, whole),
    )


def _told(offer: Offer, whole: Property) -> Iterator[str]:
    yield from (offer.code, offer.address)
    region = reference.load().regions.get(offer.region_code)
    if region is not None:
        yield region.full_name
    if offer.unit is not None:
        yield f"{offer.unit.building.park.name}{offer.unit.building.name}{offer.unit.name}"
    if offer.plot is not None:
        yield f"{offer.plot.park.name}{offer.plot.number}"
    for term in whole.terms:
        if term.key not in NOT_SEARCHED:
            yield from _words(term)


def _words(term: Term) -> Iterator[str]:
    """The words of a choice, as readers see them; figures are narrowed by, not searched."""
    spec, value = reference.load().fields[term.key], term.read.value
    if isinstance(value, bool):
        if value:
            yield spec.choices.get("true", spec.label)
    elif isinstance(value, str):
        yield spec.choices.get(value, value)
    elif isinstance(value, tuple):
        for each in value:
            yield spec.choices.get(each, each) if isinstance(each, str) else each.name


OFFERS = Register(NAME, rows, marks, since)
