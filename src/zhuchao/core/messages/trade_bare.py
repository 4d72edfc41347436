"""Lists of trades in an offer that no word calls: 摩配汽配船舶装备, 做机械配件、钢结构."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.trade_chunks import AWAY, Chunk
from zhuchao.core.messages.trade_lists import PREMISES, Member, Reader
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import FieldKey, Stance

_STANCES = {"soft": Stance.SOFT, "only": Stance.HARD}
_FEW, _MOST = 2, 40
# 做机械配件、钢结构: by a verb of his an owner says what may be done, unless it is of somebody.
_DONE = later(r"(?:可|能)?(?:做|搞|存|放|堆)(?![\u4e00-\u9fff、]*(?:[的了过嘅]|以前|原来))")
# 内衣👙家居服👗: a picture of what stands in front.
_PICTURED = re.compile("[\U0001f300-\U0001faff]")
_PICTURES = re.compile("[\U0001f300-\U0001faff\ufe0f\u200d]+")
_HAD = later(
    r"有(?![色机])|带(?![钢锯])|已|配[有备套]|临[近街]|靠近|附[近送]|赠|另|设有|齐|现成|设施|生活|食堂|超市|宿舍|旁|机器设备|办公[家桌设]|混凝土|幕墙|砖|瓦|吊顶|地板|墙面"
)
# 机器设备、货架 打包转让: what is sold or left along with the premises.
_ALONG = later("[ ,，]*[都全均也]*(?:打包|一起|一并|一同|留|送|转让|可用|折价|作价|齐)")


class Calling(NamedTuple):
    """Where trades stand that an offer calls or turns away, and what is found there."""

    start: int
    end: int
    finding: Finding


def listed(reader: Reader, chunks: Sequence[Chunk], found: Sequence[Calling]) -> Iterator[Calling]:
    """The first list that holds nothing but names of trades, where no word calls any."""
    run: list[Member] = []
    taken = sorted([(each.start, each.end) for each in found])
    has_pictures = _PICTURED.search(reader.text) is not None
    for at, chunk in enumerate(chunks):
        last = bisect_left(taken, (chunk.last,)) - 1
        is_taken = last >= 0 and taken[last][1] > chunk.first
        is_free = not (chunk.sense or chunk.is_labelled or is_taken)
        members = _alone(reader, chunk) if is_free else []
        is_pictured = has_pictures and _PICTURED.match(reader.text, chunk.last) is not None
        if not members and is_free and (is_pictured or (run and not _begins(reader, chunks, at))):
            one = _named(reader, chunk)
            is_more = bool(one and run) and len(run) < _MOST
            run = [*run, *one] if is_more or _begins(reader, chunks, at) else []
        members = members or (run if len(run) > 1 and not _goes_on(reader, chunks, at) else [])
        if members:
            yield calling_of(chunk, members)
            return


def _begins(reader: Reader, chunks: Sequence[Chunk], at: int) -> bool:
    return at == 0 or not _PICTURES.fullmatch(reader.text, chunks[at - 1].last, chunks[at].first)


def _goes_on(reader: Reader, chunks: Sequence[Chunk], at: int) -> bool:
    is_last = at + 1 == len(chunks)
    return not is_last and bool(
        _PICTURES.fullmatch(reader.text, chunks[at].last, chunks[at + 1].first)
        and not chunks[at + 1].sense
    )


def _named(reader: Reader, chunk: Chunk) -> list[Member]:
    """A stretch before a picture, where it is the name of a trade: 内衣 before 👙."""
    if reader.holds_else(chunk.start, chunk.end) or is_of_others(reader, chunk):
        return []
    members = reader.members(chunk.start, chunk.end)
    names = [each.named.ref.name for each in members]
    is_house = any(name in PREMISES for name in names)
    return members if all(map(reader.is_named, names)) and not is_house else []


def _alone(reader: Reader, chunk: Chunk) -> list[Member]:
    text, start, end = reader.text, chunk.start, chunk.end
    done = _DONE.match(text, start, end)
    start = done.end() if done else start
    if end - start < _FEW * _FEW or (done is None and reader.holds_else(start, end)):
        return []
    if _HAD.search(text, start, end) or _ALONG.match(text, chunk.last):
        return []
    if is_of_others(reader, chunk):
        return []
    members = reader.members(start, end)
    members = members if len(members) > 1 else reader.run_together(start, end) or members
    names = [each.named.ref.name for each in members]
    is_listed = len(members) >= _FEW and all(map(reader.is_named, names))
    is_house = any(name in PREMISES for name in names)
    is_refused = all(reader.cues.dirty.search(name) for name in names)
    return members if is_listed and not is_house and not is_refused else []


def calling_of(chunk: Chunk, members: Sequence[Member]) -> Calling:
    key = FieldKey.EXCLUDED_TRADE if chunk.sense in AWAY else FieldKey.TRADE
    named = [each.named for each in members]
    start, end = min(each.start for each in named), max(each.end for each in named)
    refs = tuple(dict.fromkeys(each.ref for each in named))
    finding = Finding(key, refs, start, end, stance=_STANCES.get(chunk.sense))
    return Calling(start, end, finding)


def is_of_others(reader: Reader, chunk: Chunk) -> bool:
    """隔壁做五金的: what is told of somebody else."""
    return reader.cues.foreign.search(reader.text, chunk.start, chunk.end) is not None
