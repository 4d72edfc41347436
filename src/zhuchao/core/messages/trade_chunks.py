"""Stretches of an offer between its stops, and what they say of the trades beside a cue."""

from __future__ import annotations

import re
from typing import NamedTuple

from zhuchao.core.messages.trade_cues import Cues
from zhuchao.core.messages.trade_lists import behind_bullet
from zhuchao.core.text.later import later

# The senses that turn away.
AWAY = frozenset({"barred", "personal"})
# 优先引进玩具企业, 只接五金类的: what stands ahead says how firmly it is meant.
_FIRM = frozenset({"soft", "only"})
_EXCEPT = re.compile(r"除(?:了|咗|开|去|却)?")
# 抛光灰太大不行: why something is turned away; 化工的给座金山也不租.
_WHY = later(
    r"(?:的|有(?:[异臭]?味道?|气味|粉尘|灰尘|噪[音声]|污染|排放|废[水气]|明火|火险)|(?:因为?|由于)[^、]{1,6}|(?:[味灰尘烟]|味道|气味|粉尘|灰尘|噪音|噪声|动静|声音|污染|油烟|火险|风险|震动)(?:实在)?[太很比有]?[较点]?[大重多高吵])[^、]{0,8}$"
)
# 风机塔筒可享免租两年.
_BENEFIT = re.compile(
    "(?:可?享受?|给予?|另?有)[^、]{0,4}(?:优惠|补贴|补助|免租|返税|返还|减免|奖励|扶持)[^、]{0,4}$"
)
# How such words end, and how far from the end they may.
_BENEFIT_ENDS, _BENEFIT_REACH = frozenset("惠贴助租税还免励持"), 5
# 芯片这些租金可以再谈.
_TERMS = re.compile("(?:租金|房租|价格|价钱|租期|条件|佣金)[^、]{0,6}$")
# 产业门类, 禁限业态: labels that no table knows.
_OF_TRADES = re.compile("产业|行业|业态|品类|货[类种]")
_MAY_TELL = later("要求|入驻|入园|准入|引进|门槛|方向|适[合宜用]|存[放储]")
_AGAINST = later("[禁限不负拒排忌]")
_LONGEST_LABEL = 8
_SEEKING = re.compile(
    r"(?:[^、:]{0,4}?(?:诚|想|要|欢迎|希望))?(?:找|寻|招|引进?|等|盼|留给|租给|匀给|让给|转给|分给|接给)"
    r"(?:一?[家位个户名]|[几两][家位个户])?(?:同样?|也)?是?"
    r"(?:做|搞|弄|干|开|放|存|养|从事|经营|生产)(?:点|些)?"
)
# 产业准入为, 适合行业包括: a label in speech, whatever it is called.
_CALLED = re.compile(
    r"[^、:]{0,6}?(?:产业|行业|业态|品类|货种|赛道|准入|招商|入驻|入园)"
    r"(?:准入|方向|要求|定位|限定|类型|类别|范围|目录|重点|领域|条件|门槛|导向)?"
    r"(?:主要|暂时?|目前|重点)?(?:为|是(?!否)|包括|包含|涵盖|以(?=.*为主))"
)


class Chunk(NamedTuple):
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


def read(text: str, cues: Cues, first: int, start: int, last: int) -> Chunk:
    """What the stretch says of trades: behind them, or ahead, or as their label.

    ``start`` is where it begins behind a bullet.
    """
    label = ""
    colon = text.find(":", start, last)
    if colon > 0:
        label = _label(text, cues, start, colon)
        start = behind_bullet(text, colon + 1, last)
    chunk = Chunk(first, last, start, last, colon > 0)
    told = (_behind(text, cues, chunk) if start < last else None) or _ahead(text, cues, chunk)
    if told is None and not label and colon > 0:
        told = _sought(text, chunk._replace(start=first, end=colon))
    if told is not None:
        return told
    return chunk._replace(sense=label, where="label") if label else chunk


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


def _behind(text: str, cues: Cues, chunk: Chunk) -> Chunk | None:
    start, end = chunk.start, chunk.end
    if not _BENEFIT_ENDS.isdisjoint(text[max(start, end - _BENEFIT_REACH) : end]):
        benefit = _BENEFIT.search(text, start, end)
        if benefit is not None:
            return chunk._replace(end=benefit.start(), sense="weak", where="behind")
    if text[end - 1] not in cues.last and cues.no.isdisjoint(text[start:end]):
        return None
    found = cues.behind.search(text, start, end)
    if found is None or not found.lastgroup or found.start() == start < found.end() < end:
        return None
    sense, stands = found.lastgroup, found.start()
    but = _EXCEPT.match(text, start, stands)
    if but is not None:
        return chunk._replace(start=but.end(), end=stands, sense="barred", where="behind")
    why = (_WHY if sense in AWAY else _TERMS).search(text, start, stands)
    chunk = chunk._replace(
        end=why.start() if why and why.start() > start else stands,
        sense=sense,
        where="behind",
        reaches=cues.every.search(found[0]) is not None,
    )
    ahead = _ahead(text, cues, chunk)
    if ahead is None:
        return chunk
    is_firmer = ahead.sense in AWAY or (ahead.sense in _FIRM and sense not in AWAY | _FIRM)
    return ahead._replace(sense=ahead.sense if is_firmer else sense, where="behind")


def _ahead(text: str, cues: Cues, chunk: Chunk) -> Chunk | None:
    called = _CALLED.match(text, chunk.start, chunk.end)
    if called is not None:
        sense = "barred" if _AGAINST.search(called[0]) else "welcome"
        return chunk._replace(start=called.end(), sense=sense, where="ahead")
    found = cues.ahead.match(text, chunk.start, chunk.end)
    if found is not None and found.lastgroup:
        return chunk._replace(start=found.end(), sense=found.lastgroup, where="ahead")
    return _sought(text, chunk)


def _sought(text: str, chunk: Chunk) -> Chunk | None:
    """想引一家做灯具的进来, 找个同做饰品的拼一拼: whom the owner looks for."""
    found = _SEEKING.match(text, chunk.start, chunk.end)
    if found is None:
        return None
    end = text.find("的", found.end(), chunk.end)
    return chunk._replace(
        start=found.end(), end=end if end > 0 else chunk.end, sense="weak", where="ahead"
    )
