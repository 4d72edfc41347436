"""A forwarded chat: who said what, by the headers that messengers put above each bubble."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.persons import PERSON
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.term import FieldKey

_CLOCK = r"(?:[上下]午|早上|晚上|中午|凌晨)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|[今昨前]天|(?:星期|周)[一二三四五六日天])"
_WHEN = rf"(?:{_DAY}\s*)?{_CLOCK}"
_WHO = r"[^\s:：\d][^\n:：]{0,23}?"
# 张经理 2026/3/2 14:05, then the bubble; 2026-03-02 14:05 张经理; [14:05] 张经理：the bubble.
_HEADERS = (
    re.compile(rf"^[ \t]*(?P<who>{_WHO})[ \t]+{_WHEN}[ \t]*\r?$", re.MULTILINE),
    re.compile(rf"^[ \t]*[【\[](?P<who>{_WHO})[ \t]+{_WHEN}[】\]]", re.MULTILINE),
    re.compile(
        rf"^[ \t]*[\[(（]?{_WHEN}[\])）]?[ \t]+(?P<who>{_WHO})[ \t]*(?:[:：]|\r?$)", re.MULTILINE
    ),
)
_SAID = re.compile(r"^[ \t]*(?P<who>[^\s:：]{2,8})[:：]", re.MULTILINE)
_NICKNAME = later(r"[小老阿][\u4e00-\u9fff]$")
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


def speaking(found: Sequence[Finding], text: str) -> list[Finding]:
    """What a chat tells without the names of those who only answer in it.

    Who tells a telephone is meant, else who tells most.
    """
    said = [each for each in utterances(text) if each.sender] if "\n" in text else []
    if len({each.sender for each in said}) < 2:
        return list(found)
    speaker = max(said, key=lambda each: _told_by(each.sender, said, found)).sender
    others = {each.sender for each in said} - {speaker}
    kept = [each for each in found if not _is_of(each, others)]
    if any(each.key is FieldKey.PERSON for each in kept):
        return kept
    name = PERSON.search(speaker) or _NICKNAME.search(speaker)
    at = text.index(speaker) + name.start() if name is not None else -1
    return [*kept, Finding(FieldKey.PERSON, name[0], at, at + len(name[0]))] if name else kept


def _is_of(found: Finding, senders: Iterable[str]) -> bool:
    is_person = found.key is FieldKey.PERSON and isinstance(found.value, str)
    return is_person and any(str(found.value) in sender for sender in senders)


def _told_by(sender: str, said: Iterable[Utterance], found: Iterable[Finding]) -> tuple[bool, int]:
    """Whether the sender's bubbles tell a telephone, and how much they tell."""
    spans = [each.spans[0] for each in said if each.sender == sender]
    told = [
        each
        for each in found
        if each.key is not FieldKey.PERSON
        and any(span.start <= each.start < span.end for span in spans)
    ]
    return any(each.key is FieldKey.TELEPHONE for each in told), len(told)
