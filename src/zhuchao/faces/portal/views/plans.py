"""/parks/…/: a park's plan, with the offers that stand on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import planned
from zhuchao.core.errors import NotFound
from zhuchao.faces.hand.plans import plan_view

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer


@require_safe
def show(request: HttpRequest, park_id: int) -> HttpResponse:
    try:
        found = planned(PUBLIC, park_id)
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    view = plan_view(found, kind="plan", offer_address=_address)
    return render(request, "portal/plan.html", {"view": view, "park": found.park})


def _address(offer: Offer) -> str:
    return reverse("portal:offer", args=[offer.code])
