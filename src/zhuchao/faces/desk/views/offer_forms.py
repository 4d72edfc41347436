"""Setting an offer right: its title and terms, and who offers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.properties import selectors, services
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.desk import fields
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.carriers.base import text_field
from zhuchao.faces.desk.carriers.holders import OffererForm
from zhuchao.faces.hand.rows import TermRow, confirmed_terms, rows_of, typed_over
from zhuchao.faces.hand.terms import find_term, show_term

if TYPE_CHECKING:
    from zhuchao.apps.properties.models import Offer

DEAL = frozenset(
    {
        FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.PROPERTY_FEE, FieldKey.VAT, FieldKey.DEPOSIT,
        FieldKey.RENT_FREE, FieldKey.TERM, FieldKey.MOVE_IN,
    }
)  # fmt: skip
LAND_DEAL = frozenset({FieldKey.LAND_PRICE, FieldKey.TOTAL_PRICE, FieldKey.TENURE})
# Persons and what they are have a form of their own.
UNTOLD = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE, FieldKey.COMPANY, FieldKey.RELATION})
INCOMPLETE = "还有没写对的，见下方标红处。"


class OfferForm(forms.Form):
    """What an offer is called and where it is."""

    title = text_field("标题", 120, required=True)
    address = text_field("地址", 200)


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: DeskRequest, offer_id: int) -> HttpResponse:
    offer = selectors.offer(request.viewer, offer_id)
    require(request.viewer, Subject.OFFER, Act.CHANGE, offer)
    if request.method != "POST":
        form = OfferForm(initial={"title": offer.title, "address": offer.address})
        return _show(request, offer, form, rows_of(terms_from_json(offer.terms)))
    return _save(request, offer)


@desk
@require_POST
def name_offerer(request: DeskRequest, offer_id: int) -> HttpResponse:
    form = OffererForm(request.POST)
    back = reverse("desk:offer", args=[offer_id])

    def act() -> str:
        services.name_offerer(request.viewer, offer_id, **form.cleaned_data)
        return back

    def again(problem: str, status: int) -> HttpResponse:
        context = {"groups": [("房源来路", list(form))], "heading": "登记房源来路", "back": back}
        more = {"form": form, "problem": problem}
        return render(request, "desk/carriers/form.html", context | more, status=status)

    if not form.is_valid():
        return again(INCOMPLETE, 422)
    return perform(request, act, said="已保存房源来路。", again=again)


def _save(request: DeskRequest, offer: Offer) -> HttpResponse:
    posted = request.POST.dict()
    form = OfferForm(request.POST)
    rows = typed_over(rows_of(terms_from_json(offer.terms)), posted)
    added = fields.added_rows(posted)
    if not form.is_valid() or any(row.error for row in (*rows, *added)):
        return _show(request, offer, form, rows, added=added, problem=INCOMPLETE, status=422)

    def act() -> str:
        terms = confirmed_terms([*rows, *added])
        services.change_offer(request.viewer, offer.pk, terms=terms, **form.cleaned_data)
        return reverse("desk:offer", args=[offer.pk])

    return perform(
        request,
        act,
        said=f"已保存房源 {offer.code}。",
        again=lambda sentence, status: _show(
            request, offer, form, rows, added=added, problem=sentence, status=status
        ),
    )


def _show(
    request: DeskRequest,
    offer: Offer,
    form: OfferForm,
    rows: list[TermRow],
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = {
        "offer": offer,
        "form": form,
        "rows": rows,
        "is_open": True,
        "proposal": {"kind": "supply"},  # its rows have no stance
    }
    context |= _beside(offer, selectors.property_of(request.viewer, offer).terms, rows)
    return render(request, "desk/offer_edit.html", context | more, status=status)


def _beside(offer: Offer, derived: Sequence[Term], rows: Iterable[TermRow]) -> dict[str, Any]:
    """What can be added: first what the deal is about; each with what the carrier says of it."""
    own = [row.term for row in rows]
    others = [
        (spec, str(show_term(found)) if (found := find_term(derived, spec.key.value)) else "")
        for spec in fields.fields_beside(own)
        if spec.key not in UNTOLD
    ]
    deal = LAND_DEAL if offer.kind == "land" else DEAL
    return {
        "deal": [each for each in others if each[0].key in deal],
        "others": [each for each in others if each[0].key not in deal],
    }
