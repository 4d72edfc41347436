"""The items of a related list: titles, often said twice, with or without an excerpt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zhuchao.core.reading import cues
from zhuchao.core.reading.judging import is_meta
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.links import absolute
from zhuchao.core.reading.lists import is_head
from zhuchao.core.vocabulary.page import RelatedItem, ZoneKind
from zhuchao.core.vocabulary.read import Span

# An offer's price is no title of it.
_PRICE = re.compile(r"^(?!\d{1,2}[-/.]\d{1,2}\s)(?:面议|[\d.,~-]+\s*万?元?(?:\s*[/／]|\s|$))")
_PRICE_ALONE = re.compile(
    r"^(?:面议|价格面议|约?[\d.,~-]+\s*万?元?(?:\s*[/／·]\s*[^\s/／]{1,3}){0,3}(?:\s+(?:可贷款|起))?)$"
)
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_DAY = r"(?:(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|(?<!\d)\d{1,2}[-/月]\d{1,2})日?"
_DATED = re.compile(rf"\s*[\[【(（]?{_DAY}(?:\s*{_CLOCK})?[\]】)）]?$")
_AGO = r"[昨前今]天|刚刚|\d{1,3}\s?(?:分钟|小时|天|周|个?月|年)前"
_WHEN = rf"(?:{_DAY}|{_AGO})(?:\s*{_CLOCK})?|{_CLOCK}"
_COUNT = (
    r"\d[\d.,]*万?\+?\s*[条次个]?(?:评论?|跟[帖贴]|阅读|浏览|播放|围观|点?赞|回复)(?:\s*\d+)?"
    r"|(?:评论|跟[帖贴]|阅读|播放|点?赞)\s*[(（]?\d[\d.万+]*[)）]?"
)
# Who published an item, when, and how often it was read: 园区夜话 127评论 2天前.
_ASIDE = re.compile(rf"^[^。，！？]{{0,14}}?(?:[\s·|｜]*(?:{_WHEN}|{_COUNT}))+$")
_ASIDE_ENDS = frozenset("日天刚前论评帖贴读览放观围赞复.万+)）")
# For what a property is offered, and since when, behind what it is.
_OFFERED = re.compile(
    rf"\s+(?:面议|[\d.,~-]+\s*万?元?(?:[/／]\S{{1,3}}){{0,2}})(?:\s+(?:{_WHEN}))?$"
)
# The way to the item, below its excerpt.
_MORE = re.compile(
    r"^[\W_]*(?:查看|了解|阅读|点击|浏览)(?:查看|阅读)?(?:详情|更多|全文|原文|详细)[\W_]*$"
    r"|^[\W_]*(?:详情|详细|更多|全文|(?:read\s+)?more)[\W_]*$",
    re.I,
)
MAX_TITLE = 80
# So much longer than its title is an excerpt, and so large a share of the lines of a list.
LONGER, MIN_EXCERPTS = 1.2, 0.3
# A title is a link, but for the date beside it.
MIN_LINKED = 0.5
MIN_LINKED_TITLE = 6
MIN_KEY = 4
MIN_ALTERNATING = 4
# Where more lines of a list than this end in a date or a count, they are its titles.
MAX_SMALL = 0.6

Entry = tuple[Line, bool]
MAX_ASIDE = 30
# Beside a date an item may name its source.
MAX_BESIDE = 12


def related_of(sheet: Sheet, kinds: Sequence[ZoneKind], *, base: str) -> tuple[RelatedItem, ...]:
    """The items in the order shown."""
    listed = [
        line
        for line, kind in zip(sheet.lines, kinds, strict=True)
        if kind is ZoneKind.RELATED and not is_head(line)
    ]
    entries = list(zip(listed, _asides(listed), strict=True))
    looks = [sheet.containers[line.container][1:] if sheet.has_dom else () for line in listed]
    starts = list(_starts(entries, looks))
    ends = [*starts[1:], len(entries)]
    runs = (entries[start:end] for start, end in zip(starts, ends, strict=False))
    return tuple(item for run in runs for item in _items(sheet.text, run, base))


def _asides(listed: Sequence[Line]) -> list[bool]:
    """For each line whether it only tells by whom an item is, when, or how often it was read."""
    small = [_is_small(line) for line in listed]
    if sum(small) > MAX_SMALL * len(small):
        # Titles that bear their dates, then.
        small = [len(key_of(_DATED.sub("", line.plain))) < MIN_KEY for line in listed]
    small = small if any(small) else _alternating(listed)
    again = _said_again(listed)
    accounts = (
        line.text in again or _is_account(listed, small, at) for at, line in enumerate(listed)
    )
    return [is_small or is_account for is_small, is_account in zip(small, accounts, strict=True)]


def _alternating(listed: Sequence[Line]) -> list[bool]:
    """In plain text: names of accounts, each below the title of what it published."""
    names = [at % 2 == 1 and not line.tag for at, line in enumerate(listed)]
    are_short = all(
        len(name.text) <= MAX_BESIDE and len(name.text) < len(title.text)
        for title, name in zip(listed[::2], listed[1::2], strict=False)
    )
    is_list = are_short and len(listed) >= MIN_ALTERNATING
    return [is_list and is_name for is_name in names]


def _said_again(listed: Sequence[Line]) -> frozenset[str]:
    """Names of accounts that published several of the items."""
    short = (line for line in listed if len(line.text) <= MAX_BESIDE)
    said = Counter(line.text for line in short if not cues.SENTENCE.search(line.plain))
    for one, other in pairwise(listed):
        said[one.text] -= one.text == other.text
    return frozenset(text for text, times in said.items() if times > 1)


def _is_small(line: Line) -> bool:
    if any(len(key_of(link.text)) >= MIN_LINKED_TITLE for link in line.links):
        return False
    return _is_aside(line) or is_meta(line, MAX_BESIDE)


def _is_aside(line: Line) -> bool:
    text = line.plain
    # What ends otherwise is soon told apart from it.
    may_be = len(text) <= MAX_ASIDE and (text[-1] in _ASIDE_ENDS or text[-1].isdecimal())
    return may_be and bool(_ASIDE.match(text))


def _is_account(listed: Sequence[Line], small: Sequence[bool], at: int) -> bool:
    """In plain text: a short name between a title and a date is who published the item."""
    if listed[at].tag or not 0 < at < len(listed) - 1 or len(listed[at].text) > MAX_BESIDE:
        return False
    return small[at + 1] and not small[at - 1]


def _same(one: Line, other: Line) -> bool:
    return key_of(one.text) == key_of(other.text)


def _starts(entries: Sequence[Entry], looks: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Where items begin: at a title said twice in a row if the list says them so, else at each.

    Where lines look different by turns, titles are those that look like the first.
    """
    keys = [key_of(line.text) for line, _ in entries]
    size = _even(entries)
    if size:
        yield from range(0, len(entries), size)
        return
    twice = [at for at, (a, b) in enumerate(pairwise(keys)) if a == b]
    if twice:
        yield from twice
        return
    has_links = any(line.links for line, _ in entries)
    may_be = [
        at
        for at, (line, aside) in enumerate(entries)
        if not aside and _is_title(line, has_links=has_links)
    ]
    if not has_links and (titles := _above_excerpts(entries, may_be)):
        yield from titles
        return
    alike = [at for at in may_be if looks[at] == looks[may_be[0]]]
    is_by_turns = len(alike) > 1 and all(b - a > 1 for a, b in pairwise(alike))
    yield from alike if is_by_turns else may_be


