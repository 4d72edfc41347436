"""The forms that stand on an enquiry's page: a viewing, a deal; and what came of earlier ones."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from zhuchao.apps.enquiries import selectors
from zhuchao.apps.people.rights import can, scope_of
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.core.vocabulary.wire import term_from_json
from zhuchao.faces.desk.access import DeskRequest
from zhuchao.faces.desk.following_forms import DealForm, ViewingForm
from zhuchao.faces.desk.handing_forms import HandOverForm

if TYPE_CHECKING:
    from zhuchao.apps.enquiries.models import Enquiry
    from zhuchao.faces.desk.recommending import Recommendation

ENDED = frozenset({"dealt", "lapsed", "cancelled"})
# Most viewings are arranged for the next day after the morning's calls.
USUAL_TIME = time(10)
USUAL_MINUTES = 60


def context_of(request: DeskRequest, enquiry: Enquiry, found: Recommendation) -> dict[str, Any]:
    viewer = request.viewer
    may_follow = enquiry.state not in ENDED and can(viewer, Subject.ENQUIRY, Act.CHANGE, enquiry)
    viewings = selectors.viewings_of_enquiry(viewer, enquiry.pk)
    deal = selectors.deal_of(viewer, enquiry.pk)
    offers = choices_of(request, enquiry, found) if may_follow else []
    return {
        "viewings": viewings,
        "deal": deal,
        "deal_price": term_from_json(deal.price) if deal else None,
        "hand_form": hand_form(viewer) if may_follow and _may_give(viewer, enquiry) else None,
        "viewing_form": viewing_form(offers) if may_follow else None,
        "deal_form": deal_form(offers) if may_follow and offers else None,
    }


def choices_of(
    request: DeskRequest, enquiry: Enquiry, found: Recommendation
) -> list[tuple[int, str]]:
    """What can be chosen: what was viewed before, then what fits, best first."""
    viewed = {
        offer.pk: offer.title
        for viewing in selectors.viewings_of_enquiry(request.viewer, enquiry.pk)
        for offer in viewing.offers.all()
    }
    fitting = {card.offer_id: card.title for card in found.cards if card.offer_id is not None}
    return list((viewed | fitting).items())


def _may_give(viewer: Viewer, enquiry: Enquiry) -> bool:
    heads = scope_of(viewer, Subject.ENQUIRY, Act.CHANGE) >= Scope.ORGANISATION
    return heads or (enquiry.owner_id is not None and enquiry.owner_id == viewer.person_id)


def hand_form(viewer: Viewer, posted: Any = None) -> HandOverForm:
    people = people_of(viewer).values_list("pk", "display_name")
    return HandOverForm(posted, people=list(people))


def viewing_form(offers: list[tuple[int, str]], posted: Any = None) -> ViewingForm:
    tomorrow = timezone.localdate() + timedelta(days=1)
    initial = {
        "starts_at": timezone.make_aware(datetime.combine(tomorrow, USUAL_TIME)),
        "minutes": USUAL_MINUTES,
    }
    return ViewingForm(posted, initial=initial, offers=offers)


def deal_form(offers: list[tuple[int, str]], posted: Any = None) -> DealForm:
    return DealForm(posted, initial={"signed_on": timezone.localdate()}, offers=offers)
