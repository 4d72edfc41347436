"""Where a house is, told by minutes: no advertisement of real estate may do so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.compliance.contexts import Contexts
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.advertising import AdTables, Finding
from zhuchao.core.vocabulary.read import Span

NUMBER = r"(?:\d+(?:\.\d+)?(?:\s*[-~至到]\s*\d+(?:\.\d+)?)?|[一二两三四五六七八九十半几数]+)"
MINUTES = later(
    rf"{NUMBER}\s*个?(?:余|多|来)?\s*(?:分钟|小时|钟头|刻钟|mins?(?![a-z])|minutes?|h(?![a-z]))"
)
CLAUSE = re.compile(r"[^,，。;；!！?？\n\r]+")
# A clause so short tells of what the clause before it names: 高铁站、机场，20分钟可到.
SHORT = 14
# How near to the minutes a word of arrival stands.
AROUND = 8


def positions(text: str, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    """Travel times to a place; not how long work, an answer or a ride of its own takes."""
    before = ""
    for clause in CLAUSE.finditer(contexts.folded.text):
        for minutes in MINUTES.finditer(clause[0]):
            inside = Span(clause.start() + minutes.start(), clause.start() + minutes.end())
            around = clause[0][max(0, minutes.start() - AROUND) : minutes.end() + AROUND]
            is_own = not contexts.is_others(inside) and not contexts.holds(
                "timetable", contexts.sentence(inside)
            )
            if is_own and _is_travel(clause[0], before, around, contexts):
                span = contexts.folded.original(inside)
                yield Finding(
                    span, text[span.start : span.end], minutes[0], tables.rules["position"]
                )
        before = clause[0]


def _is_travel(clause: str, before: str, around: str, contexts: Contexts) -> bool:
    if contexts.holds("drive", clause):
        return True
    if contexts.holds("work", clause):
        return False
    told = before + clause if len(clause) <= SHORT else clause
    is_near = contexts.holds("landmark", told) and contexts.holds("arrival", around)
    return is_near or contexts.holds("way", told)
