"""A question as the search index understands it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tantivy

from zhuchao.ground.finding.findable import Question, Seen, register_bits

KEY, MARK, KIND, WHO, FACET, STATE = "key", "mark", "kind", "who", "facet", "state"
TITLE, BODY, CHARACTERS, AT, WEIGHT = "title", "body", "characters", "at", "weight"
AMOUNT = "amount_"

# A word in the title counts as several in the text.
TITLE_BOOST = 4.0
# Pairs are asked for side by side where the rarest of them stands in at most so many texts. Beyond
# that all of them must be there, in any place: to compare places would take longer (measured on a
# hundred thousand texts of 335 characters, 2026-11), and of so many nobody reads beyond the first.
MOST_SIDE_BY_SIDE = 50_000

# A term of a phrase as the index's own types have it.
Placed = str | tuple[int, str]
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
_Q = tantivy.Query


def query_of(question: Question, searcher: Any, schema: Any) -> Any:
    """Everything that is asked must hold; words in titles count more, and filters do not count."""
    narrowing = list(_narrowing(question, schema))
    parts = [(_MUST, _Q.const_score_query(each, 0.0)) for each in narrowing]
    for word in question.words:
        parts.extend(_of_word(word, searcher, schema))
    return _Q.boolean_query(parts)


def of_key(schema: Any, key: int) -> Any:
    return _Q.term_query(schema, KEY, key, index_option="basic")


def of_register(schema: Any, register: str) -> Any:
    """All records of a register."""
    low, high = register_bits(register)
    return _Q.range_query(schema, KEY, tantivy.FieldType.Unsigned, low, high)


def steps(amount: float) -> int:
    """An amount as the index keeps it: in hundredths, none below nought."""
    return max(0, round(amount * 100))


def _narrowing(question: Question, schema: Any) -> Iterator[Any]:
    seen = [_seen(each, schema) for each in question.seen]
    yield _Q.boolean_query([(_SHOULD, each) for each in seen]) if seen else _Q.empty_query()
    for name, value in question.facets.items():
        yield _term(schema, FACET, f"{name}={value}")
    for name, (low, high) in question.ranges.items():
        yield _Q.range_query(
            schema,
            f"{AMOUNT}{name}",
            tantivy.FieldType.Unsigned,
            None if low is None else steps(low),
            None if high is None else steps(high),
        )


def _seen(seen: Seen, schema: Any) -> Any:
    parts = [_any(schema, KIND, seen.kinds)] if seen.kinds else []
    if seen.who is not None:
        parts.append(_any(schema, WHO, seen.who))
    if seen.within:
        parts.append(_term(schema, FACET, seen.within))
    if not parts:
        return _Q.all_query()
    return parts[0] if len(parts) == 1 else _Q.boolean_query([(_MUST, each) for each in parts])


def _any(schema: Any, name: str, values: tuple[str, ...]) -> Any:
    # A set of terms would be gathered for all records before any word is looked at.
    terms = [_term(schema, name, value) for value in values]
    return terms[0] if len(terms) == 1 else _Q.boolean_query([(_SHOULD, each) for each in terms])


def _of_word(word: str, searcher: Any, schema: Any) -> Iterator[tuple[Any, Any]]:
    """The word itself must be there; in the title it is worth more."""
    if len(word) == 1:
        yield _MUST, _term(schema, CHARACTERS, word)
        return
    terms = _covering(word)
    yield _MUST, _together(terms, BODY, searcher, schema)
    yield _SHOULD, _Q.boost_query(_together(terms, TITLE, searcher, schema), TITLE_BOOST)


def _covering(word: str) -> list[tuple[int, str]]:
    """The pairs that cover a word, each with its place; those between them would tell no more."""
    places = dict.fromkeys((*range(0, len(word) - 1, 2), len(word) - 2))
    return [(at, word[at : at + 2]) for at in places]


def _together(terms: list[tuple[int, str]], name: str, searcher: Any, schema: Any) -> Any:
    if len(terms) == 1:
        return _Q.term_query(schema, name, terms[0][1])
    rarest = min(searcher.doc_freq(name, term) for _, term in terms)
    if rarest <= MOST_SIDE_BY_SIDE:
        return _Q.phrase_query(schema, name, list[Placed](terms))
    every = dict.fromkeys(term for _, term in terms)
    return _Q.boolean_query([(_MUST, _Q.term_query(schema, name, term)) for term in every])


def _term(schema: Any, name: str, value: str) -> Any:
    return _Q.term_query(schema, name, value, index_option="basic")
