"""Trades that an offer calls or turns away by a word beside their list: 金融科技优先, 禁存:橡胶."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.trade_cues import Cues, cues_of
from zhuchao.core.messages.trade_lists import BULLET, CHUNK, LISTED, PREMISES, SOFT, Member, Reader
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance

# What may stand between the points of a list behind a label.
_POINT = re.compile(r"[;；,，\s\d.、)]*")
_EXCEPT = re.compile(r"除(?:了|咗|开|去|却)?")
_TAKEN = (FieldKey.TRADE, FieldKey.EXCLUDED_TRADE, FieldKey.KIND)
_AWAY = frozenset({"barred", "personal"})
_MUCH_ELSE = frozenset({"weak", "personal", "only"})
# 抛光灰太大不行: why something is turned away; 化工的给座金山也不租.
_WHY = re.compile(
    r"(?:的|(?:因为?|由于)[^、]{1,6}|(?:[味灰尘烟]|味道|气味|粉尘|灰尘|噪音|噪声|动静|声音|污染|油烟|火险|风险|震动)(?:实在)?[太很比有]?[较点]?[大重多高吵])[^、]{0,8}$"
)
# 芯片这些租金可以再谈.
_TERMS = re.compile("(?:租金|房租|价格|价钱|租期|条件|佣金)[^、]{0,6}$")
_SHORT = 3
_HAD = frozenset("带有含可能已无包近靠临很较全")
_LONG, _FAR = 24, 12
# 产业门类, 禁限业态: labels that no table knows.
_OF_TRADES = re.compile("产业|行业|业态|品类|货[类种]")
_MAY_TELL = re.compile("要求|入驻|入园|准入|引进|门槛|方向|适[合宜用]|存[放储]")
_AGAINST = re.compile("[禁限不负拒排忌]")
_LONGEST_LABEL = 8
_STANCES = {"soft": Stance.SOFT, "only": Stance.HARD}


class _Chunk(NamedTuple):
    """A stretch between stops: what it says of trades, and where its list stands.

    ``sense`` is empty where it says nothing of any; ``where`` is "label", "ahead" or "behind" the
    list; ``reaches`` tells that a word for all of several goes with it. ``first`` and ``last``
    bound the whole stretch.
    """

    first: int
    last: int
    start: int
    end: int
    is_labelled: bool = False
    sense: str = ""
    where: str = ""
    reaches: bool = False


class _Calling(NamedTuple):
    start: int
    end: int
    finding: Finding


def called(
    text: str, parts: Sequence[Clause], found: Sequence[Finding], tables: Tables
) -> list[Finding]:
    """The findings with the trades of such stretches in place of what their words told alone."""
    cues = cues_of(tables)
    tokens = {token.start: token for part in parts for token in part.tokens}
    reader = Reader(text, tokens, tables, cues)
    callings = list(_callings(reader))
    if not callings:
        return list(found)
    kept = [each for each in found if not any(_is_replaced(each, one) for one in callings)]
    return [*kept, *(one.finding for one in callings)]


def _is_replaced(found: Finding, calling: _Calling) -> bool:
    is_inside = found.start < calling.end and calling.start < found.end
    return found.key in _TAKEN and is_inside


def _callings(reader: Reader) -> Iterator[_Calling]:
    spans = [each.span() for each in CHUNK.finditer(reader.text)]
    # 1. 零部件 2. 检测装备: a number between blanks only counts what follows.
    spans = [each for each in spans if not BULLET.fullmatch(reader.text, *each)]
    chunks = [_read(reader, *each) for each in spans]
    for at, chunk in enumerate(chunks):
        if chunk.sense:
            members = _members(reader, chunks, at)
            if _is_told(chunk, members):
                yield _calling(chunk, members)
        elif chunk.end - chunk.start > _LONG:
            yield from _spoken(reader, chunk)


def _spoken(reader: Reader, chunk: _Chunk) -> Iterator[_Calling]:
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
            yield _calling(told, members)


def _calling(chunk: _Chunk, members: Sequence[Member]) -> _Calling:
    key = FieldKey.EXCLUDED_TRADE if chunk.sense in _AWAY else FieldKey.TRADE
    named = [each.named for each in members]
    start, end = min(each.start for each in named), max(each.end for each in named)
    refs = tuple(dict.fromkeys(each.ref for each in named))
    finding = Finding(key, refs, start, end, stance=_STANCES.get(chunk.sense))
    return _Calling(start, end, finding)


def _is_told(chunk: _Chunk, members: Sequence[Member]) -> bool:
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


def _read(reader: Reader, first: int, last: int) -> _Chunk:
    """What the stretch says of trades: behind them, or ahead, or as their label."""
    text, cues = reader.text, reader.cues
    bullet = BULLET.match(text, first, last)
    start = bullet.end() if bullet else first
    colon = text.find(":", start, last)
    label = _label(text, cues, start, colon) if colon > 0 else ""
    start = colon + 1 if colon > 0 else start
    bullet = BULLET.match(text, start, last)
    start = bullet.end() if bullet and colon > 0 else start
    chunk = _Chunk(first, last, start, last, colon > 0)
    told = _behind(text, cues, chunk) or _ahead(text, cues, chunk)
    return told or chunk._replace(sense=label, where="label" if label else "")


def _label(text: str, cues: Cues, start: int, colon: int) -> str:
    """The sense of a label; one that no table knows may be a cue by itself: 劝退:家具."""
    label = text[start:colon]
    if label in cues.labels or not label:
        return cues.labels.get(label, "")
    found = cues.ahead.fullmatch(label) or cues.behind.fullmatch(label)
    if found is None and len(label) <= _LONGEST_LABEL:
        if _OF_TRADES.search(label):
            return "barred" if _AGAINST.search(label) else "welcome"
        return "weak" if _MAY_TELL.search(label) else ""
    return (found.lastgroup or "") if found else ""


def _behind(text: str, cues: Cues, chunk: _Chunk) -> _Chunk | None:
    start, end = chunk.start, chunk.end
    if start == end or (text[end - 1] not in cues.last and cues.no.isdisjoint(text[start:end])):
        return None
    found = cues.behind.search(text, start, end)
    if found is None or not found.lastgroup or found.start() == start < found.end() < end:
        return None
    sense, stands = found.lastgroup, found.start()
    but = _EXCEPT.match(text, start, stands)
    if but is not None:
        return chunk._replace(start=but.end(), end=stands, sense="barred", where="behind")
    why = (_WHY if sense in _AWAY else _TERMS).search(text, start, stands)
    chunk = chunk._replace(
        end=why.start() if why and why.start() > start else stands,
        sense=sense,
        where="behind",
        reaches=cues.every.search(found[0]) is not None,
    )
    ahead = _ahead(text, cues, chunk)
    if ahead is None:
        return chunk
    return ahead._replace(sense=ahead.sense if ahead.sense in _AWAY else sense, where="behind")


def _ahead(text: str, cues: Cues, chunk: _Chunk) -> _Chunk | None:
    found = cues.ahead.match(text, chunk.start, chunk.end)
    if found is None or not found.lastgroup:
        return None
    return chunk._replace(start=found.end(), sense=found.lastgroup, where="ahead")


def _members(reader: Reader, chunks: Sequence[_Chunk], at: int) -> list[Member]:
    """The members beside the cue, and those beyond the stops over which the list goes on."""
    chunk = chunks[at]
    if _is_of_others(reader, chunk):
        return []
    is_empty = not reader.text[chunk.start : chunk.end].strip()
    own = [] if is_empty else reader.members(chunk.start, chunk.end, may_begin_late=True)
    if not own and not is_empty:
        return []
    if chunk.where == "behind":
        return [*_before(reader, chunks, at, is_empty=is_empty), *own]
    return [*own, *_further(reader, chunks, at, is_empty=is_empty)]


def _is_of_others(reader: Reader, chunk: _Chunk) -> bool:
    """隔壁做五金的: what is told of somebody else."""
    return reader.cues.foreign.search(reader.text, chunk.start, chunk.end) is not None


def _before(reader: Reader, chunks: Sequence[_Chunk], at: int, *, is_empty: bool) -> list[Member]:
    """粮食 化肥 农机都能放: stretches in front that hold nothing but trades."""
    found: list[Member] = []
    for back in range(at - 1, -1, -1):
        gap = reader.text[chunks[back].last : chunks[back + 1].first]
        members = _plainly(reader, chunks[back], gap)
        is_list = is_empty and not found and len(members) > 1
        is_named = all(each.is_known for each in members) or (
            chunks[at].reaches and len(members) == 1 and _is_short(reader, chunks[back])
        )
        if not members or not (is_list or is_named):
            break
        found = [*members, *found]
    return found


def _is_short(reader: Reader, chunk: _Chunk) -> bool:
    """Whether a stretch is but a short word that no table knows."""
    at = range(chunk.first, chunk.last)
    is_had = reader.text[chunk.first] in _HAD
    return len(at) <= _SHORT and not is_had and not any(each in reader.tokens for each in at)


def _further(reader: Reader, chunks: Sequence[_Chunk], at: int, *, is_empty: bool) -> list[Member]:
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


def _plainly(reader: Reader, chunk: _Chunk, gap: str, *, is_line: bool = False) -> list[Member]:
    """The members of a stretch that has no cue, and no stop between it and its neighbour."""
    is_soft = is_line or SOFT.fullmatch(gap) is not None
    if chunk.sense or chunk.is_labelled or not is_soft or _is_of_others(reader, chunk):
        return []
    return reader.members(chunk.start, chunk.end)
