"""Trades that an offer calls or turns away by a word beside their list: 金融科技优先, 禁存:橡胶."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.trade_bare import Calling, calling_of, is_of_others, listed
from zhuchao.core.messages.trade_chunks import AWAY, Chunk, read
from zhuchao.core.messages.trade_cues import Cues, cues_of
from zhuchao.core.messages.trade_lists import (
    CHUNK,
    LISTED,
    PREMISES,
    SOFT,
    Member,
    Reader,
    behind_bullet,
)
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance

# What may stand between the points of a list behind a label.
_POINT = re.compile(r"[;；,，\s\d.、)]*")
_TAKEN = (FieldKey.TRADE, FieldKey.EXCLUDED_TRADE, FieldKey.KIND)
_MUCH_ELSE = frozenset({"weak", "personal", "only"})
_AGAIN = re.compile("[也又更]?不(?:做|接|收|要|招|存|放|能做)(?=[\u4e00-\u9fffa-z]{2})")
_SHORT, _FEW = 3, 2
_HAD = frozenset("带有含可能已无包近靠临很较全")
_MOST = 40
_LONG, _FAR = 24, 12
_REFUSING = frozenset("❌✖✗✘🚫⛔❎🙅")
_SIGNS = {**dict.fromkeys(_REFUSING, "personal"), **dict.fromkeys("✅✔☑", "weak")}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
_APART = frozenset({"", " ", ",", "\n", "。", ";", "!", "\r"})


def called(
    text: str, parts: Sequence[Clause], found: Sequence[Finding], tables: Tables
) -> list[Finding]:
    """The findings with the trades of such stretches in place of what their words told alone."""
    cues = cues_of(tables)
    tokens = {token.start: token for part in parts for token in part.tokens}
    reader = Reader(text, tokens, tables, cues)
    callings = _callings(reader)
    if not callings:
        return list(found)
    ordered = sorted((one.start, one.end) for one in callings)
    furthest = list(accumulate((end for _, end in ordered), max))
    kept = [each for each in found if not _is_replaced(each, ordered, furthest)]
    return [*kept, *(one.finding for one in callings)]


def _is_replaced(found: Finding, ordered: list[tuple[int, int]], furthest: list[int]) -> bool:
    """Whether a calling reaches into it; ``furthest`` is how far those up to each one reach."""
    begun = bisect_left(ordered, (found.end,))
    is_inside = begun > 0 and furthest[begun - 1] > found.start
    return found.key in _TAKEN and is_inside


def _callings(reader: Reader) -> list[Calling]:
    chunks = _chunks(reader.text, reader.cues)
    found: list[Calling] = []
    for at, chunk in enumerate(chunks):
        if chunk.sense:
            members = _members(reader, chunks, at)
            if _is_told(chunk, members):
                found.append(calling_of(chunk, members))
        elif chunk.end - chunk.start > _LONG:
            found += _spoken(reader, chunk)
    if any(each.finding.key is FieldKey.TRADE for each in found):
        return _firmest(found)
    return [*found, *listed(reader, chunks, found)]


def _chunks(text: str, cues: Cues) -> list[Chunk]:
    chunks: list[Chunk] = []
    for each in CHUNK.finditer(text):
        first, last = each.span()
        start = behind_bullet(text, first, last)
        if start < last:  # 1. 零部件 2. 检测装备: a number alone only counts what follows.
            chunks.append(read(text, cues, first, start, last))
    return [_signed(text, each) for each in chunks] if _SIGN.search(text) else chunks


def _signed(text: str, chunk: Chunk) -> Chunk:
    """印花❌, 🚫化工, ✅五金: what a sign beside the words says of them."""
    if chunk.sense:
        return chunk
    if text[chunk.last : chunk.last + 1] in _REFUSING:
        return chunk._replace(sense="personal", where="behind")
    before = text[max(0, chunk.first - 4) : chunk.first].rstrip("\ufe0f ,")
    sense = _SIGNS.get(before[-1:], "") if before[-2:-1] in _APART else ""
    return chunk._replace(sense=sense, where="ahead") if sense else chunk


def _firmest(found: Sequence[Calling]) -> list[Calling]:
    """芯片老板看过来, 只给半导体的: what alone is let in, and no other that is called."""
    if all(each.finding.stance is not Stance.HARD for each in found):
        return list(found)
    return [
        each
        for each in found
        if each.finding.key is not FieldKey.TRADE or each.finding.stance is not None
    ]


def _spoken(reader: Reader, chunk: Chunk) -> Iterator[Calling]:
    """Of speech without stops: 适合做五金跟塑料的化工的就不要来了."""
    text, cues, end = reader.text, reader.cues, chunk.start
    for token in reader.between(chunk.start, chunk.end):
        if not token.has("trade") or token.start < end:
            continue
        least = max(chunk.start, token.start - _FAR)
        before = list(cues.amid.finditer(text, least, token.start))
        cue = before[-1] if before and before[-1].end() == token.start else None
        if cue is not None and cue.lastgroup:
            stop = text.find("的", token.end, chunk.end)
            end = stop if token.end <= stop <= token.end + _FAR else token.end
            told = chunk._replace(sense=cue.lastgroup, start=token.start, end=end)
        elif cues.refusing.match(text, token.end, chunk.end):
            end = token.end
            told = chunk._replace(sense="personal", start=token.start, end=end)
        else:
            continue
        members = reader.members(told.start, told.end)
        if members and all(each.is_known for each in members):
            yield calling_of(told, members)


def _is_told(chunk: Chunk, members: Sequence[Member]) -> bool:
    """Words that say much else, or turn people away, need a trade that is known, or a list."""
    if not members:
        return False
    is_of_house = all(each.named.ref.name in PREMISES for each in members)
    if chunk.where == "label" and is_of_house:
        return False  # 用途:办公
    if chunk.sense not in _MUCH_ELSE or len(members) >= LISTED:
        return True
    known = [each for each in members if each.is_known]
    return len(known) == len(members) or (bool(known) and len(members) > 1)


def _members(reader: Reader, chunks: Sequence[Chunk], at: int) -> list[Member]:
    """The members beside the cue, and those beyond the stops over which the list goes on."""
    chunk = chunks[at]
    if is_of_others(reader, chunk):
        return []
    is_empty = not reader.text[chunk.start : chunk.end].strip()
    own = [] if is_empty else _own(reader, chunk)
    if not own and not is_empty:
        return []
    if chunk.where == "behind":
        return [*_before(reader, chunks, at, is_empty=is_empty), *own]
    return [*own, *_further(reader, chunks, at, is_empty=is_empty)]


def _own(reader: Reader, chunk: Chunk) -> list[Member]:
    """The members beside the cue; 餐饮不做ktv tells another behind a cue of its own."""
    again = _AGAIN.search(reader.text, chunk.start + 1, chunk.end)
    if again is None or chunk.where != "ahead" or chunk.sense not in AWAY:
        return reader.members(chunk.start, chunk.end, may_begin_late=True)
    first = reader.members(chunk.start, again.start())
    rest = _own(reader, chunk._replace(start=again.end()))
    return [*first, *rest] if first and rest else []


def _before(reader: Reader, chunks: Sequence[Chunk], at: int, *, is_empty: bool) -> list[Member]:
    """粮食 化肥 农机都能放: stretches in front that hold nothing but trades."""
    found: list[Member] = []
    for back in range(at - 1, -1, -1):
        gap = reader.text[chunks[back].last : chunks[back + 1].first]
        members = _plainly(reader, chunks[back], gap)
        is_list = is_empty and not found and len(members) > 1
        if chunks[at].sense in AWAY and not is_empty and not _is_refused(reader, members, gap):
            break
        is_named = all(each.is_known for each in members) or (
            chunks[at].reaches and len(members) == 1 and _is_short(reader, chunks[back])
        )
        if not members or not (is_list or is_named) or len(found) > _MOST:
            break
        found = [*members, *found]
    return found


def _is_refused(reader: Reader, members: Sequence[Member], gap: str) -> bool:
    """智能装备、医疗器械 铸造不接: a list in front is of its own, unless of such kinds."""
    is_plain = len(members) < _FEW and not gap.strip(" ,，\t\u3000")
    return is_plain or any(reader.cues.dirty.search(each.named.ref.name) for each in members)


def _is_short(reader: Reader, chunk: Chunk) -> bool:
    """Whether a stretch is but a short word that no table knows."""
    at = range(chunk.first, chunk.last)
    is_had = reader.text[chunk.first] in _HAD
    return len(at) <= _SHORT and not is_had and not any(each in reader.tokens for each in at)


def _further(reader: Reader, chunks: Sequence[Chunk], at: int, *, is_empty: bool) -> list[Member]:
    """适合鞋服 电商: stretches behind with trades alone; behind a label they may be unknown."""
    found: list[Member] = []
    is_labelled = chunks[at].where == "label"
    for on in range(at + 1, len(chunks)):
        gap = reader.text[chunks[on - 1].last : chunks[on].first]
        is_line = (
            is_labelled and (is_empty or "\n" not in gap) and _POINT.fullmatch(gap) is not None
        )
        members = _plainly(reader, chunks[on], gap, is_line=is_line)
        is_first = is_empty and not found and (is_labelled or len(members) > 1)
        is_named = all(reader.is_named(each.named.ref.name) for each in members)
        if not members or not (is_first or is_line or is_named):
            break
        found += members
    return found


def _plainly(reader: Reader, chunk: Chunk, gap: str, *, is_line: bool = False) -> list[Member]:
    """The members of a stretch that has no cue, and no stop between it and its neighbour."""
    is_soft = is_line or SOFT.fullmatch(gap) is not None
    if chunk.sense or chunk.is_labelled or not is_soft or is_of_others(reader, chunk):
        return []
    return reader.members(chunk.start, chunk.end)
