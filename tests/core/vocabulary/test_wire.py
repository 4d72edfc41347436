"""Terms go to JSON and come back the same; pages, messages and matches keep their shape."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Offer
from zhuchao.core.vocabulary.match import Match, Reason, Standing, Verdict
from zhuchao.core.vocabulary.page import Attachment, Page, PageContact, RelatedItem, Zone, ZoneKind
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.read import Read, Span, State, unknown
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Stance, Term
from zhuchao.core.vocabulary.wire import (
    match_to_json,
    message_to_json,
    page_to_json,
    term_from_json,
    term_to_json,
    terms_from_json,
)

numbers = st.floats(0, 1e9)
bounds = st.tuples(st.none() | numbers, st.none() | numbers).filter(any)
names = st.text(min_size=1, max_size=8)
values = st.one_of(
    bounds.map(lambda b: Amount(*b)),
    st.builds(Amount, numbers, numbers, st.booleans(), st.sampled_from(["", "mu", "year"])),
    st.builds(Machines, st.none() | st.integers(0, 9), st.none() | numbers),
    st.booleans(),
    names,
    st.lists(names, min_size=1).map(tuple),
    st.lists(st.builds(PlaceRef, names, names), min_size=1).map(tuple),
)
spans = st.none() | st.tuples(st.integers(0, 50), st.integers(0, 50)).map(
    lambda ends: Span(min(ends), max(ends))
)
known = st.builds(Read, values, st.sampled_from([State.GIVEN, State.INFERRED]), spans, names, names)
reads = known | st.builds(Read, st.none(), st.just(State.UNKNOWN), spans, names, names)
terms = st.builds(
    Term,
    st.sampled_from(FieldKey),
    reads,
    st.sampled_from(Stance),
    st.sampled_from(["", "1", "2-4"]),
)


@settings(deadline=None)
@given(terms)
def test_a_term_comes_back_the_same(term: Term) -> None:
    written = json.dumps(term_to_json(term), ensure_ascii=False)

    assert term_from_json(json.loads(written)) == term


@pytest.mark.parametrize(
    "change",
    [
        {"key": "colour"},
        {"state": "certain"},
        {"stance": "maybe"},
        {"value": None},
        {"value": 5},
        {"value": {"low": 1}},
        {"span": [5, 2]},
        {"span": "all"},
    ],
)
def test_a_term_of_another_shape_is_refused(change: dict[str, Any]) -> None:
    item = term_to_json(Term(FieldKey.KIND, Read("factory", State.GIVEN, Span(0, 2))))

    with pytest.raises(Refused):
        terms_from_json([item | change])


def page_of_all_fields() -> Page:
    text = "某区开会\n正文一段。"
    return Page(
        text=text,
        charset="utf-8",
        title=Read("某区开会", State.GIVEN, Span(0, 4)),
        original_title=unknown(),
        source=unknown(),
        source_address=Read("https://a.example/1", State.GIVEN),
        editor=unknown(),
        author=unknown(),
        category=unknown(),
        breadcrumb=(),
        published=Read(date(2026, 1, 2), State.GIVEN),
        event_on=Read(date(2026, 1, 1), State.INFERRED, why="取自正文"),
        views=Read(7, State.GIVEN),
        likes=unknown(),
        body=(Zone(ZoneKind.PARAGRAPH, "正文一段。", Span(5, 10)),),
        related=(RelatedItem("另一篇", "摘要", Span(0, 1), "/2.html"),),
        attachments=(Attachment("申报表.docx", "/3.docx", Span(0, 1)),),
        contacts=(PageContact("王某 13800000001", ("王某",), ("13800000001",), Span(0, 1)),),
        cut=(
            Zone(ZoneKind.TITLE, "某区开会", Span(0, 4)),
            Zone(ZoneKind.NOTICE, "转载请注明", Span(0, 1)),
        ),
    )


def test_a_page_has_the_promised_keys() -> None:
    page = page_of_all_fields()

    shown = json.loads(json.dumps(page_to_json(page)))

    promised = {
        "title", "original_title", "source", "editor", "author", "category", "published", "views",
        "body", "related", "attachments", "contacts", "cut", "source_address", "event_on", "likes",
    }  # fmt: skip
    assert promised <= set(shown)
    assert shown["published"]["value"] == "2026-01-02"
    assert shown["body"] == [{"kind": "paragraph", "text": "正文一段。", "span": [5, 10]}]
    assert shown["event_on"]["value"] == "2026-01-01"
    assert shown["related"][0]["address"] == "/2.html"
    assert shown["attachments"] == [{"name": "申报表.docx", "address": "/3.docx", "span": [0, 1]}]
    assert [zone.text for zone in page.notices] == ["转载请注明"]
    assert shown["contacts"][0]["telephones"] == ["13800000001"]


def test_a_message_shows_its_fields_and_what_is_missing() -> None:
    whole = Term(FieldKey.AREA, Read(Amount(10.0, 10.0), State.GIVEN))
    floor = Term(FieldKey.AREA, Read(Amount(5.0, 5.0), State.GIVEN), floor="1")
    message = Enquiry("原文", (whole, floor), (FieldKey.PLACE,), "请问在哪里？")

    shown = message_to_json(message)

    assert (shown["kind"], shown["missing"], shown["ask_back"]) == (
        "demand", ["place"], "请问在哪里？",
    )  # fmt: skip
    assert shown["fields"]["area"] == term_to_json(whole)
    assert shown["fields"]["place"]["state"] == "unknown"
    assert shown["per_floor"] == [term_to_json(floor)]


def test_supply_and_chatter_are_told_apart() -> None:
    assert message_to_json(Offer("原文", (), (), ""))["kind"] == "supply"
    assert message_to_json(Chatter("早", (), "问候"))["kind"] == "neither"


def test_a_match_shows_every_reason() -> None:
    reason = Reason(FieldKey.HEIGHT, Verdict.FAILS, Stance.HARD, "层高 7.8 m < 8 m", 0.0)
    found = Match(Property("F1", "某厂房", ()), Standing.NEAR_MISS, 92.5, (reason,))

    shown = match_to_json(found)

    assert (shown["key"], shown["standing"], shown["score"]) == ("F1", "near_miss", 92.5)
    assert shown["reasons"][0]["sentence"] == "层高 7.8 m < 8 m"
