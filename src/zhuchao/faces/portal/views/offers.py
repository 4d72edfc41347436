"""The classified section: the list of offers, and one offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties import selectors
from zhuchao.core.errors import Busy, Misconfigured, NotFound
from zhuchao.faces.hand.printouts import offer_pdf
from zhuchao.faces.hand.sheets import classified, sheet
from zhuchao.faces.portal import finding
from zhuchao.faces.portal.fronts import home_of, region_of
from zhuchao.faces.portal.surroundings import surroundings
from zhuchao.faces.portal.views.errors import not_now
from zhuchao.ground import printing

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

ALIKE = 3


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    narrowing = request.GET.copy()
    narrowing.pop("page", None)
    try:
        found = finding.find(request.GET, region_of(home_of(request)))
    except Busy as failure:
        return not_now(request, failure)
    context = {"found": found, "query": narrowing.urlencode()}
    return render(request, "portal/offers.html", context)


@require_safe
def show(request: HttpRequest, code: str) -> HttpResponse:
    offer = _offer(request, code)
    region = region_of(home_of(request)).condition()
    alike = selectors.offers(PUBLIC, where=selectors.Where(kind=offer.kind)).filter(region)
    context = {
        "offer": offer,
        "item": classified(offer),
        "address": offer.address,
        "groups": sheet(selectors.property_of(PUBLIC, offer).terms, offer.kind),
        "pictures": list(selectors.pictures_around(PUBLIC, offer)),
        "surroundings": surroundings(offer),
        "park": selectors.planned_park(PUBLIC, offer),
        "alike": [classified(each) for each in alike.exclude(pk=offer.pk)[:ALIKE]],
        "can_print": not printing.missing(),
    }
    return render(request, "portal/offer.html", context)


@require_safe
@cache_control(public=True, max_age=3600)
def picture(request: HttpRequest, code: str, picture_id: int, size: str) -> HttpResponse:
    """Only while the offer is shown: with it go its pictures."""
    try:
        offer = selectors.offer_by_code(PUBLIC, code)
        found = selectors.picture_around(PUBLIC, offer, picture_id)
        content = selectors.image_of(PUBLIC, found, is_small=size == "small")
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    return HttpResponse(content, content_type="image/jpeg")


@require_safe
def pdf(request: HttpRequest, code: str) -> HttpResponse:
    offer = _offer(request, code)
    address = request.build_absolute_uri(reverse("portal:offer", args=[offer.code]))
    try:
        return offer_pdf(PUBLIC, offer, address)
    except (Busy, Misconfigured) as failure:
        return not_now(request, failure)


def _offer(request: HttpRequest, code: str) -> Offer:
    """An offer that the site asked for shows."""
    try:
        return selectors.offer_by_code(PUBLIC, code, where=region_of(home_of(request)))
    except NotFound as missing:
        raise Http404(missing.sentence) from None
