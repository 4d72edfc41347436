"""The classified section: the list of offers, and one offer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties import selectors
from zhuchao.core.errors import NotFound
from zhuchao.faces.portal import finding
from zhuchao.faces.portal.sheets import classified, sheet
from zhuchao.faces.portal.surroundings import surroundings

ALIKE = 3


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    narrowing = request.GET.copy()
    narrowing.pop("page", None)
    context = {"found": finding.find(request.GET), "query": narrowing.urlencode()}
    return render(request, "portal/offers.html", context)


@require_safe
def show(request: HttpRequest, code: str) -> HttpResponse:
    try:
        offer = selectors.offer_by_code(PUBLIC, code)
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    alike = selectors.offers(PUBLIC, where=selectors.Where(kind=offer.kind)).exclude(pk=offer.pk)
    context = {
        "item": classified(offer),
        "address": offer.address,
        "groups": sheet(selectors.property_of(PUBLIC, offer).terms, offer.kind),
        "pictures": selectors.pictures_around(PUBLIC, offer),
        "surroundings": surroundings(offer),
        "alike": [classified(each) for each in alike[:ALIKE]],
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
