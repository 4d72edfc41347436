"""The marks of facts hold together, and the scorer counts what it says."""

from __future__ import annotations

import pytest
from benchmarks.quality.facts.marks import Item, Marked, item_of, load, page_of
from benchmarks.quality.facts.scoring import Scores, judge

KINDS = {
    "area", "cluster", "date", "event", "honour", "list", "measure", "money", "notice", "org",
    "percent", "person", "place", "plan", "points", "policy", "rhythm",
}  # fmt: skip
QUOTED = {"area", "date", "money", "org", "percent", "place", "points"}
TEXTS = load()


@pytest.mark.parametrize("text", TEXTS, ids=[each.page.text[:12] for each in TEXTS])
def test_marks_are_of_known_kinds_and_stand_in_the_text(text: Marked) -> None:
    strangers = [item for item in text.items if item.kind not in KINDS]
    absent = [
        item
        for item in text.items
        if item.kind in QUOTED and item.words[0] != "?" and item.words[0] not in text.page.text
    ]

    assert text.half in {"test", "tuning"}
    assert not strangers
    assert not absent


def f1(marks: list[str], found: list[str], figure: str) -> float:
    scores = Scores()
    judge([item_of(line) for line in marks], [item_of(line) for line in found], scores)
    return scores.tallies[figure].f1


def test_a_measure_counts_with_metric_value_and_period() -> None:
    mark = "measure 税收 | value=3亿元 | period=2025 | subject=某县"

    assert f1([mark], ["measure 税收 | value=3亿元 | period=2025"], "measure") == 1.0
    assert f1([mark], ["measure 税收 | value=3亿元 | period=2024"], "measure") == 0.0


@pytest.mark.parametrize("kind", ["org", "place"])
def test_a_park_counts_where_it_is_marked(kind: str) -> None:
    found = [Item("org", ("溪畔科创园", "溪畔科创园")), Item("place", ("溪畔科创园", ""))]
    scores = Scores()

    judge([item_of(f"{kind} 溪畔科创园")], found, scores)

    assert scores.tallies[kind].f1 == 1.0


def test_a_title_counts_with_or_without_its_body() -> None:
    assert f1(["person 王平 | 县商务局局长"], ["person 王平 | 局长"], "person") == 1.0
    assert f1(["person 王平 | 县商务局局长"], ["person 王平 | 书记"], "person") == 0.0


def test_events_are_paired_before_their_slots_are_counted() -> None:
    marks = ["event sign | investor=甲公司 | total=1亿元", "event start | investor=乙公司"]

    assert f1(marks, list(reversed(marks)), "event_slots") == 1.0
    assert f1(marks, marks[:1], "events") == pytest.approx(2 / 3)


def test_an_empty_headline_leaves_places_as_they_are() -> None:
    page = page_of("", "签约。")

    assert page.body[0].span.of(page.text) == "签约。"


@pytest.mark.parametrize("place", ["溪畔科创园", "溧阳市"])
def test_an_event_counts_with_its_county_or_its_park(place: str) -> None:
    found = "event start | project=甲项目 | place=溧阳市 | site=溪畔科创园"

    assert f1([f"event start | project=甲项目 | place={place}"], [found], "event_slots") == 1.0
