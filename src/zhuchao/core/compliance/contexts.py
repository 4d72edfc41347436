"""Where a term is none: other people's words, official titles, quantities, aims, proved facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhuchao.core.text.folding import Folded
from zhuchao.core.vocabulary.advertising import AdTables, AdTerm
from zhuchao.core.vocabulary.read import Span

# Levels that authorities do grant; 顶级 and 极品 are granted by nobody.
GRANTED = frozenset({"国家级", "世界级", "国际级", "甲级", "全球级", "百万级", "千万级"})
CAN_BE_PROVED = frozenset({"superlative_one", "first", "leading", "superlative_zui"})
NAMES_OF_HONOUR = frozenset({"prestige", "leading", "first", "superlative_one", "exclusive"})
SHARES = frozenset({"100%", "百分之百", "百分百"})
BOUNDARY = re.compile(r"[,，。;；:：!！?？\n\r]")
STOP = re.compile(r"[。;；!！?？\n\r]")
TITLED = re.compile(r"《[^》\n]{1,80}》")
IN_QUOTES = re.compile(r"[“「\"]([^”」\"\n]{1,400})[”」\"]")
FIGURE = re.compile(r"\d|[一二两三四五六七八九十百千万]+(?:个|元|天|年|米|吨|万|亿)")
# 最 with one of these tells a quantity where a figure follows.
GRADED = "高低大小多少长短快慢宽深重轻远近晚早"
YEAR = re.compile(r"(?:19|20)\d\d年|(?:今年|去年|上半年|前三季度|一季度|全年)")
# How far behind 国家级 the name of what was graded may begin.
NEAR = 14


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in the folded text."""

    start: int
    term: AdTerm

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.term.word))


@dataclass(frozen=True)
class Contexts:
    """What stands around the terms of one text; spans are of the folded text."""

    folded: Folded
    words: dict[str, tuple[str, ...]]
    others: tuple[Span, ...]  # other people's words, in the folded text
    quoted: tuple[Span, ...]  # what the caller says is quoted, in the original
    safe: tuple[Span, ...]
    claims: tuple[Span, ...]

    @cached_property
    def excuses_of(self) -> Sequence[Callable[[Occurrence], bool]]:
        return (
            self._is_safe_phrase,
            self._is_official_grade,
            self._is_ordinal,
            self._is_quantity,
            self._is_share,
            self._is_aim,
            self._is_own_record,
            self._is_proved,
            self._is_award,
        )

    def holds(self, role: str, text: str) -> bool:
        """Whether a word of that role stands in the text."""
        return any(word in text for word in self.words.get(role, ()))

    def is_quoted(self, span: Span) -> bool:
        """Whether the passage of the folded text is in other people's words."""
        return _covers(self.others, span) or self.is_quoted_original(self.folded.original(span))

    def is_quoted_original(self, span: Span) -> bool:
        """Whether the passage of the original is in other people's words."""
        return _covers(self.quoted, span)

    def excuses(self, found: Occurrence) -> bool:
        """Whether what stands around the term makes it none."""
        return any(excuse(found) for excuse in self.excuses_of)

    def _is_safe_phrase(self, found: Occurrence) -> bool:
        return _covers(self.safe, found.span) and not _covers(self.claims, found.span)

    def _is_official_grade(self, found: Occurrence) -> bool:
        if found.term.word not in GRANTED:
            return False
        rest = BOUNDARY.split(self.folded.text[found.span.end : found.span.end + NEAR])[0]
        return self.holds("object", rest) or self.holds("award", self._before(found))

    def _is_ordinal(self, found: Occurrence) -> bool:
        return found.term.word == "第一" and any(
            self.folded.text.startswith(word, found.span.end) for word in self.words["ordinal"]
        )

    def _is_quantity(self, found: Occurrence) -> bool:
        """最高奖励50万元, 层高最低6米: a bound of one's own, compared with nobody."""
        if found.term.word[0] != "最" or self.folded.text[found.start + 1 :][:1] not in GRADED:
            return False
        before, after = self._before(found), self._after(found)
        return bool(FIGURE.search(after)) and not self.holds("scope", before + found.term.word)

    def _is_share(self, found: Occurrence) -> bool:
        around = self._before(found)[-6:] + self._after(found)[:6]
        return found.term.word in SHARES and not self.holds("guarantee", around)

    def _is_aim(self, found: Occurrence) -> bool:
        """What is striven for or how one means to serve is not said of goods."""
        if found.term.category in {"investment_promise", "absolute_guarantee", "state_organ"}:
            return False
        before = self._before(found)
        is_aim = self.holds("goal", before) or self.holds("serve", before + found.term.word)
        return is_aim and not self.holds("done", before)

    def _is_own_record(self, found: Occurrence) -> bool:
        return found.term.word[0] == "最" and self.holds("self", self._before(found))

    def _is_proved(self, found: Occurrence) -> bool:
        """A rank that is told with its time or its source: a fact that can be proved."""
        if found.term.category not in CAN_BE_PROVED:
            return False
        sentence = self._sentence(found)
        is_dated = bool(YEAR.search(sentence)) or self.holds("cited", sentence)
        return is_dated and self.holds("ranked", self._before(found))

    def _is_award(self, found: Occurrence) -> bool:
        is_name = found.term.category in NAMES_OF_HONOUR
        return is_name and self.holds("award", self._before(found))

    def _before(self, found: Occurrence) -> str:
        """The clause as far as the term."""
        return BOUNDARY.split(self.folded.text[max(0, found.start - 60) : found.start])[-1]

    def _after(self, found: Occurrence) -> str:
        return BOUNDARY.split(self.folded.text[found.span.end : found.span.end + 30])[0]

    def _sentence(self, found: Occurrence) -> str:
        start = max(0, found.start - 200)
        return (
            STOP.split(self.folded.text[start : found.start])[-1]
            + STOP.split(self.folded.text[found.start : found.start + 200])[0]
        )


def contexts_of(folded: Folded, tables: AdTables, quoted: tuple[Span, ...]) -> Contexts:
    """What stands around the terms of the folded text."""
    words = {role: tuple(told) for role, told in tables.contexts.items()}
    return Contexts(
        folded=folded,
        words=words,
        others=tuple(_others_words(folded.text, words)),
        quoted=quoted,
        safe=tuple(_all_of(words["safe"], folded.text)),
        claims=tuple(_all_of(words["claim"], folded.text)),
    )


def _others_words(text: str, words: dict[str, tuple[str, ...]]) -> Iterable[Span]:
    """Titles of papers, what somebody said, and words that are named only to be forbidden."""
    for title in TITLED.finditer(text):
        yield Span(title.start(), title.end())
    for quotation in IN_QUOTES.finditer(text):
        said = STOP.split(text[max(0, quotation.start() - 40) : quotation.start()])[-1]
        is_others = any(
            word in said for word in (*words["quote"], *words["forbid"], *words["award"])
        )
        if is_others:
            yield Span(quotation.start(), quotation.end())


def _all_of(words: Iterable[str], text: str) -> Iterable[Span]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield Span(at, at + len(word))
            at = text.find(word, at + 1)


def _covers(spans: Iterable[Span], inner: Span) -> bool:
    return any(each.start <= inner.start and inner.end <= each.end for each in spans)
