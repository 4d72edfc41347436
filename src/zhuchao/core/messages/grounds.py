"""Towns and quarters by their names: behind a division, in a list of such, or beside one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from zhuchao.core.messages.lexicon import Lexicon, longest
from zhuchao.core.messages.likeness import likeness
from zhuchao.core.text.later import later

LONGEST, SHORTEST = 6, 2
# 洛阳镇 in 武进: with its ending a name is a town's, whatever else bears it.
_ENDING = later("街道|镇(?![上里区长])|乡(?!下)")
# 城北厂房, 老火车站: where in a town, and no town's name.
_COMMON = later(
    "城[东西南北中郊关区]|[东西南北]部|火车站|车站|站前|建设|中心|新城|工业|幸福|团结|友好|向上|小镇|新区|园区|老厂|空港|港口|机场"
    "|留下|马上|海边|河边|下水|出来|第[一二三四五六七八九十]|.*(?:路|大街|大道)$"
)
# 三楼, 一亩: what is counted.
_COUNT = later(
    "[一二两三四五六七八九十百千万半几][平方米亩层楼栋幢万千百十块元吨台个间号房套年月天万]"
)
_ROAD = re.compile("[东西南北中]?(?:路|大道|大街|街(?!道))")
# 昆山陆家/千灯, 太和、人和: what may stand between two of a list.
# 苏州工业园区胜浦, 南昌高新艾溪湖: a zone may stand between a city and its town, too.
_BETWEEN = later(
    r"\s?(?:镇|街道|乡)?\s?(?:以及|或者?|[、/和及跟与,，;；|&+]|还有|[兼同])\s?|\s?[-—·]?\s?"
    r"|\s?[\u4e00-\u9fff]{0,2}?(?:工业园区?|高新区?|经开区?|开发区|新区|园区|[市县区])\s?"
)
LONGEST_GAP = 7
# 在织里, 换到苏溪: what may stand in front of a town whose city was named before.
_BEFORE = frozenset(" \n\t\r,，。;；!！?？、/:：(（[【-—·~|在到去往找求租要寻是于位喺")
_BEHIND = later(
    r"$|[\s,，。;；!！?？、/)）\]】|\-—~]|镇|街道|乡|社区|村|片区?|工业|产业|科技|园|开发|附近|周边|一带|这边|那边|那块"
    r"|[那嗰呢这]|[两三四][地个]|等|也|或|和|及|跟|都|的|有|均|太|远|莫|勿|别|唔|嫌|就|两边|优先|最|为宜|为主|不|找|租|求|要|\d|嘅|[一二两三四五六七八九十]{1,3}[楼层千百万]"
)
_LABEL = re.compile(
    r"(?:地[点址段区方]|区域|位置|片区|选址|范围|[落意目]\w{0,2}[向地])(?:在|是|为)?[:：]?\s*$"
)
_LABEL_ENDS = frozenset("点址段区方域置围向地是为在:：")
LEADING = frozenset("在到去往:")
# Behind these a name may stand that no place before it explains; nothing stands before the first.
OPENING = _BEFORE | LEADING | {""}
_LEADS = later(rf"(?:{_LABEL.pattern}|[想要拟换搬迁]|准备|计划|打算|考虑|看看)(?:在|到|去|往)?$")
ANYWHERE = ("",)
# How much a name must look like a town's: where its city was named elsewhere, where words lead to
# it among other places, and where it is the first place of all. Measured 2026-11-29 on the messages
# for tuning: 第一, 长期, 地方 lie below, 云岫 and 深汕 above.
BESIDE_OTHERS, BY_ITSELF, FIRST = -1.5, 3.0, 0.0
# The municipalities, whose counties lie in no other city.
_CITIES = frozenset({"11", "12", "31", "50"})


class Ground(NamedTuple):
    """What places were named so far: where the last one ends, and what lies in it and in all.

    ``inner`` are the codes' beginnings of the last division, ``around`` those of its city,
    ``known`` those of the cities of all.
    """

    end: int = -1
    inner: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    known: tuple[str, ...] = ()

    def with_division(self, end: int, codes: tuple[str, ...]) -> Ground:
        """Behind one more division."""
        inner, around = _inner_and_around(codes)
        known = (*self.known, *[each for each in around if each not in self.known])
        return Ground(end, inner, around, known)

    def holds(self, codes: Iterable[str]) -> bool:
        """Whether one of these divisions lies in the last one named."""
        return any(code.startswith(self.inner) for code in codes)


NOWHERE = Ground()


@lru_cache(maxsize=4096)
def _inner_and_around(codes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How the codes of what lies in divisions begin, and of what lies in their cities."""
    inner = tuple(beginning(code) for code in codes)
    return inner, tuple({city_of(each) for each in inner if len(each) > 2 or each in _CITIES})


