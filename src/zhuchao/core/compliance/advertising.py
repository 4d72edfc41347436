"""The lint of an editor's own words: terms, phrases, evasive spellings, missing notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zhuchao.core.compliance.contexts import Contexts, contexts_of
from zhuchao.core.compliance.flagging import flags
from zhuchao.core.compliance.naming import is_promised_to_a_firm
from zhuchao.core.compliance.positions import positions
from zhuchao.core.compliance.terms import hidden, phrases, terms
from zhuchao.core.text.folding import fold
from zhuchao.core.vocabulary.advertising import AdTables, Finding, Group
from zhuchao.core.vocabulary.read import Span

# Of two findings in one place these stand.
GRAVEST = (Group.EVASIVE, Group.REVIEW)
# 风险 is a notice, but not where there is said to be none.
NO_RISK = re.compile(r"(?:零|无|没有?|没有任何|毫无|无任何|低|0)风险")
# Rules that wait for lawyers only where they are promised to a firm that is named.
OF_A_FIRM = frozenset({"tax_refund", "fiscal_reward"})

# How far findings of one group are one: to the end of a clause, or of a sentence.
ENDS = {Group.PROMISE: ",，。;；、!！?？:：\n\r", Group.REVIEW: "。!！?？\n\r"}


def lint(text: str, tables: AdTables, *, quoted: Iterable[Span] = ()) -> tuple[Finding, ...]:
    """What of the text may not stand in an advertisement, in the order of the text.

    Empty where nothing is found. ``quoted`` are spans of ``text`` in other people's words, which
    are never judged; titles in 《》 and words that somebody 指出 are known without. Spans are of
    ``text``. Source: 广告法 (2021) 9, 25, 26, 28 and 广告绝对化用语执法指南 (2023).
    """
    folded = fold(text, tables.folding, tables.evasions)
    contexts = contexts_of(text, folded, tables, quoted)
    found = [
        *hidden(text, tables, contexts),
        *terms(text, tables, contexts),
        *phrases(text, tables, contexts),
        *positions(text, tables, contexts),
        *_reviews(text, tables, contexts),
    ]
    kept = _joined(text, _without_repeats(found))
    return (*kept, *_missing_notice(tables, contexts, kept, len(text)))


def _reviews(text: str, tables: AdTables, contexts: Contexts) -> Iterator[Finding]:
    for flag in flags(contexts.folded, tables.reviews):
        of_a_firm = flag.rule in OF_A_FIRM
        is_due = not of_a_firm or is_promised_to_a_firm(text, flag.span, contexts)
        if is_due and not contexts.is_others_original(flag.span):
            written = text[flag.span.start : flag.span.end]
            yield Finding(flag.span, written, flag.label, tables.rules["review"])


def _without_repeats(found: Iterable[Finding]) -> list[Finding]:
    """In the order of the text; of two that overlap, the graver, the first, then the longer."""

    def worth(each: Finding) -> tuple[int, int, int]:
        grave = GRAVEST.index(each.rule.group) if each.rule.group in GRAVEST else len(GRAVEST)
        return (grave, each.span.start, -each.span.end)

    kept: list[Finding] = []
    taken: set[int] = set()
    for each in sorted(found, key=worth):
        places = range(each.span.start, each.span.end)
        if taken.isdisjoint(places):
            kept.append(each)
            taken.update(places)
    return sorted(kept, key=lambda each: each.span.start)


def _joined(text: str, found: Iterable[Finding]) -> list[Finding]:
    """零风险高收益 is one: promises in one breath, and what one sentence leaves to lawyers."""
    kept: list[Finding] = []
    for each in found:
        last = kept[-1] if kept else None
        ends = ENDS.get(each.rule.group, "")
        if last and ends and last.rule.group is each.rule.group:
            between = text[last.span.end : each.span.start]
            if not any(mark in between for mark in ends):
                span = Span(last.span.start, each.span.end)
                kept[-1] = replace(last, span=span, written=text[span.start : span.end])
                continue
        kept.append(each)
    return kept


def _missing_notice(
    tables: AdTables, contexts: Contexts, found: Iterable[Finding], end: int
) -> Iterator[Finding]:
    """Whoever solicits money with returns in view says what is at risk."""
    whole = contexts.folded.text
    promises = [each.written for each in found if each.rule.group is Group.PROMISE]
    has_return = any(contexts.holds("return", told) for told in promises)
    has_return = has_return or _is_expected(contexts)
    is_open = has_return and contexts.holds("solicit", whole)
    if is_open and not contexts.holds("notice", NO_RISK.sub("", whole)):
        yield Finding(Span(end, end), "", "", tables.rules["notice"])


def _is_expected(contexts: Contexts) -> bool:
    """Whether returns are held out, though none is promised."""
    whole = contexts.folded.text
    for word in contexts.words["expected"]:
        at = whole.find(word)
        while at >= 0:
            inside = Span(at, at + len(word))
            is_own = not contexts.is_others(inside, is_promise=True)
            if is_own and not contexts.holds("macro", contexts.clause(inside)):
                return True
            at = whole.find(word, inside.end)
    return False
