"""A visitor says what is needed, and holds a receipt for it."""

from __future__ import annotations

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offer_by_code
from zhuchao.core.errors import NotFound, ZhuchaoError
from zhuchao.faces.portal.forms import MOST, EnquireForm

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
                PUBLIC, form=form.filled(), idempotency_key=form.idempotency_key()
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
        enquiry = selectors.by_token(PUBLIC, token)
    except NotFound as missing:
        raise Http404(missing.sentence) from None
    return render(request, "portal/receipt.html", {"enquiry": enquiry})


def _show(request: HttpRequest, form: EnquireForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "beside": [form[name] for name in form.BESIDE]}
    return render(request, "portal/enquire.html", context, status=status)


def _initial(request: HttpRequest) -> dict[str, str]:
    told = {name: request.GET.get(name, "")[:MOST] for name in PREFILLED}
    return told | {"key": str(uuid4()), "demand": _about(request.GET.get("offer", ""))}


def _about(code: str) -> str:
    if not code:
        return ""
    try:
        offer = offer_by_code(PUBLIC, code)
    except NotFound:
        return ""
    return f"想了解房源 {offer.code}《{offer.title}》，请与我联系。"
