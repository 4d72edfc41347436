"""Values of something else: a thing, a neighbour, a former tenant, another town or time."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.core.messages.telling import told

from zhuchao.core.vocabulary.tables import Tables

HERE = Path(__file__)
FIELDS = {
    field: cases
    for name in ("foreign_figures.toml", "foreign_terms.toml", "foreign_words.toml")
    for field, cases in tomllib.loads(HERE.with_name(name).read_text("utf-8")).items()
}
STORIES = tomllib.loads(HERE.with_name("stories.toml").read_text("utf-8"))["messages"]


def values(text: str, field: str, tables: Tables) -> list[str]:
    return [value for key, value in told(text, tables).items() if key.partition("@")[0] == field]


@pytest.mark.parametrize("field", FIELDS)
def test_what_belongs_to_something_else_tells_no_field(field: str, tables: Tables) -> None:
    invented = [text for text in FIELDS[field]["foreign"] if values(text, field, tables)]

    assert invented == []


@pytest.mark.parametrize("field", FIELDS)
def test_beside_it_the_field_is_told(field: str, tables: Tables) -> None:
    cases = FIELDS[field]["told"]

    assert {text: values(text, field, tables) for text, _ in cases} == {
        text: [value] for text, value in cases
    }


@pytest.mark.parametrize(("text", "meant"), STORIES, ids=[text[:12] for text, _ in STORIES])
def test_of_others_that_a_message_speaks_of_no_field_is_told(
    text: str, meant: str, tables: Tables
) -> None:
    assert {key.partition("@")[0] for key in told(text, tables)} == set(meant.split())
