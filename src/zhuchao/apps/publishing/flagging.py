"""What in a comment an editor should look at: ways to reach somebody, and words of promotion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhuchao.apps.parties.persons import NARROW, TELEPHONE
from zhuchao.tables.voices import promotions

LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|cn|net|top|xyz|vip|cc)\b", re.IGNORECASE
)
# A number or a name after the word for a messenger, written as people hide it.
MESSENGER = re.compile(
    r"(?:微信|薇信|威信|v信|vx|wx|qq|扣扣)\s*[号:：]?\s*[a-z0-9][\w-]{4,}", re.IGNORECASE
)
PATTERNS = (("telephone", TELEPHONE), ("contact", MESSENGER), ("link", LINK))


@dataclass(frozen=True, slots=True)
class Flag:
    """A place of a comment and why it is pointed out; ``kind`` has its word in the faces."""

    start: int
    end: int
    kind: str


def flags_of(text: str) -> tuple[Flag, ...]:
    """In the order of the text; where two begin together the longer one stands."""
    found = sorted(_flags(text), key=lambda each: (each.start, -each.end))
    kept: list[Flag] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _flags(text: str) -> Iterator[Flag]:
    narrow = text.translate(NARROW)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(narrow):
            yield Flag(*match.span(), kind)
    for word in promotions():
        for match in re.finditer(re.escape(word.word), narrow, re.IGNORECASE):
            yield Flag(*match.span(), word.kind)
