"""The items of a related list: titles, often said twice, with or without an excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zhuchao.core.reading import cues
from zhuchao.core.reading.judging import is_meta
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.links import absolute
from zhuchao.core.vocabulary.page import RelatedItem, ZoneKind
from zhuchao.core.vocabulary.read import Span

_DATED = re.compile(
    r"\s*[\[【(（]?(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d{1,2}[-/月]\d{1,2})日?[\]】)）]?$"
)
MAX_TITLE = 80
MIN_LINKED_TITLE = 6
MAX_ASIDE = 30
# Beside a date an item may name its source.
MAX_BESIDE = 12


def related_of(sheet: Sheet, kinds: Sequence[ZoneKind], *, base: str) -> tuple[RelatedItem, ...]:
    """The items in the order shown."""
    listed = [
        line
        for line, kind in zip(sheet.lines, kinds, strict=True)
        if kind is ZoneKind.RELATED and not cues.RELATED.match(line.plain)
    ]
    doubled = any(_same(a, b) for a, b in pairwise(listed))
    starts = list(_starts(listed, doubled))
    ends = [*starts[1:], len(listed)]
    runs = (listed[start:end] for start, end in zip(starts, ends, strict=False))
    return tuple(item for run in runs for item in _items(sheet.text, run, base))


def _same(one: Line, other: Line) -> bool:
    return key_of(one.text) == key_of(other.text)


def _starts(listed: Sequence[Line], doubled: bool) -> Iterator[int]:
    for index, line in enumerate(listed):
        if doubled:
            if index + 1 < len(listed) and _same(line, listed[index + 1]):
                yield index
        elif _is_title(line) and not _is_aside(line):
            yield index


def _is_title(line: Line) -> bool:
    if len(line.text) > MAX_TITLE or len(key_of(line.text)) < 4:
        return False
    return line.link_share > 0.5 or (not line.tag and not line.text.endswith(("。", "...", "…")))


def _is_aside(line: Line) -> bool:
    """A date, or how often an item was read, is no excerpt of it."""
    is_counted = len(line.text) <= MAX_ASIDE and bool(cues.READ_SO_OFTEN.search(line.plain))
    return is_counted or is_meta(line, MAX_BESIDE)


def _items(text: str, lines: Sequence[Line], base: str) -> Iterator[RelatedItem]:
    """The item of a run of lines; a line of several links is as many items."""
    several = [link for link in lines[0].links if len(key_of(link.text)) >= MIN_LINKED_TITLE]
    if len(several) < 2:
        yield _item(text, lines, base)
        return
    for link in several:
        at = lines[0].span.start + max(0, lines[0].text.find(link.text.strip()))
        shown = link.text.strip()
        yield RelatedItem(shown, "", Span(at, at + len(shown)), absolute(link.address, base=base))


def _item(text: str, lines: Sequence[Line], base: str) -> RelatedItem:
    title = lines[0]
    told = [line for line in lines[1:] if not _same(line, title) and not _is_aside(line)]
    span = Span(title.span.start, lines[-1].span.end)
    excerpt = Span(told[0].span.start, told[-1].span.end).of(text) if told else ""
    address = absolute(title.links[0].address, base=base) if title.links else ""
    shown = title.links[0].text.strip() if len(title.links) == 1 else title.text
    shown = _DATED.sub("", shown) or shown
    return RelatedItem(shown, excerpt, span, address)
