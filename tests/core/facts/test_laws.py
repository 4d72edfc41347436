"""What holds for any text: facts quote it, are the same twice, and do not hang on other lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from benchmarks.quality.facts.marks import page_of
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.facts.pages import PUBLISHED, TEXTS, facts_of

from zhuchao import tables as reference
from zhuchao.core.facts import find
from zhuchao.core.vocabulary.fact import Facts
from zhuchao.core.vocabulary.read import Read, Span
from zhuchao.core.vocabulary.tables import Tables

BODIES = [entry["body"] for entry in TEXTS]
PIECES = re.compile(r"[\d.]+|[^\d.]{1,4}").findall("".join(BODIES))
SCRAPS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)
UNRELATED = "大家都说这里的风景很好。"


def reads_of(value: object) -> Iterator[Read[Any]]:
    """Every read inside a value."""
    if isinstance(value, Read):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from reads_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from reads_of(getattr(value, field.name))


def told(facts: Facts, moved: int = 0) -> list[str]:
    """The facts as text, their places moved back by so many characters."""

    def back(found: re.Match[str]) -> str:
        return f"Span(start={int(found[1]) - moved}, end={int(found[2]) - moved})"

    written = [repr(getattr(facts, field.name)) for field in fields(facts)]
    return [re.sub(r"Span\(start=(\d+), end=(\d+)\)", back, each) for each in written]


@settings(max_examples=150, deadline=None)
@given(SCRAPS)
def test_any_text_has_facts_with_places_and_explained_doubts(text: str) -> None:
    page = page_of("", text, PUBLISHED)

    for read in reads_of(find(page, reference.load())):
        assert (read.state.value == "given") is (read.why == "")
        assert read.span is not None
        assert 0 <= read.span.start < read.span.end <= len(page.text)


@pytest.mark.parametrize("body", BODIES)
def test_a_given_name_is_what_its_span_quotes(body: str, tables: Tables) -> None:
    page = page_of("", body, PUBLISHED)

    for read in reads_of(find(page, tables)):
        if isinstance(read.value, str) and read.state.value == "given":
            assert read.span is not None
            assert read.value == read.span.of(page.text)


@pytest.mark.parametrize("body", BODIES)
def test_the_same_text_has_the_same_facts(body: str) -> None:
    assert facts_of(body) == facts_of(body)


@pytest.mark.parametrize("body", BODIES)
def test_an_unrelated_sentence_changes_no_other_fact(body: str) -> None:
    before = facts_of(f"{UNRELATED}\n{body.strip()}")

    assert told(before, moved=len(UNRELATED) + 1) == told(facts_of(body))


@pytest.mark.parametrize("body", BODIES)
def test_full_width_figures_and_evasive_spelling_change_no_place(body: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isdecimal() else c for c in body)

    assert spans_of(facts_of(wide)) == spans_of(facts_of(body))


def spans_of(facts: Facts) -> list[Span | None]:
    return [read.span for read in reads_of(tuple(facts.measures) + tuple(facts.events))]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    [
        "投资10亿元",
        "1",
        "一",
        "1-",
        "亩",
        "公司",
        "王县长",
        "项目",
        "、",
        "“",
        "（",
        "2026年3月",
        "与",
        "占",
    ],
)
def test_long_runs_do_not_cost_quadratic_time(piece: str, tables: Tables) -> None:
    find(page_of("", (piece * 100_000)[:33_000], PUBLISHED), tables)
