"""What lets a rule pass by a sentence: a sign that every match of the rule's pattern holds."""

from __future__ import annotations

import re

import pytest
from benchmarks.quality.facts.marks import load, page_of
from tests.core.facts.pages import TEXTS

from zhuchao import tables as reference
from zhuchao.core.facts import (
    acting,
    clusters,
    goals,
    narrowing,
    places,
    project_names,
    subjects,
    timing,
)
from zhuchao.core.facts.sentences import sentences_of

PAGES = [
    *(page_of("", entry["body"]) for entry in TEXTS),
    *(each.page for each in load() if each.half != "test"),
]
SENTENCES = [each.text for page in PAGES for each in sentences_of(page, reference.load())]
SIGNED = {
    "acting.OFFICE": acting.SIGNED[0],
    "acting.LISTED": acting.SIGNED[1],
    "acting.ACTS": acting.SIGNED[2],
    "acting.TAKEN": (acting.TAKEN, acting.TAKEN_SIGN),
    "clusters.CLUSTER": (clusters.CLUSTER, clusters.SIGN),
    "places.TOWN_SITE": (places.TOWN_SITE, places.TOWN_SIGN),
    "places.TOWN_LISTED": (places.TOWN_LISTED, places.TOWN_SIGN),
    "places.TOWN_BEHIND": (places.TOWN_BEHIND, places.TOWN_SIGN),
    "project_names.HEADS": (project_names.HEADS, project_names.SIGN),
    "subjects.REFERRING": (subjects.REFERRING, subjects.SIGN),
    "timing.MONTHLY": (timing.MONTHLY, timing.MONTH),
}
FIRSTS = {
    "goals.AIM": goals.AIM,
    "project_names.HEADS": project_names.HEADS,
    "subjects.REFERRING": subjects.REFERRING,
}
FIRST = re.compile(r"^\(\?=\[[^\]]*\]\)")


@pytest.mark.parametrize(("pattern", "sign"), SIGNED.values(), ids=SIGNED)
def test_what_a_pattern_finds_holds_its_sign(
    pattern: re.Pattern[str], sign: re.Pattern[str]
) -> None:
    found = [each[0] for text in SENTENCES for each in pattern.finditer(text)]

    assert [each for each in found if not sign.search(each)] == []


@pytest.mark.parametrize("pattern", FIRSTS.values(), ids=FIRSTS)
def test_no_branch_begins_with_another_character(pattern: re.Pattern[str]) -> None:
    without = re.compile(FIRST.sub("", pattern.pattern))

    for text in SENTENCES:
        expected = [each.span() for each in without.finditer(text)]
        assert [each.span() for each in pattern.finditer(text)] == expected


def test_what_narrows_a_metric_ends_as_the_ends_tell() -> None:
    for text in SENTENCES:
        for at in range(1, len(text) + 1):
            if text[at - 1] not in narrowing.NARROWING_ENDS:
                assert narrowing.NARROWING.search(text, max(0, at - 18), at) is None
