"""Firms that are named without any ending, told by what stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.marks import Ground, Mark, Named
from zhuchao.core.facts.naming import name_start, without_generic
from zhuchao.core.vocabulary.fact import OrganisationKind

SHORTEST, LONGEST = 3, 8
NAMED_BY_ACT = "按上下文认作企业"
# 比克新能源董事长张某: only firms have these.
OFFICE = re.compile(
    r"(?:副)?董事长|(?:副)?总经理|(?:高级|执行)?(?:副)?总裁|(?:联合)?创始人|首席执行官"
)
# 泓川股份(600000): a listed firm with its code.
LISTED = re.compile(r"\((?:股票代码|证券代码|代码)?:?\d{6}(?:\.[a-z]{2})?")
ACTS = re.compile(
    r"(?:\d+日)?(?:晚间?|午间)?(?:发布公告|公告称?|披露|宣布|拟(?:以|向|收购|购买|出资|投资|增资)|以[^,，。]{2,14}(?:收购|购买|受让)"
    r"|收购|并购|增持|认购|受让|入股|注资|出资|竞得)"
)
TAKEN = re.compile(
    r"(?:收购|并购|受让|增资|入股|购买|持有|控股)了?(?P<name>[\u4e00-\u9fffa-z]{3,8}?)(?:剩余|全部|部分)?的?(?:\d[\d.]*%|控股权|股权|股份|全部股权)"
)
TAKEN_SIGN = re.compile(r"[%股]")
# Each pattern with a quick one without which it finds nothing.
SIGNED = (
    (OFFICE, re.compile(r"董事长|总经理|总裁|创始人|首席")),
    (LISTED, re.compile(r"\(")),
    (ACTS, re.compile(r"公告|披露|宣布|拟[以向收购出投增]|购|增持|受让|入股|注资|出资|竞得")),
)
CLAUSE_START = re.compile(r"(?:^|[,，。;；:：\s、“]|日|月|年|称|显示)$")
NAME = re.compile(r"[\u4e00-\u9fffa-z]+")
NO_NAME = re.compile(
    r"辞去|聘任|同意|(?:太|国|华|东|南|西|北|中)区$|公司|能否|符合|土地|地块|竞买|受让人|意向|是否|本次|此次|上述|该|其|股东|控制人|董事会|日|年|月|公告|方案|交易|全资|报告|同时|此外|目前|日前|因此|以及|将|已|拟|对|通过|自|个|名|家|证监会|记者|消息"
)


def acting_of(ground: Ground, taken: Sequence[Mark]) -> tuple[Named, ...]:
    """The firms that no other name covers, in order."""
    candidates = list(_candidates(ground))
    if not candidates:
        return ()
    covered = {at for mark in taken for at in range(mark.start, mark.end)}
    found = {
        (start, end)
        for start, end in candidates
        if SHORTEST <= end - start <= LONGEST
        and covered.isdisjoint(range(start, end))
        and _is_name(ground, start, end)
    }
    return tuple(
        Named(start, end, ground.text[start:end], OrganisationKind.COMPANY, NAMED_BY_ACT)
        for start, end in sorted(found)
    )


def _candidates(ground: Ground) -> Iterator[tuple[int, int]]:
    for pattern in (pattern for pattern, sign in SIGNED if sign.search(ground.text)):
        for found in pattern.finditer(ground.text):
            start = without_generic(ground, name_start(ground, found.start()), found.start())
            is_firm = pattern is not ACTS or CLAUSE_START.search(ground.text, 0, start)
            if is_firm:
                yield start, found.start()
    for found in TAKEN.finditer(ground.text) if TAKEN_SIGN.search(ground.text) else ():
        yield found.span("name")


def _is_name(ground: Ground, start: int, end: int) -> bool:
    text = ground.text[start:end]
    roles = ("generic", "cut", "metric", "title", "place", "ending", "afterperson", "stage")
    is_word = any(text in ground.lexicon.words(role) for role in roles)
    is_place = any(mark.start == start and mark.end == end for mark in ground.places)
    is_word = is_word or any(True for _ in ground.lexicon.words("title").found(text))
    return bool(NAME.fullmatch(text)) and not (is_word or is_place or NO_NAME.search(text))
