"""A page as sentences: folded for reading, with the way back to the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zhuchao.core.text.folding import Folded, fold, simplified
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.tables import Tables

# 一是…；二是…: each of an enumeration is a sentence.
SENTENCE = re.compile(
    r"(?:[^。！？!?\n\r;；]|[;；](?![二三四五六七八九十]是))+[。！？!?;；]*[”’」』）)]?"
)
# Thousands keep their comma.
CLAUSE = re.compile(r"(?:[^,，;；:：。！？!?]+|(?<=\d),(?=\d{3}))+")
# A sentence longer than this is a table or noise; it is read in pieces so that no rule lingers.
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place; ``paragraph`` counts the lines of the page's body, title 0."""

    folded: Folded
    span: Span
    paragraph: int
    # What was asked for once; several facts quote the same words.
    _spans: dict[tuple[int, int], Span] = field(default_factory=dict, compare=False, repr=False)
    _said: dict[tuple[int, int], Read[str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        return self.folded.text

    def span_of(self, start: int, end: int) -> Span:
        """A range of the folded text as a span of the page's text."""
        known = self._spans.get((start, end))
        if known is None:
            first, last = self.folded.range_of(start, end)
            known = Span(self.span.start + first, self.span.start + last)
            self._spans[start, end] = known
        return known

    def said(self, page_text: str, start: int, end: int) -> Read[str]:
        """The words of a range as the page spells them, given."""
        known = self._said.get((start, end))
        if known is None:
            span = self.span_of(start, end)
            known = self._said[start, end] = Read(span.of(page_text), State.GIVEN, span)
        return known

    def quote(self, start: int, end: int) -> str:
        """The words of the folded text without white space at their ends."""
        return self.text[start:end].strip()


@dataclass(frozen=True, slots=True)
class Clause:
    """A range of a sentence between commas, colons and semicolons."""

    start: int
    end: int


def sentences_of(page: Page, tables: Tables) -> Iterator[Sentence]:
    """The sentences of the title and of the body, in order."""
    blocks = [zone.span for zone in page.body]
    title = page.title.span
    has_title = title is not None and not any(block.covers(title) for block in blocks)
    if title is not None and has_title:
        blocks.insert(0, title)
    for paragraph, block in enumerate(blocks, start=0 if has_title else 1):
        for found in SENTENCE.finditer(block.of(page.text)):
            for start in range(found.start(), found.end(), LONGEST):
                end = min(start + LONGEST, found.end())
                yield _sentence(
                    page.text, block.start + start, block.start + end, paragraph, tables
                )


def _sentence(text: str, start: int, end: int, paragraph: int, tables: Tables) -> Sentence:
    plain = simplified(text[start:end], tables.traditional)
    return Sentence(fold(plain, tables.folding, tables.evasions), Span(start, end), paragraph)


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a folded sentence, in order."""
    return tuple(Clause(found.start(), found.end()) for found in CLAUSE.finditer(text))


def said(sentence: Sentence, page_text: str, start: int, end: int) -> Read[str]:
    """The words of a range as the page spells them, given."""
    return sentence.said(page_text, start, end)
