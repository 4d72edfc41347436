"""Offers: confirmed from a message, moved from state to state, never let twice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.library import services as library
from zhuchao.apps.library.models import Intake
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.mapping import exactly, given
from zhuchao.apps.properties.models import Offer, Unit
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef, Term

TODAY = date(2026, 11, 23)
TEXT = "出租溧阳厂房 6800平，李女士 13800000002"
LATER = selectors.STALE_AFTER_DAYS + 1


def quoted(key: FieldKey, value: str) -> Term:
    start = TEXT.index(value)
    return Term(key, Read(value, State.GIVEN, Span(start, start + len(value))))


def terms() -> list[Term]:
    return [
        given(FieldKey.INTENT, "rent"),
        given(FieldKey.KIND, "factory"),
        given(FieldKey.AREA, exactly(6800)),
        given(FieldKey.PLACE, (PlaceRef("溧阳", "320481"),)),
        quoted(FieldKey.PERSON, "李女士"),
        quoted(FieldKey.TELEPHONE, "13800000002"),
    ]


def supply(viewer: Viewer, **told: Any) -> Offer:
    told = {"intake_id": None, "title": "溧阳厂房", "terms": terms(), "text": TEXT} | told
    return services.confirm_supply(viewer, **told)


def put_on(viewer: Viewer, **told: Any) -> Offer:
    return services.put_on(viewer, supply(viewer, **told).pk, today=TODAY)


def intake(viewer: Viewer) -> Intake:
    return library.keep_intake(viewer, raw=TEXT.encode(), origin="paste")


@pytest.fixture
def unit(section_head: Viewer) -> Unit:
    park = services.create_park(section_head, name="东区", region_code="320481")
    building = services.create_building(section_head, park=park, name="1号楼", kind="factory")
    return services.create_unit(section_head, building=building, name="整栋", area_m2=6800)


def test_a_supply_message_becomes_a_draft_with_its_columns(officer_a: Viewer) -> None:
    offer = supply(officer_a)

    assert offer.code == f"F{offer.created_at.year}-{offer.pk:05d}"
    assert (offer.state, offer.kind, offer.intent) == ("draft", "factory", "rent")
    assert (offer.region_code, offer.area_m2) == ("320481", 6800)


def test_persons_go_into_the_contact_alone(officer_a: Viewer) -> None:
    offer = supply(officer_a, title="溧阳厂房 13800000002 李女士", address="东路1号 13800000002")

    assert offer.contact is not None
    assert offer.contact.telephone.open() == "13800000002"
    assert len(offer.text) == len(TEXT)
    assert {each["key"] for each in offer.terms}.isdisjoint({"person", "telephone"})
    assert "13800000002" not in everything_stored()
    assert "李女士" not in everything_stored()


def test_confirming_an_intake_twice_gives_the_same_offer(
    officer_a: Viewer, teammate: Viewer
) -> None:
    kept = intake(officer_a)

    first = supply(officer_a, intake_id=kept.pk)

    assert supply(teammate, intake_id=kept.pk) == first
    kept.refresh_from_db()
    assert (kept.state, kept.became, kept.became_id) == ("confirmed", "offer", first.pk)


def test_an_intake_out_of_sight_makes_no_offer(officer_a: Viewer, officer_b: Viewer) -> None:
    kept = intake(officer_a)
    supply(officer_a, intake_id=kept.pk)

    with pytest.raises(NotFound):
        supply(officer_b, intake_id=kept.pk)


def test_an_intake_that_became_something_else_is_refused(officer_a: Viewer) -> None:
    kept = intake(officer_a)
    library.close_intake(officer_a, kept.pk, became="enquiry", became_id=1)

    with pytest.raises(Refused, match="已经确认过"):
        supply(officer_a, intake_id=kept.pk)
    assert not Offer.objects.exists()


def test_an_offer_without_title_is_refused(officer_a: Viewer) -> None:
    with pytest.raises(Refused, match="标题"):
        supply(officer_a, title=" ")


def test_the_way_of_an_offer(officer_a: Viewer) -> None:
    offer = supply(officer_a)

    for state in ("checking", "on", "held", "under_offer", "done", "checking"):
        offer = services.move_offer(officer_a, offer.pk, state=state, today=TODAY)

    assert (offer.state, offer.confirmed_on) == ("checking", TODAY)


@pytest.mark.parametrize("state", ["done", "stale", "draft", "", "nonsense"])
def test_a_state_that_does_not_follow_is_refused_with_those_that_do(
    officer_a: Viewer, state: str
) -> None:
    offer = supply(officer_a)

    with pytest.raises(Refused, match="可改为：核实中、在架、已下架"):
        services.move_offer(officer_a, offer.pk, state=state, today=TODAY)


def test_a_unit_is_not_let_twice(officer_a: Viewer, unit: Unit) -> None:
    first, second = put_on(officer_a, carrier=unit), put_on(officer_a, carrier=unit)
    services.move_offer(officer_a, first.pk, state="under_offer", today=TODAY)

    with pytest.raises(Refused, match="不能重复租售"):
        services.move_offer(officer_a, second.pk, state="under_offer", today=TODAY)

    services.move_offer(officer_a, first.pk, state="off", today=TODAY)
    services.move_offer(officer_a, second.pk, state="under_offer", today=TODAY)


def test_old_offers_are_asked_again_oldest_first(officer_a: Viewer) -> None:
    old, fresh = put_on(officer_a), put_on(officer_a)
    later = TODAY + timedelta(days=LATER)
    services.confirm_again(officer_a, fresh.pk, today=later)
    marked = put_on(officer_a)
    services.move_offer(officer_a, marked.pk, state="stale", today=TODAY)

    assert list(selectors.stale_offers(officer_a, later)) == [old, marked]
    assert list(selectors.stale_offers(officer_a, TODAY)) == [marked]
    assert selectors.is_stale(officer_a, old, later)
    assert not selectors.is_stale(officer_a, selectors.offer(officer_a, fresh.pk), later)


def test_a_draft_is_not_confirmed_again(officer_a: Viewer) -> None:
    with pytest.raises(Refused, match="上架"):
        services.confirm_again(officer_a, supply(officer_a).pk, today=TODAY)


def test_who_may_publish_an_offer(
    officer_a: Viewer, officer_b: Viewer, leader: Viewer, agent: Viewer
) -> None:
    offer = supply(officer_a)

    for viewer, failure in ((officer_b, NotAllowed), (leader, NotAllowed), (agent, NotFound)):
        with pytest.raises(failure):
            services.put_on(viewer, offer.pk, today=TODAY)
    assert services.put_on(officer_a, offer.pk, today=TODAY).state == "on"


def test_a_visitor_sees_what_is_on_and_public(officer_a: Viewer, visitor: Viewer) -> None:
    supply(officer_a)
    shown, hidden = put_on(officer_a), put_on(officer_a)
    Offer.objects.filter(pk=hidden.pk).update(is_public=False)

    assert list(selectors.offers(visitor)) == [shown]
    assert selectors.offer_by_code(visitor, shown.code) == shown
    assert [each.key for each in selectors.properties_on_offer(visitor)] == [shown.code]
    with pytest.raises(NotFound):
        selectors.offer_by_code(visitor, hidden.code)
    with pytest.raises(NotAllowed):
        supply(visitor)


def test_lists_are_narrowed_and_sorted(officer_a: Viewer, officer_b: Viewer, agent: Viewer) -> None:
    small = supply(officer_a, title="小", terms=[given(FieldKey.AREA, exactly(100))])
    large = supply(officer_b, title="大厂房")

    def codes(**filters: Any) -> list[str]:
        return [each.code for each in selectors.offers(officer_a, **filters)]

    assert codes() == [large.code, small.code]
    assert codes(sort="area") == [small.code, large.code]
    assert codes(owner_id=officer_b.person_id) == [large.code]
    assert codes(where=selectors.Where(q="厂房", area_from=200, region_code="320400")) == [
        large.code
    ]
    assert codes(states=["on"]) == []
    assert not selectors.offers(agent)
    assert selectors.offer_counts(officer_a) == {"draft": 2}


def test_matching_reads_all_offers_in_one_query(
    officer_a: Viewer, unit: Unit, django_assert_num_queries: Any
) -> None:
    for _ in range(5):
        put_on(officer_a, carrier=unit)

    with django_assert_num_queries(1):
        assert len(selectors.properties_on_offer(officer_a)) == 5
