"""The list of offers as its address says it: filtered, counted and in pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import Where, offer_counts, offers
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.core.vocabulary.wire import terms_from_json
from zhuchao.faces.hand.sheets import Classified, choice_name, classified, place_name, rent_of
from zhuchao.faces.portal.forms import OfferFilter

if TYPE_CHECKING:
    from django.db.models import QuerySet

PAGE_SIZE = 20


@dataclass(frozen=True)
class Found:
    """One page of offers; ``unpriced`` are left out because they tell no rent."""

    form: OfferFilter
    page: Page[Any]
    items: list[Classified]
    unpriced: int

    @property
    def total(self) -> int:
        return self.page.paginator.count


def filter_form(query: QueryDict, region: Where) -> OfferFilter:
    """The filters with what there is to choose from in the region, and how many of each."""
    by_kind = offer_counts(PUBLIC, by="kind", where=region)
    by_place = offer_counts(PUBLIC, by="region_code", where=region)
    kinds = [
        (key, f"{choice_name(FieldKey.KIND, key)}（{count}）")
        for key, count in sorted(by_kind.items(), key=lambda item: -item[1])
        if key
    ]
    places = [
        (code, f"{place_name(code)}（{count}）")
        for code, count in sorted(by_place.items())
        if code and place_name(code)
    ]
    form = OfferFilter(query, kinds=kinds, places=places)
    form.is_valid()
    return form


def find(query: QueryDict, region: Where) -> Found:
    """The offers of the region of a site that the query asks for."""
    form = filter_form(query, region)
    wish = form.cleaned_data
    where = Where(
        kind=wish.get("kind") or "",
        region_code=wish.get("place") or "",
        area_from=wish.get("area_from"),
        area_to=wish.get("area_to"),
    )
    found = offers(PUBLIC, where=where, sort=wish.get("sort") or "newest")
    found = found.filter(region.condition())
    found, unpriced = _within_rent(found, wish.get("rent_to"))
    page = Paginator(found, PAGE_SIZE).get_page(query.get("page"))
    return Found(form, page, [classified(each) for each in page], unpriced)


def _within_rent(found: QuerySet[Any], rent_to: float | None) -> tuple[QuerySet[Any], int]:
    # The rent stands among the terms, not in a column: it is compared here, on two columns.
    if rent_to is None:
        return found, 0
    rents = {pk: rent_of(terms_from_json(terms)) for pk, terms in found.values_list("pk", "terms")}
    fitting = [pk for pk, rent in rents.items() if rent is not None and rent <= rent_to]
    return found.filter(pk__in=fitting), sum(rent is None for rent in rents.values())
