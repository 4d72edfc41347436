"""A new offer finds the enquiries that it answers, and tells their officers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from zhuchao.apps.enquiries import services, suiting
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties import selectors as properties
from zhuchao.apps.properties import services as offering
from zhuchao.core.errors import NotAllowed
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import Tables

TODAY = date(2026, 11, 23)
OFFER = "出租溧阳厂房，3000平，层高7.8米，18元/㎡/月"


def demand(viewer: Viewer, tables: Tables, text: str) -> Enquiry:
    terms = parse(text, tables).terms
    return services.confirm_demand(
        viewer, intake_id=None, terms=terms, text=text, idempotency_key=text
    )


def on_offer(viewer: Viewer, tables: Tables, text: str = OFFER) -> Property:
    terms = parse(text, tables).terms
    made = offering.confirm_supply(viewer, intake_id=None, title=text, terms=terms, text=text)
    offer = offering.put_on(viewer, made.pk, today=TODAY)
    return properties.property_of(viewer, offer)


def test_an_offer_finds_its_enquiries_best_first(
    officer_a: Viewer, section_head: Viewer, tables: Tables
) -> None:
    fitting = demand(officer_a, tables, "求租溧阳厂房，3000平，20元/㎡/月以内")
    near = demand(officer_a, tables, "求租溧阳厂房，3000平，层高8米以上")
    demand(officer_a, tables, "求购常熟仓库，300平")
    ended = demand(officer_a, tables, "求租溧阳厂房，3000平")
    services.close(officer_a, ended.pk)

    found = suiting.suited(officer_a, on_offer(section_head, tables))

    assert [each.enquiry for each in found] == [fitting, near]
    (line,) = found[1].match.failing
    assert line.sentence == "层高 7.8 m < 8 m"


def test_who_may_not_see_enquiries_is_told_none(section_head: Viewer, tables: Tables) -> None:
    offered = on_offer(section_head, tables)

    with pytest.raises(NotAllowed):
        suiting.suited(PUBLIC, offered)


def test_what_came_on_lately_is_news_to_the_officer_whose_enquiry_it_fits(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, tables: Tables
) -> None:
    mine = demand(officer_a, tables, "求租溧阳厂房，3000平，20元/㎡/月以内")
    demand(officer_a, tables, "求租溧阳厂房，3000平，层高8米以上")
    offered = on_offer(section_head, tables)

    (told,) = suiting.news(officer_a, TODAY)
    assert (told.offer.code, told.enquiry) == (offered.key, mine)
    assert suiting.news(officer_b, TODAY) == ()
    assert suiting.news(officer_a, TODAY + timedelta(days=suiting.NEWS_DAYS + 1)) == ()
