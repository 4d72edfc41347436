from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from zhuchao import tables as reference
from zhuchao.apps.enquiries.selectors import (
    cooperations,
    enquiries,
    registrations,
    sheets,
    viewings,
)
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM
from zhuchao.apps.projects.selectors import claims, projects
from zhuchao.apps.properties.selectors import offers, properties_on_offer
from zhuchao.apps.publishing.selectors import articles
from zhuchao.config import demo
from zhuchao.core.matching import match
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.match import Standing
from zhuchao.ground import audit

TODAY = date(2026, 11, 23)
# A demand of the kind that the demonstration is there to answer.
DEMAND = (
    "求租昆山或太仓单层厂房,两千到两千五百平,精密CNC,层高8米起,要有10吨行车,电250kva以上,"
    "最好能做环评,26块以内,年前要进场,签三年。王先生 13800000001"
)


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: Any) -> Iterator[demo.Summary]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield demo.fill(today=TODAY)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _in_the_filled_house(filled: demo.Summary, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def test_an_empty_house_is_filled_with_what_was_promised(filled: demo.Summary) -> None:
    assert filled.carriers >= 40
    assert (filled.enquiries, filled.projects, filled.articles) == (30, 40, 20)
    assert enquiries(SYSTEM).count() == 30
    assert projects(SYSTEM).count() == 40


def test_a_house_that_is_set_up_is_left_alone() -> None:
    again = demo.fill(today=TODAY)

    assert again.is_empty
    assert projects(SYSTEM).count() == 40


def test_every_act_stands_in_an_unbroken_audit_chain() -> None:
    verified = audit.verify()

    assert verified.count > 300
    assert verified.broken_at is None


def test_a_visitor_sees_the_offers_that_are_on_and_the_articles() -> None:
    assert offers(PUBLIC).count() >= 35
    assert articles(PUBLIC).count() == 20


def test_no_stored_text_shows_a_telephone() -> None:
    texts = [each.text for each in offers(SYSTEM)] + [each.text for each in enquiries(SYSTEM)]

    assert not [text for text in texts if "1380000" in text.replace("-", "")]


def test_an_ordinary_demand_finds_what_fits_what_to_ask_and_what_nearly_fits() -> None:
    tables = reference.load()
    demand = parse(DEMAND, tables)

    found = match(demand.terms, properties_on_offer(PUBLIC), tables)

    assert {each.standing for each in found} == set(Standing)


def test_clients_are_registered_contested_and_shown_around() -> None:
    states = [each.state for each in registrations(SYSTEM)]
    outcomes = {each.outcome for each in viewings(SYSTEM)}

    assert sorted(states) == ["contested", "held", "held"]
    assert {"planned", "interested", "changes"} <= outcomes
    assert cooperations(SYSTEM).get().state == "proposed"


def test_firms_are_claimed_and_one_of_them_twice() -> None:
    states = [each.state for each in claims(SYSTEM, today=TODAY)]

    assert sorted(states) == ["contested", "held", "held", "held"]


def test_a_client_was_sent_a_sheet() -> None:
    assert sheets.sheets(SYSTEM).count() == 1


def test_projects_stand_at_many_stages_on_days_before_today() -> None:
    found = list(projects(SYSTEM))

    assert len({each.stage for each in found}) >= 14
    assert all(each.stage_on <= TODAY for each in found)
