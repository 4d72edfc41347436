"""A forwarded chat: who said what, by the headers that messengers put above each bubble."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from zhuchao.core.messages.tokens import PERSON
from zhuchao.core.vocabulary.read import Span

_CLOCK = r"(?:[上下]午|早上|晚上|中午|凌晨)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|[今昨前]天|(?:星期|周)[一二三四五六日天])"
_WHEN = rf"(?:{_DAY}\s*)?{_CLOCK}"
_WHO = r"[^\s:：\d][^\n:：]{0,23}?"
# 张经理 2026/3/2 14:05, then the bubble; 2026-03-02 14:05 张经理; [14:05] 张经理：the bubble.
_HEADERS = (
    re.compile(rf"^[ \t]*(?P<who>{_WHO})[ \t]+{_WHEN}[ \t]*\r?$", re.MULTILINE),
    re.compile(
        rf"^[ \t]*[\[(（]?{_WHEN}[\])）]?[ \t]+(?P<who>{_WHO})[ \t]*(?:[:：]|\r?$)", re.MULTILINE
    ),
)
_SAID = re.compile(r"^[ \t]*(?P<who>[^\s:：]{2,8})[:：]", re.MULTILINE)
# Between the days of a chat, and what it was copied from.
_RULE = re.compile(r"^[ \t]*[-—–─=_*]{2,}.{0,24}[-—–─=_*]{2,}[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one person said at one moment; ``spans`` is one span of the paste."""

    sender: str
    spans: tuple[Span]


def utterances(text: str) -> Iterator[Utterance]:
    """The bubbles of a chat in order; nothing where the text shows no two headers.

    What stands above the first header is an utterance of nobody.
    """
    headers = _headers(text)
    if not headers:
        return
    if text[: headers[0][0]].strip():
        yield Utterance("", (_trimmed(text, 0, headers[0][0]),))
    for (_, begin, who), (end, _, _) in pairwise([*headers, (len(text), len(text), "")]):
        rule = _RULE.search(text, begin, end)
        span = _trimmed(text, begin, rule.start() if rule else end)
        if span.start < span.end:
            yield Utterance(who, (span,))


def _headers(text: str) -> list[tuple[int, int, str]]:
    """Where each header starts and ends, and whom it names."""
    for header in _HEADERS:
        found = [(m.start(), m.end(), m["who"].strip()) for m in header.finditer(text)]
        if len(found) > 1:
            return found
    said = [m for m in _SAID.finditer(text) if PERSON.fullmatch(m["who"])]
    return [(m.start(), m.end(), m["who"]) for m in said] if len(said) > 1 else []


def _trimmed(text: str, start: int, end: int) -> Span:
    shown = text[start:end].strip()
    begin = start + text[start:end].index(shown)
    return Span(begin, begin + len(shown))
