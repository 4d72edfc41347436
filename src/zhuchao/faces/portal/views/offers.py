"""The classified section: the list of offers, and one offer."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties import selectors
from zhuchao.core.errors import NotFound
from zhuchao.faces.hand.sheets import classified, sheet
from zhuchao.faces.portal import finding

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
        "alike": [classified(each) for each in alike[:ALIKE]],
    }
    return render(request, "portal/offer.html", context)
