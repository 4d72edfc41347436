"""What stands around a passage: its clause and sentence, words by their role, whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhuchao.core.compliance import speech
from zhuchao.core.compliance.speech import STOP, Spans
from zhuchao.core.text.folding import Folded
from zhuchao.core.vocabulary.advertising import AdTables, Group
from zhuchao.core.vocabulary.read import Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in the folded text: its span there, the word, its category and group."""

    span: Span
    word: str
    category: str
    group: Group


@dataclass(frozen=True)
class Contexts:
    """What stands around the terms of one text; spans are of the folded text."""

    folded: Folded
    text: str  # the original
    words: Mapping[str, Sequence[str]]
    roles: Mapping[str, re.Pattern[str]]
    others: Spans  # other people's words, in the folded text
    quoted: Spans  # what the caller says is quoted, in the original
    safe: Spans
    claims: Spans
    reported: Spans  # what meetings and official papers said, without quotation marks
    traditional: frozenset[str]
    simplified: frozenset[str]

    def holds(self, role: str, text: str) -> bool:
        """Whether a word of that role stands in the text."""
        return self.roles[role].search(text) is not None

    def begins(self, role: str, text: str) -> bool:
        """Whether the text begins with a word of that role."""
        return self.roles[role].match(text) is not None

    def is_others(self, span: Span, *, is_promise: bool = False) -> bool:
        """Whether the passage of the folded text is quoted, denied, or told of as a warning."""
        return (
            self.others.cover(span)
            or self.quoted.cover(self.folded.original(span))
            or speech.is_denied(self.folded.text, span, self.roles, is_promise=is_promise)
        )

    @cached_property
    def is_simplified(self) -> bool:
        """Whether the text is written in the newer script, as far as the two differ."""
        newer = sum(each in self.simplified for each in self.text)
        return newer > sum(each in self.traditional for each in self.text)

    @cached_property
    def _others_of_original(self) -> Spans:
        return Spans(speech.others_words(self.text, self.roles))

    def is_others_original(self, span: Span) -> bool:
        """The same of a promise whose span is one of the original."""
        return (
            self.quoted.cover(span)
            or self._others_of_original.cover(span)
            or speech.is_denied(self.text, span, self.roles, is_promise=True)
        )

    def before(self, found: Occurrence) -> str:
        """The clause as far as the term."""
        return speech.before(self.folded.text, found.span.start)

    def after(self, found: Occurrence) -> str:
        """The clause from the term's end on."""
        return speech.after(self.folded.text, found.span.end)

    def clause(self, span: Span) -> str:
        """The clause around the passage."""
        text = self.folded.text
        return speech.before(text, span.start) + speech.after(text, span.start)

    def sentence(self, span: Span) -> str:
        """The sentence around the passage."""
        text = self.folded.text
        return speech.before(text, span.start, STOP) + speech.after(text, span.start, STOP)


def contexts_of(text: str, folded: Folded, tables: AdTables, quoted: Iterable[Span]) -> Contexts:
    """What stands around the terms of the folded text."""
    words = tables.contexts
    script = {old: new for old, new in tables.folding.items() if _is_chinese(old, new)}
    return Contexts(
        folded=folded,
        text=text,
        words=words,
        roles=tables.roles,
        others=Spans(speech.others_words(folded.text, tables.roles)),
        quoted=Spans(quoted),
        safe=Spans(_all_of(words["safe"], folded.text)),
        claims=Spans(_all_of(words.get("claim", ()), folded.text)),
        reported=Spans(speech.reported(folded.text, tables.roles)),
        traditional=frozenset(script),
        simplified=frozenset(script.values()),
    )


def _is_chinese(old: str, new: str) -> bool:
    return old != new and all("\u4e00" <= each <= "\u9fff" for each in (old, new))


def _all_of(words: Iterable[str], text: str) -> Iterable[Span]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield Span(at, at + len(word))
            at = text.find(word, at + 1)
