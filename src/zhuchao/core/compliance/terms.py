"""Words of the lists, phrases of the grammar, and terms that were written to be missed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zhuchao.core.compliance.contexts import Contexts, Occurrence
from zhuchao.core.compliance.excuses import is_counted, is_excused
from zhuchao.core.compliance.naming import is_promised_to_a_firm
from zhuchao.core.text.later import later
from zhuchao.core.text.wordlist import Wordlist
from zhuchao.core.vocabulary.advertising import AdPhrase, AdTables, AdTerm, Finding, Group
from zhuchao.core.vocabulary.read import Span

CHINESE = later(r"[\u4e00-\u9fff]")
PARTED = re.compile(r"[\W_]")
PROMISED = frozenset({Group.PROMISE, Group.ORGAN, Group.REVIEW})
# Roles of contexts.csv whose words make a listed word none; phrases name theirs in the tables.
UNLESS = {
    "state_organ": ("procedure",),
    "investment_promise": ("macro", "harmless_risk", "value_added"),
    "absolute_guarantee": ("harmless_risk",),
    "superlative_extreme": ("disaster",),
    "scarcity": ("disaster",),
}
# What follows 最 within its term: 最贴心的 is 最贴心.
END_OF_ZUI = '的地之、与和且又而，。,!！?？;；:："”“（）()\n\r '
LONGEST_ZUI = 4


def terms(text: str, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    """The words of the lists, but where their context makes them none."""
    for at, word in _words_of(tables).found(contexts.folded.text):
        term = tables.terms[word]
        inside = Span(at, at + len(word))
        span = contexts.folded.original(inside)
        written = text[span.start : span.end]
        rule = term.rule
        occurrence = Occurrence(inside, word, term.category, rule.group)
        if _is_hidden(written, word, tables, contexts):
            is_none, rule = is_counted(contexts, occurrence), tables.rules["evasive"]
        else:
            roles = UNLESS.get(term.category, ())
            is_none = is_excused(contexts, occurrence) or _has(
                roles, inside, contexts, is_wide=rule.group is Group.ORGAN
            )
        if is_none or contexts.is_others(inside, is_promise=rule.group in PROMISED):
            continue
        if word == "最":
            span = contexts.folded.original(_zui(contexts.folded.text, at))
            written = text[span.start : span.end]
        yield Finding(span, written, word, rule)


def phrases(text: str, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    """The phrases of the grammar, but where their clause makes them none."""
    for phrase in tables.phrases:
        for told in phrase.shape.finditer(contexts.folded.text):
            inside = Span(told.start(), told.end())
            if not _is_excused(phrase, inside, contexts):
                span = contexts.folded.original(inside)
                yield Finding(span, text[span.start : span.end], told[0], phrase.rule)


def hidden(text: str, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    """Terms in which a character is spelt otherwise, or parted from the next by marks."""
    for told in tables.hidden.finditer(contexts.folded.text):
        word = tables.hideable[(told.lastindex or 1) - 1]
        inside = Span(told.start(), told.end())
        bare = PARTED.sub("", told[0])
        is_honest = bare in tables.honest and (bare != word or bare == told[0])
        if is_honest or not CHINESE.search(bare):
            continue
        known = tables.terms.get(word)
        occurrence = Occurrence(inside, word, known.category if known else "", Group.EVASIVE)
        if not is_counted(contexts, occurrence) and not contexts.is_others(inside):
            span = contexts.folded.original(inside)
            yield Finding(span, text[span.start : span.end], word, tables.rules["evasive"])


def _is_excused(phrase: AdPhrase, inside: Span, contexts: Contexts) -> bool:
    text = contexts.folded.text
    is_organ = phrase.rule.group is Group.ORGAN
    if contexts.safe.cover(inside) or _has(phrase.unless, inside, contexts, is_wide=is_organ):
        return True
    if phrase.of_a_firm and not is_promised_to_a_firm(contexts.folded.text, inside, contexts):
        return True
    if contexts.is_others(inside, is_promise=phrase.rule.group in PROMISED):
        return True
    told = text[inside.start : inside.end]
    if phrase.rule.group is not Group.SUPERLATIVE:
        return False
    return is_excused(contexts, Occurrence(inside, told, phrase.category, phrase.rule.group))


def _has(roles: Iterable[str], inside: Span, contexts: Contexts, *, is_wide: bool = False) -> bool:
    clause = contexts.sentence(inside) if is_wide else contexts.clause(inside)
    return any(contexts.holds(role, clause) for role in roles)


def _zui(text: str, at: int) -> Span:
    end = at + 2
    while end < min(at + LONGEST_ZUI, len(text)) and text[end] not in END_OF_ZUI:
        end += 1
    is_whole = (end < len(text) and text[end] in END_OF_ZUI) or end == len(text)
    return Span(at, min(end if is_whole else at + 3, len(text)))


_known: list[tuple[AdTables, Wordlist[AdTerm]]] = []


def _words_of(tables: AdTables) -> Wordlist[AdTerm]:
    for known, words in _known:
        if known is tables:
            return words
    words = Wordlist(tables.terms)
    _known[:] = [(tables, words), *_known[:3]]
    return words


def _is_hidden(written: str, word: str, tables: AdTables, contexts: Contexts) -> bool:
    """Whether the term was written so that it is not seen: no mere figure, nor the older script
    where the text is written in it."""
    if contexts.is_simplified and not contexts.traditional.isdisjoint(written):
        return True
    plain = "".join(
        tables.folding.get(each, each) if "\u4e00" <= each <= "\u9fff" else each for each in written
    ).lower()
    for spelling, meant in tables.harmless.items():
        plain = plain.replace(spelling, meant)
    figures = "".join(chr(ord(each) - 0xFEE0) if "０" <= each <= "９" else each for each in plain)
    return figures != word
