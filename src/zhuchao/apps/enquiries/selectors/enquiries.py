"""Enquiries that a viewer may see, and what fits them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, IntegerField, Q, QuerySet, When

from zhuchao import tables as reference
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.services import FOLLOWS
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.shelf import best_matches
from zhuchao.core.errors import NotFound
from zhuchao.core.matching import are_alike
from zhuchao.core.vocabulary.match import Match
from zhuchao.core.vocabulary.term import Term
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.ground import audit
from zhuchao.ground.sealed import keyed_hash

SORTS = {
    "newest": ("-received_at", "-pk"),
    "oldest": ("received_at", "pk"),
    "receipt": ("receipt",),
}
OPEN = (Enquiry.State.NEW, Enquiry.State.CLARIFIED, Enquiry.State.MATCHED, Enquiry.State.VIEWING)

# Beyond so many open demands only the newest are compared by what they ask for.
MOST_COMPARED = 500
MOST_HISTORY = 50
# Nothing personal but what was answered.
OF_A_RECEIPT = (
    "receipt", "received_at", "state", "side", "answer", "answered_at", "erased_at",
)  # fmt: skip
SAME_TELEPHONE = "同一个电话"
SAME_DEMAND = "区域、类型相同，面积相差不到一成"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An open enquiry that is likely the same demand, and why it is thought so."""

    enquiry: Enquiry
    reasons: tuple[str, ...]


def enquiries(
    viewer: Viewer,
    *,
    states: Sequence[str] = (),
    owner_id: int | None = None,
    is_unowned: bool = False,
    received_until: datetime | None = None,
    q: str = "",
    sort: str = "newest",
) -> QuerySet[Enquiry]:
    """Enquiries by filter; ``owner_id`` None is anyone's, ``is_unowned`` the common tray."""
    base = Enquiry.objects.select_related("owner", "team", "contact")
    found = narrow(viewer, base, Subject.ENQUIRY)
    if states:
        found = found.filter(state__in=states)
    if owner_id is not None:
        found = found.filter(owner_id=owner_id)
    if is_unowned:
        found = found.filter(owner_id=None)
    if received_until is not None:
        found = found.filter(received_at__lte=received_until)
    if word := q.strip():
        found = found.filter(
            Q(text__icontains=word) | Q(receipt__iexact=word) | Q(company_name__icontains=word)
        )
    return found.order_by(*SORTS.get(sort, SORTS["newest"]))


def today(viewer: Viewer) -> QuerySet[Enquiry]:
    """What waits: new ones nobody has, then the viewer's own open ones, oldest first."""
    mine = enquiries(viewer, states=OPEN, owner_id=viewer.person_id or 0)
    tray = enquiries(viewer, states=OPEN, is_unowned=True)
    is_tray_first = Case(When(owner_id=None, then=0), default=1, output_field=IntegerField())
    return (mine | tray).order_by(is_tray_first, "received_at", "pk")


def enquiry(viewer: Viewer, enquiry_id: int) -> Enquiry:
    """Raises: NotFound."""
    found = enquiries(viewer).filter(pk=enquiry_id).first()
    if found is None:
        raise NotFound("没有这条需求，或不在您的范围内")
    return found


def by_token(viewer: Viewer, token: str) -> Enquiry:
    """The enquiry whose unguessable token a visitor holds; for its receipt page only.

    Raises: NotFound.
    """
    found = Enquiry.objects.filter(token=token).only(*OF_A_RECEIPT).first()
    if found is None:
        raise NotFound("没有找到这张回执，请核对链接")
    return found


def terms_of(viewer: Viewer, enquiry: Enquiry) -> tuple[Term, ...]:
    """The enquiry's terms as values."""
    return terms_from_json(enquiry.terms)


def matches(viewer: Viewer, enquiry_id: int, *, limit: int = 20) -> tuple[Match, ...]:
    """What is on offer to the viewer and fits, best first; nothing for who has premises to let."""
    asked = enquiry(viewer, enquiry_id)
    if asked.side == Enquiry.Side.SUPPLY:
        return ()
    terms = terms_of(viewer, asked)
    return best_matches(viewer, terms, limit=limit)


def duplicates(
    viewer: Viewer, *, terms: Sequence[Term], telephone: str = "", other_than: int | None = None
) -> tuple[Duplicate, ...]:
    """Open enquiries from the same telephone, or for the same place, kind and size.

    Only what the viewer may see; the likeliest first. ``other_than`` is the enquiry asked about,
    whose own telephone is compared where none is given.
    """
    found = enquiries(viewer, states=OPEN).filter(side=Enquiry.Side.DEMAND)
    found = found.exclude(pk=other_than or 0)
    hashed = keyed_hash(telephone) if telephone else _hash_of(viewer, other_than)
    same = set(found.filter(contact__telephone_hash=hashed)) if hashed else set()
    tables = reference.load()
    alike = {
        each
        for each in found[:MOST_COMPARED]
        if are_alike(terms, terms_from_json(each.terms), tables)
    }
    made = (
        Duplicate(each, (SAME_TELEPHONE,) * (each in same) + (SAME_DEMAND,) * (each in alike))
        for each in same | alike
    )
    return tuple(sorted(made, key=lambda each: (-len(each.reasons), -each.enquiry.pk)))


def _hash_of(viewer: Viewer, enquiry_id: int | None) -> str:
    one = enquiries(viewer).filter(pk=enquiry_id).first() if enquiry_id else None
    return one.contact.telephone_hash if one is not None and one.contact is not None else ""


def history(viewer: Viewer, enquiry_id: int) -> tuple[audit.Entry, ...]:
    """What was done to the enquiry, newest first. Raises: NotFound."""
    found = enquiry(viewer, enquiry_id)
    return audit.about(Subject.ENQUIRY.value, found.pk, limit=MOST_HISTORY)


def state_counts(viewer: Viewer) -> dict[str, int]:
    """How many enquiries there are by state."""
    rows = enquiries(viewer).order_by().values("state").annotate(count=Count("pk"))
    return {row["state"]: row["count"] for row in rows}


def next_states(viewer: Viewer, enquiry: Enquiry) -> tuple[tuple[str, str], ...]:
    """The states that may follow, with their labels."""
    return tuple((state, Enquiry.State(state).label) for state in FOLLOWS[enquiry.state])
