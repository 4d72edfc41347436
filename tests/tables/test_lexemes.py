"""The words of messages mean fields and choices that exist."""

from collections.abc import Iterable

from zhuchao.core.vocabulary.tables import Lexeme, Tables
from zhuchao.core.vocabulary.term import FieldKey

CHOSEN = {"choice", "choices", "flag"}


def of_fields(lexemes: Iterable[Lexeme]) -> list[Lexeme]:
    return [lexeme for lexeme in lexemes if lexeme.role in {"head", "value"}]


def test_every_word_has_a_role(tables: Tables) -> None:
    assert tables.lexemes
    assert all(lexeme.word and lexeme.role for lexeme in tables.lexemes)


def test_every_word_for_a_field_names_one_that_exists(tables: Tables) -> None:
    fields = {key.value for key in FieldKey}

    assert {lexeme.key for lexeme in of_fields(tables.lexemes)} <= fields


def test_every_value_is_one_of_the_choices(tables: Tables) -> None:
    values = [lexeme for lexeme in tables.lexemes if lexeme.role == "value"]
    specs = {lexeme.key: tables.fields[FieldKey(lexeme.key)] for lexeme in values}

    strangers = [
        lexeme
        for lexeme in values
        if specs[lexeme.key].form in CHOSEN
        and specs[lexeme.key].choices
        and lexeme.value not in specs[lexeme.key].choices
    ]

    assert not strangers


def test_every_word_for_a_trade_has_a_class(tables: Tables) -> None:
    assert set(tables.trade_words.values()) <= set(tables.industries)


def test_a_longer_word_without_a_topic_hides_one_that_has_one(tables: Tables) -> None:
    words = {each.word for each in tables.topic_words if each.topic}
    hiding = [each.word for each in tables.topic_words if not each.topic]

    assert [word for word in hiding if not any(each in word for each in words)] == []


def test_what_speaks_for_neither_side_stands_among_the_topics(tables: Tables) -> None:
    neither = [each for each in tables.lexemes if each.value.startswith("neither:")]

    assert {each.value for each in neither} == {"neither:0"}
