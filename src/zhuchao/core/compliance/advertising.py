"""The lint of an editor's own words: terms, promises, evasive spellings, missing notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zhuchao.core.compliance.contexts import Contexts, Occurrence, contexts_of
from zhuchao.core.text.compliance import flags
from zhuchao.core.text.folding import Folded, fold
from zhuchao.core.text.wordlist import Wordlist
from zhuchao.core.vocabulary.advertising import AdTables, AdTerm, Finding, Group
from zhuchao.core.vocabulary.read import Span

# Rules that wait for lawyers only where they are promised to a firm that is named.
OF_A_FIRM = frozenset({"tax_refund", "fiscal_reward"})
FIRM = re.compile(r"(?<![该本各贵我])[\u4e00-\u9fff（）()]{3,}(?:有限公司|股份公司|集团|公司)")
MINUTES = re.compile(r"(?:\d+|[一二两三四五六七八九十半]+)[余多]?(?:分钟|小时)")
SENTENCE = re.compile(r"[^。!！?？\n\r]+")
CLAUSE = re.compile(r"[^,，。;；!！?？\n\r]+")


def lint(text: str, tables: AdTables, *, quoted: Iterable[Span] = ()) -> tuple[Finding, ...]:
    """What of the text may not stand in an advertisement, in the order of the text.

    Empty where nothing is found. ``quoted`` are spans of ``text`` in other people's words, which
    are never judged; titles in 《》 and words that somebody 指出 are known without. Spans are of
    ``text``. Source: 广告法 (2021) 9, 25, 26, 28 and 广告绝对化用语执法指南 (2023).
    """
    folded = fold(text, tables.folding, tables.evasions)
    contexts = contexts_of(folded, tables, tuple(quoted))
    found = [
        *_terms(text, folded, tables, contexts),
        *_promises(text, folded, tables, contexts),
        *_positions(text, folded, tables, contexts),
        *_reviews(text, folded, tables, contexts),
    ]
    kept = _without_repeats(found)
    return (*kept, *_missing_notice(folded, tables, kept, len(text)))


def _terms(text: str, folded: Folded, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    for at, word in _words_of(tables).found(folded.text):
        term = tables.terms[word]
        span = folded.original(Span(at, at + len(word)))
        written = text[span.start : span.end]
        is_hidden = _is_hidden(written, word, tables)
        occurrence = Occurrence(at, term)
        if not contexts.is_quoted(occurrence.span) and (
            is_hidden or not contexts.excuses(occurrence)
        ):
            yield Finding(span, written, word, tables.rules["evasive"] if is_hidden else term.rule)


_known: list[tuple[AdTables, Wordlist[AdTerm]]] = []


def _words_of(tables: AdTables) -> Wordlist[AdTerm]:
    for known, words in _known:
        if known is tables:
            return words
    words = Wordlist(tables.terms)
    _known[:] = [(tables, words), *_known[:3]]
    return words


def _is_hidden(written: str, word: str, tables: AdTables) -> bool:
    """Whether the term was written so that it is not seen: neither old script nor a mere figure."""
    plain = "".join(
        tables.folding.get(each, each) if "\u4e00" <= each <= "\u9fff" else each for each in written
    ).lower()
    for spelling, meant in tables.harmless.items():
        plain = plain.replace(spelling, meant)
    wide = "".join(chr(ord(each) - 0xFEE0) if "！" <= each <= "～" else each for each in plain)
    return wide.lower() != word


def _promises(text: str, folded: Folded, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    rule = tables.rules["investment_promise"]
    for flag in flags(folded, tables.promises):
        if not contexts.is_quoted_original(flag.span):
            written = text[flag.span.start : flag.span.end]
            yield Finding(flag.span, written, flag.label, rule)


def _positions(
    text: str, folded: Folded, tables: AdTables, contexts: Contexts
) -> Iterator[Finding]:
    for clause in CLAUSE.finditer(folded.text):
        for minutes in MINUTES.finditer(clause[0]):
            inside = Span(clause.start() + minutes.start(), clause.start() + minutes.end())
            if contexts.holds("reach", clause[0]) and not contexts.is_quoted(inside):
                span = folded.original(inside)
                written = text[span.start : span.end]
                yield Finding(span, written, minutes[0], tables.rules["position"])


def _reviews(text: str, folded: Folded, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    for flag in flags(folded, tables.reviews):
        is_due = flag.rule not in OF_A_FIRM or FIRM.search(_sentence_at(text, flag.span))
        if is_due and not contexts.is_quoted_original(flag.span):
            written = text[flag.span.start : flag.span.end]
            yield Finding(flag.span, written, flag.label, tables.rules["review"])


def _sentence_at(text: str, span: Span) -> str:
    for sentence in SENTENCE.finditer(text):
        if sentence.start() <= span.start < sentence.end():
            return sentence[0]
    return ""


def _without_repeats(found: Iterable[Finding]) -> list[Finding]:
    """In the order of the text; of two that overlap, the one that begins first, then the longer."""
    kept: list[Finding] = []
    for each in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept


def _missing_notice(
    folded: Folded, tables: AdTables, found: Iterable[Finding], end: int
) -> Iterator[Finding]:
    """Whoever solicits money with returns in view says what is at risk."""

    def has(role: str) -> bool:
        return any(word in folded.text for word in tables.contexts[role])

    promises = [each.written for each in found if each.rule.group is Group.PROMISE]
    has_return = any(word in told for told in promises for word in tables.contexts["return"])
    if has_return and has("solicit") and not has("notice"):
        yield Finding(Span(end, end), "", "", tables.rules["notice"])
