"""What owners were asked, and what they said."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.models import Offer, OwnerAsk
from zhuchao.core.errors import NotFound


def open_ask(viewer: Viewer, offer: Offer, today: date) -> OwnerAsk | None:
    """The link that the owner still has to answer; the offer came from a selector."""
    asked = [each for each in offer.asks.all() if not each.answer and each.expires_on >= today]
    return max(asked, key=lambda each: (each.asked_on, each.pk), default=None)


def last_answer(viewer: Viewer, offer: Offer) -> OwnerAsk | None:
    """What the owner said last; the offer came from a selector."""
    return offer.asks.exclude(answer="").order_by("-answered_at").first()


def answered_asks(viewer: Viewer) -> QuerySet[OwnerAsk]:
    """Owners' words that put an offer to checking and wait for its officer, newest first."""
    seen = narrow(viewer, Offer.objects.filter(state=Offer.State.CHECKING), Subject.OFFER)
    answered = OwnerAsk.objects.filter(offer=OuterRef("offer_id")).exclude(answer="")
    last = answered.order_by("-answered_at").values("pk")[:1]
    found = OwnerAsk.objects.filter(offer__in=seen, pk=Subquery(last))
    return found.select_related("offer").order_by("-answered_at", "-pk")


def ask_by_token(viewer: Viewer, token: str) -> OwnerAsk:
    """What the holder of the token is asked; the token is the right to see it.

    Raises: NotFound.
    """
    found = OwnerAsk.objects.filter(token=token).select_related("offer__organisation").first()
    if found is None:
        raise NotFound("没有这个链接：请核对是否复制完整，或请招商专员重新发一个")
    return found
