"""Deals: offer and enquiry are done with them, and a unit is never let twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.apps.enquiries.conftest import TODAY, Shown, Told

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.models import Deal
from zhuchao.apps.enquiries.services import Signed
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import selectors as offers
from zhuchao.apps.properties import services as properties
from zhuchao.apps.properties.mapping import exactly, given
from zhuchao.apps.properties.models import Unit
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.ground import audit


def signed(offer_id: int, **told: Any) -> Signed:
    columns = {
        "price": given(FieldKey.RENT, exactly(20)),
        "area_m2": 2000,
        "signed_on": TODAY,
        "term_months": 36,
    }
    return Signed(offer_id, **columns | told)


@pytest.fixture
def unit(section_head: Viewer) -> Unit:
    park = properties.create_park(section_head, name="东区", region_code="320481")
    building = properties.create_building(section_head, park=park, name="1号楼", kind="factory")
    return properties.create_unit(section_head, building=building, name="整栋", area_m2=6800)


def test_a_deal_ends_the_enquiry_and_the_offer(officer_a: Viewer, told: Told, shown: Shown) -> None:
    enquiry, offer = told(officer_a), shown(officer_a)

    deal = services.record_deal(officer_a, enquiry.pk, signed=signed(offer.pk), today=TODAY)

    assert (deal.kind, deal.area_m2, deal.term_months) == ("rent", 2000, 36)
    assert offers.offer(officer_a, offer.pk).state == "done"
    assert selectors.enquiry(officer_a, enquiry.pk).state == "dealt"
    assert selectors.deal_of(officer_a, enquiry.pk) == deal
    assert audit.verify().is_whole


def test_a_sale_has_no_term(officer_a: Viewer, told: Told, shown: Shown) -> None:
    price = given(FieldKey.TOTAL_PRICE, exactly(8_000_000))

    deal = services.record_deal(
        officer_a, told(officer_a).pk, signed=signed(shown(officer_a).pk, price=price), today=TODAY
    )

    assert (deal.kind, deal.term_months) == ("sale", None)


def test_a_second_click_gives_the_same_deal(officer_a: Viewer, told: Told, shown: Shown) -> None:
    enquiry, offer = told(officer_a), shown(officer_a)

    first = services.record_deal(officer_a, enquiry.pk, signed=signed(offer.pk), today=TODAY)

    assert (
        services.record_deal(officer_a, enquiry.pk, signed=signed(offer.pk), today=TODAY) == first
    )


def test_a_unit_that_is_let_is_refused_and_nothing_is_half_done(
    officer_a: Viewer, told: Told, shown: Shown, unit: Unit
) -> None:
    one, other = shown(officer_a, carrier=unit), shown(officer_a, carrier=unit)
    first, second = told(officer_a, "k1"), told(officer_a, "k2")
    services.record_deal(officer_a, first.pk, signed=signed(one.pk), today=TODAY)

    with pytest.raises(Refused, match="不能重复租售"):
        services.record_deal(officer_a, second.pk, signed=signed(other.pk), today=TODAY)

    assert selectors.enquiry(officer_a, second.pk).state == "new"
    assert offers.offer(officer_a, other.pk).state == "on"
    with pytest.raises(Refused, match="已成交"):
        services.record_deal(officer_a, second.pk, signed=signed(one.pk), today=TODAY)
    assert Deal.objects.count() == 1


@pytest.mark.parametrize(
    ("told_of_it", "sentence"),
    [
        ({"signed_on": TODAY + timedelta(days=1)}, "不能晚于今天"),
        ({"price": given(FieldKey.HEIGHT, exactly(8))}, "租金或售价"),
        ({"area_m2": 0}, "面积"),
        ({"term_months": -1}, "租期"),
    ],
)
def test_a_deal_that_is_not_sound_is_refused(
    officer_a: Viewer, told: Told, shown: Shown, told_of_it: dict[str, Any], sentence: str
) -> None:
    deal = signed(shown(officer_a).pk, **told_of_it)

    with pytest.raises(Refused, match=sentence):
        services.record_deal(officer_a, told(officer_a).pk, signed=deal, today=TODAY)


def test_who_may_record_a_deal(
    officer_a: Viewer, officer_b: Viewer, leader: Viewer, told: Told, shown: Shown
) -> None:
    enquiry, deal = told(officer_a), signed(shown(officer_a).pk)

    for viewer in (officer_b, leader):
        with pytest.raises(NotFound):
            services.record_deal(viewer, enquiry.pk, signed=deal, today=TODAY)
    services.record_deal(officer_a, enquiry.pk, signed=deal, today=TODAY)
    assert selectors.deal_of(leader, enquiry.pk) is not None
    assert selectors.deal_of(officer_b, enquiry.pk) is None
