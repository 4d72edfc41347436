"""A visitor fills in field by field what is needed, and holds a receipt for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offer_by_code
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.hand.sheets import Classified, classified
from zhuchao.faces.portal.enquire_forms import MOST, EnquireForm, SentenceForm
from zhuchao.faces.portal.progress import Progress
from zhuchao.ground import rations

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

PREFILLED = ("purpose", "area", "place")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def form_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request, EnquireForm(initial=_initial(request)))
    form = EnquireForm(request.POST)
    if form.is_valid():
        try:
            enquiry = services.receive(
                PUBLIC,
                form=form.filled(),
                idempotency_key=form.idempotency_key(),
                visitor=rations.visitor_mark(request.META, timezone.localdate()),
            )
        except ZhuchaoError as failure:
            form.add_error(None, failure.sentence)
        else:
            return HttpResponseRedirect(reverse("portal:receipt", args=[enquiry.token]))
    form.echo()
    return _show(request, form, status=422)


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    try:
        standing = selectors.standing(PUBLIC, token)
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    progress = Progress(standing, timezone.now())
    return render(request, "portal/receipt.html", {"progress": progress})


def _show(request: HttpRequest, form: EnquireForm, status: int = 200) -> HttpResponse:
    code = str(form["offer"].value() or "")
    context = {
        "form": form,
        "beside": [form[name] for name in form.BESIDE],
        "about": _card(code),
        "sentence": SentenceForm(initial={"offer": code}, auto_id="say_%s"),
    }
    return render(request, "portal/enquire.html", context, status=status)


def _initial(request: HttpRequest) -> dict[str, str]:
    told = {name: request.GET.get(name, "")[:MOST] for name in PREFILLED}
    offer = _offer(request.GET.get("offer", ""))
    about = _about(offer) if offer is not None else {}
    return {"key": str(uuid4())} | about | {name: said for name, said in told.items() if said}


def _about(offer: Offer) -> dict[str, str]:
    """What an enquiry about an offer begins with: the offer, its size and its place."""
    item = classified(offer)
    return {
        "offer": offer.code,
        "demand": f"想了解房源 {offer.code}《{offer.title}》，请与我联系。",
        "area": str(item.area) if item.area is not None else "",
        "place": item.place[:MOST],
    }


def _card(code: str) -> Classified | None:
    offer = _offer(code)
    return classified(offer) if offer is not None else None


def _offer(code: str) -> Offer | None:
    if not code:
        return None
    try:
        return offer_by_code(PUBLIC, code)
    except NotFound:
        return None
