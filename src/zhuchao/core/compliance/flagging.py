"""What a message says that nobody may publish or promise: found, quoted, and left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from zhuchao.core.text.folding import Folded
from zhuchao.core.vocabulary.enquiry import Flag
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import FlagRule

CLAUSE = re.compile(r"[^,，。;；!！?？\n\r]+")


def flags(folded: Folded, rules: Iterable[FlagRule]) -> tuple[Flag, ...]:
    """The passages that may not be published, in the order of the text; each rule once a clause.

    Spans quote the original. Empty where nothing is flagged; a negated promise is no promise.
    Source of the rules: ``tables/messages/compliance.toml``, each with its legal basis.
    """
    rules = tuple(rules)
    words = tuple([word for rule in rules for word in rule.promises])
    if _any_of(words).search(folded.text) is None:
        return ()  # as for most texts
    rules = [rule for rule in rules if any(word in folded.text for word in rule.promises)]
    told = _any_of(tuple([word for rule in rules for word in rule.promises]))
    clauses = (each for each in CLAUSE.finditer(folded.text) if told.search(each[0]))
    found = [each for clause in clauses for each in _of_clause(clause, rules)]
    return tuple(
        Flag(rule.name, rule.label, folded.original(span), rule.reason, rule.basis)
        for rule, span in found
    )


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


def _of_clause(clause: re.Match[str], rules: Iterable[FlagRule]) -> Iterator[tuple[FlagRule, Span]]:
    text = clause[0]
    for rule in rules:
        promise = _longest(text, rule.promises)
        subject = _longest(text, rule.subjects)
        is_promised = bool(promise and (subject or not rule.subjects))
        if is_promised and not any(word in text for word in rule.unless):
            yield rule, _around(clause, [word for word in (promise, subject) if word])


def _longest(text: str, words: Iterable[str]) -> str:
    told = (word for word in words if word in text and _is_whole(word, text))
    return max(told, key=len, default="")


def _is_whole(word: str, text: str) -> bool:
    """Whether a figure is not the tail of another: 25年 does not stand in 2025年."""
    return not word[0].isdigit() or not text[: text.index(word)][-1:].isdigit()


def _around(clause: re.Match[str], words: list[str]) -> Span:
    starts = [clause[0].index(word) for word in words]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return Span(clause.start() + min(starts), clause.start() + max(ends))