def city_of(start: str) -> str:
    """How the codes of the city begin in which a division lies, by its code or its beginning."""
    return start[:2] if start[:2] in _CITIES else start[:4]


def beginning(code: str) -> str:
    """How the codes of all that lies in a division begin: 3205 for 苏州."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def town_at(text: str, at: int, ground: Ground, lexicon: Lexicon) -> str:
    """The town or quarter that begins there, of a division named before; empty where none does."""
    if text[at : at + 2] not in lexicon.town_openings:
        return ""
    if at == ground.end and ground.around:
        return max(
            _named(text, at, ground.inner, lexicon),
            _named(text, at, ground.around, lexicon),
            key=len,
        )
    is_near = at - ground.end <= LONGEST_GAP and _BETWEEN.fullmatch(text, ground.end, at)
    if not is_near and not _begins_there(text, at):
        return ""
    within = ground.around if is_near else ground.known
    name = _named(text, at, within, lexicon) if within else ""
    if name and not is_near and likeness(name, lexicon.town_weights) < BESIDE_OTHERS:
        name = ""
    name = name or _by_itself(text, at, lexicon, is_first=not ground.known)
    return name if name and _ends_there(text, at + len(name), lexicon) else ""


def _by_itself(text: str, at: int, lexicon: Lexicon, *, is_first: bool) -> str:
    """搬到燕郊, 地点:虞山, 亦庄找仓库: what only one city has, led to by words, or named first."""
    is_led = text[at - 1 : at] in LEADING and _LEADS.search(text, max(0, at - 6), at) is not None
    is_first = is_first and _begins_there(text, at)
    name = _named(text, at, ANYWHERE, lexicon) if is_led or is_first else ""
    if not name or likeness(name, lexicon.town_weights) < (FIRST if is_first else BY_ITSELF):
        return ""
    is_of_division = name in lexicon.divisions and name not in lexicon.known_quarters
    return name if codes_alone(name, lexicon) and not is_of_division else ""


def codes_alone(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Where a town lies that no place explains: as people know it, or as one city alone has it."""
    codes = lexicon.towns.get(name, ())
    is_one = len({city_of(code) for code in codes}) == 1
    narrow = tuple([code for code in codes if not code.endswith("00")] or codes)
    return lexicon.known_quarters.get(name) or (narrow if is_one else ())


def town_in(text: str, at: int, codes: Iterable[str], lexicon: Lexicon) -> str:
    """The town of one of these divisions that begins there; empty where none does."""
    return _named(text, at, tuple(beginning(code) for code in codes), lexicon)


def stands_alone(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name stands between stops, or words that go with places."""
    return _begins_there(text, start) and _ends_there(text, end, lexicon)


def _begins_there(text: str, at: int) -> bool:
    if at == 0 or text[at - 1] in _BEFORE:
        return True
    may_be_label = text[at - 1] in _LABEL_ENDS or text[at - 1].isspace()
    return may_be_label and _LABEL.search(text, max(0, at - 6), at) is not None


def _ends_there(text: str, end: int, lexicon: Lexicon) -> bool:
    return _BEHIND.match(text, end) is not None or bool(longest(lexicon.words, text, end))


def _named(text: str, at: int, within: tuple[str, ...], lexicon: Lexicon) -> str:
    towns = lexicon.towns
    for end in range(min(len(text), at + LONGEST), at + SHORTEST - 1, -1):
        name = text[at:end]
        if name not in towns:
            continue  # before more is asked: most names are none
        is_within = any(code.startswith(within) for code in towns[name])
        if is_within and _is_meant(text, at, name, lexicon):
            return name
    return ""


def _is_meant(text: str, at: int, name: str, lexicon: Lexicon) -> bool:
    """Not 灯具 in 千灯具, 人民路, nor a word of the trade, unless it is called a town."""
    end = at + len(name)
    if _ENDING.match(text, end):
        return True
    is_road = _ROAD.match(text, end) is not None or _COUNT.match(name) is not None
    if is_road or _COMMON.fullmatch(name) or len(longest(lexicon.words, text, at)) >= len(name):
        return False
    return len(longest(lexicon.words, text, end - 1)) <= 1
