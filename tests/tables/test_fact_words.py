"""The words of facts: each has a role that core knows, and keys and values that it can read."""

from __future__ import annotations

from zhuchao.core.vocabulary.fact import Bound, Dimension, OrganisationKind, ProjectStep
from zhuchao.core.vocabulary.tables import Lexeme, Tables

ROLES = {
    "abbreviation", "address", "afterperson", "approach", "bound", "compare", "cut", "direction",
    "ending", "everyday", "generic", "honour", "honoured", "joint", "listhead", "metric",
    "metriccut", "metrickept", "metricnone", "metrictail", "mood",
    "namepart", "period", "plainproject", "region", "rhythm", "rhythmic", "stage", "standing",
    "surname", "title", "titlehead", "titlelead", "unit", "untitled", "whole",
}  # fmt: skip


def of(tables: Tables, role: str) -> list[Lexeme]:
    return [lexeme for lexeme in tables.fact_words if lexeme.role == role]


def test_every_word_has_a_role_that_is_known(tables: Tables) -> None:
    assert {lexeme.role for lexeme in tables.fact_words} == ROLES
    assert all(lexeme.word for lexeme in tables.fact_words)


def test_keys_are_those_that_facts_have(tables: Tables) -> None:
    dimensions = {each.value for each in Dimension} | {"any"}

    assert {lexeme.key for lexeme in of(tables, "metric")} <= dimensions | {"growth"}
    assert {lexeme.key for lexeme in of(tables, "unit")} <= dimensions
    assert {lexeme.key for lexeme in of(tables, "bound")} <= {each.value for each in Bound}
    assert {lexeme.key for lexeme in of(tables, "stage")} <= {each.value for each in ProjectStep}
    assert {each.key for each in of(tables, "ending")} <= {each.value for each in OrganisationKind}


def test_a_unit_has_its_factor(tables: Tables) -> None:
    assert all(float(lexeme.value.partition(" ")[0]) > 0 for lexeme in of(tables, "unit"))


def test_an_abbreviation_stands_for_divisions(tables: Tables) -> None:
    codes = {code for lexeme in of(tables, "abbreviation") for code in lexeme.key.split("|")}

    assert codes <= set(tables.regions)
