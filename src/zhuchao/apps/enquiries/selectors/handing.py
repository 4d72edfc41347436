"""Hand-overs that concern a viewer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from zhuchao.apps.enquiries.belonging import REGISTER
from zhuchao.apps.enquiries.models import HandedRecord, HandOver
from zhuchao.apps.enquiries.selectors.enquiries import enquiries
from zhuchao.apps.people.rights import scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.core.errors import NotFound

_K = HandedRecord.Kind


@dataclass(frozen=True, slots=True)
class Handed:
    """How much of each kind a hand-over holds, and the enquiries that the viewer may open."""

    counts: dict[str, int]
    enquiries: tuple[tuple[int, str, str], ...]


def hand_overs(viewer: Viewer) -> QuerySet[HandOver]:
    """Those given or received by the viewer, all for who heads the house; newest first."""
    found = HandOver.objects.filter(organisation_id=viewer.organisation_id or 0)
    if scope_of(viewer, Subject.ENQUIRY, Act.CHANGE) < Scope.ORGANISATION:
        person = viewer.person_id or 0
        found = found.filter(Q(owner_id=person) | Q(giver_id=person) | Q(created_by_id=person))
    counted = found.annotate(
        enquiry_count=Count("records", filter=Q(records__kind=_K.ENQUIRY)),
        registration_count=Count("records", filter=Q(records__kind=_K.REGISTRATION)),
        record_count=Count("records"),
    )
    return counted.select_related("owner", "giver", "created_by").order_by("-created_at", "-pk")


def open_hand_overs(viewer: Viewer) -> QuerySet[HandOver]:
    """What the viewer is to take, and what a colleague has yet to take from the viewer."""
    person = viewer.person_id or 0
    mine = Q(owner_id=person) | Q(giver_id=person) | Q(created_by_id=person)
    return hand_overs(viewer).filter(mine, acknowledged_at=None, undone_at=None)


def hand_over(viewer: Viewer, hand_over_id: int) -> HandOver:
    """Raises: NotFound."""
    found = hand_overs(viewer).filter(pk=hand_over_id).first()
    if found is None:
        raise NotFound("没有这次交接，或与您无关")
    return found


def handed_of(viewer: Viewer, made: HandOver) -> Handed:
    """What a hand-over, which came from a selector, holds."""
    records = list(made.records.order_by("pk").values_list("kind", "record_id"))
    kinds = (*_K.values, *REGISTER)
    counts = {kind: sum(each == kind for each, _ in records) for kind in kinds}
    numbers = [number for kind, number in records if kind == _K.ENQUIRY]
    seen = enquiries(viewer).filter(pk__in=numbers)
    return Handed(counts, tuple(seen.values_list("pk", "receipt", "text")))