def _above_excerpts(entries: Sequence[Entry], may_be: Sequence[int]) -> list[int]:
    """In plain text: the titles where excerpts, longer and in clauses, stand right below some.

    None where a clause follows on a clause: titles may be long as well.
    """
    told = {at for at in may_be if cues.CLAUSE.search(entries[at][0].plain)}
    above = [at - 1 for at in told]
    are_excerpts = all(
        at in may_be
        and at not in told
        and len(entries[at + 1][0].text) > LONGER * len(entries[at][0].text)
        for at in above
    )
    is_list = are_excerpts and len(told) >= MIN_EXCERPTS * len(may_be)
    return [at for at in may_be if at not in told] if is_list else []


def _even(entries: Sequence[Entry]) -> int:
    """How many lines each item has where each ends in a price; 0 where they have none."""
    priced = [at for at, (line, _) in enumerate(entries) if _PRICE.match(line.plain)]
    size = priced[0] + 1 if priced else 0
    is_even = size > 2 and len(priced) > 1 and all(b - a == size for a, b in pairwise(priced))
    return size if is_even and len(priced) * size == len(entries) else 0


def _is_title(line: Line, *, has_links: bool) -> bool:
    """A title is a link, unless the list shows none: scripts open its items, or it was copied."""
    if len(line.text) > MAX_TITLE or len(key_of(line.text)) < MIN_KEY:
        return False
    if _PRICE.match(line.plain):
        return False
    if not has_links:
        return not line.text.endswith(("。", "...", "…"))
    bare = len(_DATED.sub("", line.plain)) or 1
    return line.link_share * len(line.text) > MIN_LINKED * bare


def _items(text: str, run: Sequence[Entry], base: str) -> Iterator[RelatedItem]:
    """The item of a run of lines; a line of several links is as many items."""
    title, _ = run[0]
    several = [link for link in title.links if len(key_of(link.text)) >= MIN_LINKED_TITLE]
    if len(several) < 2:
        yield _item(text, run, base)
        return
    for link in several:
        at = title.span.start + max(0, title.text.find(link.text.strip()))
        shown = link.text.strip()
        yield RelatedItem(shown, "", Span(at, at + len(shown)), absolute(link.address, base=base))


def _is_remark(line: Line) -> bool:
    """What is said beside an item tells nothing of it."""
    return _is_aside(line) or bool(_MORE.match(line.plain) or _PRICE_ALONE.match(line.plain))


def _item(text: str, run: Sequence[Entry], base: str) -> RelatedItem:
    title, _ = run[0]
    others = (line for line, is_aside in run if not (is_aside or _same(line, title)))
    told = [line for line in others if not _is_remark(line)]
    span = Span(title.span.start, run[-1][0].span.end)
    excerpt = Span(told[0].span.start, told[-1].span.end).of(text) if told else ""
    address = absolute(title.links[0].address, base=base) if title.links else ""
    shown = title.links[0].text.strip() if len(title.links) == 1 else title.text
    shown = _DATED.sub("", _OFFERED.sub("", shown)) or shown
    return RelatedItem(shown, excerpt, span, address)
