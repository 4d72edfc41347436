"""A process's shelf follows the register: own changes at once, others' within a second."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from zhuchao import tables as reference
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties import services, shelf
from zhuchao.apps.properties.models import Offer, OfferTick
from zhuchao.apps.properties.selectors import properties_on_offer
from zhuchao.apps.properties.ticking import CHANGED_HERE
from zhuchao.core.matching import match
from zhuchao.core.messages import parse

TODAY = date(2026, 11, 23)
WANTED = "求租溧阳厂房，3000平，20块以内"


def offered(viewer: Viewer, text: str) -> Offer:
    terms = parse(text, reference.load()).terms
    offer = services.confirm_supply(viewer, intake_id=None, title=text[:20], terms=terms, text=text)
    return services.put_on(viewer, offer.pk, today=TODAY)


def found(viewer: Viewer) -> list[str]:
    terms = parse(WANTED, reference.load()).terms
    return [each.offered.key for each in shelf.best_matches(viewer, terms)]


def by_reading_all(viewer: Viewer) -> list[str]:
    terms = parse(WANTED, reference.load()).terms
    every = match(terms, properties_on_offer(viewer), reference.load())
    return [each.offered.key for each in every]


def test_what_this_process_changes_is_seen_at_once(officer_a: Viewer, section_head: Viewer) -> None:
    first = offered(section_head, "出租溧阳厂房3000平，18块")
    assert found(officer_a) == [first.code]

    second = offered(section_head, "出租溧阳厂房3100平，16块")
    assert found(officer_a) == by_reading_all(officer_a) == sorted([first.code, second.code])

    services.take_off(section_head, first.pk, today=TODAY)
    assert found(officer_a) == by_reading_all(officer_a) == [second.code]


def test_what_another_process_changes_is_seen_when_it_looks(
    officer_a: Viewer, section_head: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = parse(WANTED, reference.load()).terms
    elsewhere = shelf.Shelf(officer_a.organisation_id or 0)
    offer = offered(section_head, "出租溧阳厂房3000平，18块")
    assert elsewhere.best(terms, limit=5) == (offer.code,)
    services.take_off(section_head, offer.pk, today=TODAY)
    CHANGED_HERE.clear()

    assert elsewhere.best(terms, limit=5) == (offer.code,)
    monkeypatch.setattr(shelf, "LOOK_EVERY", 0.0)
    assert elsewhere.best(terms, limit=5) == ()


def test_a_register_that_was_restored_is_read_anew(officer_a: Viewer, section_head: Viewer) -> None:
    offer = offered(section_head, "出租溧阳厂房3000平，18块")
    assert found(officer_a) == [offer.code]

    Offer.objects.filter(pk=offer.pk).update(state="draft", tick=1)
    OfferTick.objects.update(number=1)
    CHANGED_HERE.add(offer.organisation_id)

    assert found(officer_a) == []


def test_a_visitor_sees_only_what_is_public(section_head: Viewer, agent: Viewer) -> None:
    shown = offered(section_head, "出租溧阳厂房3000平，18块")
    hidden = offered(section_head, "出租溧阳厂房3000平，17块")
    Offer.objects.filter(pk=hidden.pk).update(is_public=False)

    assert found(PUBLIC) == [shown.code]
    assert found(section_head) == sorted([shown.code, hidden.code])
    assert found(agent) == by_reading_all(agent) == []


def test_many_offers_are_answered_with_few_queries(
    officer_a: Viewer, section_head: Viewer, django_assert_max_num_queries: Any
) -> None:
    for area in range(2500, 3500, 100):
        offered(section_head, f"出租溧阳厂房{area}平，18块")
    expected = found(officer_a)

    with django_assert_max_num_queries(1):
        assert found(officer_a) == expected


def test_a_warm_shelf_answers_without_reading_the_offers(
    officer_a: Viewer, section_head: Viewer, django_assert_max_num_queries: Any
) -> None:
    terms = parse(WANTED, reference.load()).terms
    offer = offered(section_head, "出租溧阳厂房3000平，18块")
    shelf.forget()

    shelf.warm()

    CHANGED_HERE.clear()
    with django_assert_max_num_queries(1):
        found = shelf.shelf_of(officer_a.organisation_id or 0).best(terms, limit=5)
    assert found == (offer.code,)
