"""The quantities of a run of tokens: which numbers are figures, and which belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.quantities import UNATTACHED, Quantity, quantity_at
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.units import BARE, MONEY

RATED = frozenset({"area", "mu", "days", "months", "years"})
# 六层, 1号楼: a number of storeys, or of a house.
NUMBERED = ("层", "号楼", "号厂", "号库", "号车间", "#楼", "#厂", "#库")
NUMBERING = frozenset(each[0] for each in NUMBERED)
WHOSE = "whose"
LATER_YEARS = frozenset({"次年", "第二年", "第三年", "第四年", "第五年", "第六年"})
SAID_BEFORE = 14
# So many of a machine a sign to multiply by may count: 32t×1.
MOST_TIMES = 20
LEAST_WHOLE = 500.0
TALL = frozenset({"高", "高度", "标高"})
# What may say how high a house is: 厂房高8米, 一楼高6米, 净高约9米.
OF_HOUSE = frozenset({"value", "head", "bound", "stance", "side"})
JOINS_HEIGHT = frozenset("约有达带都均的为是且可也仅就总净内层房库仓间厂楼栋幢屋顶米平方个㎡，,")
TIMES = {"days": "day", "months": "month", "years": "year"}


def quantities_of(
    text: str, run: Iterable[Token], lexicon: Lexicon
) -> tuple[list[Quantity], list[Token]]:
    """The quantities, and the tokens without marks and without numbers inside of a quantity."""
    found: list[Quantity] = []
    kept: list[Token] = []
    is_of_others = False  # 隔壁租20: what others pay or paid
    mark, number = Kind.MARK, Kind.NUMBER
    for token in run:
        if token.kind is mark:
            is_of_others = False  # 首付3成 首层7米: behind a blank something else is told
            continue
        if token.kind is number:
            if found and token.start < found[-1].end:
                continue
            if not is_of_others:
                _take(text, token, found, kept, lexicon)
        elif "other" in token.roles:
            is_of_others = is_of_others or token.has("other", WHOSE)
        kept.append(token)
    return found, kept


def _take(
    text: str, token: Token, found: list[Quantity], kept: Sequence[Token], lexicon: Lexicon
) -> None:
    before = kept[-1] if kept else None
    is_of_other = _is_of_other(text, kept, token) or _is_height_of_other(text, kept, token, found)
    if not is_of_other:
        quantity = quantity_at(text, token, before, lexicon)
        if found:
            quantity = _behind(found[-1], quantity)
        if quantity.dimension not in UNATTACHED:
            _add(found, quantity, kept)


def _behind(last: Quantity, found: Quantity) -> Quantity:
    """2100平4米2: right behind a figure nothing unread leads the next; 32t×1 counts machines."""
    is_times = found.is_times and found.dimension == BARE and last.dimension == "tonnes"
    if is_times and found.figure <= MOST_TIMES:
        found = found._replace(dimension="count")
    is_beside = found.start == last.end and found.is_led_by_unread
    return found._replace(is_led_by_unread=False) if is_beside else found


def _is_of_other(text: str, kept: Sequence[Token], token: Token) -> bool:
    """月台高度1.3米, 柱距9米, 六层: a figure of what is no field."""
    before = kept[-1] if kept else None
    if before is not None and "bound" in before.roles and len(kept) > 1:
        ahead = kept[-2]
        if "other" in ahead.roles and before.start - ahead.end <= 1:
            return not _is_first_paid(text, ahead)  # 跨度不小于21米
    is_numbered = text[token.end : token.end + 1] in NUMBERING and _is_numbered(text, token.end)
    if is_numbered or text[token.start - 1 : token.start] == "第":
        return True
    if before is None or "other" not in before.roles or token.start - before.end > 1:
        return False
    return not _is_first_paid(text, before)


def _is_numbered(text: str, at: int) -> bool:
    return text.startswith(NUMBERED, at) and not text.startswith("层高", at)


def _is_height_of_other(
    text: str, kept: Sequence[Token], token: Token, found: Sequence[Quantity]
) -> bool:
    """货架高9米, 大车高4米2: what stands right in front of its height is no house."""
    head = kept[-1] if kept else None
    if head is None or head.text not in TALL or token.start - head.end > 1:
        return False
    if found and found[-1].end == head.start:
        return False  # 2000平高8米
    ahead = kept[-2] if len(kept) > 1 and kept[-2].end == head.start else None
    if ahead is not None:
        return ahead.kind is Kind.WORD and OF_HOUSE.isdisjoint(ahead.roles)
    letter = text[head.start - 1 : head.start]
    return letter.isalpha() and not letter.isascii() and letter not in JOINS_HEIGHT


def _is_first_paid(text: str, year: Token) -> bool:
    """前两年免租,第三年起9元: behind a time without rent the first step is what is paid."""
    return year.text in LATER_YEARS and "免" in text[max(0, year.start - SAID_BEFORE) : year.start]


def _add(quantities: list[Quantity], found: Quantity, kept: Sequence[Token]) -> None:
    """Adds a quantity, which may take those in front that only say what it is for."""
    start = found.start
    while quantities and _is_what_for(quantities[-1], found, start):
        start = quantities.pop().start
    if quantities and _ends_range(quantities[-1], found):
        least = quantities.pop()
        found = least._replace(high=found.high, end=found.end)
    if quantities and is_rate_before(quantities[-1], found, kept):
        found = found._replace(time_per=TIMES[quantities.pop().dimension])
    quantities.append(found)


def _ends_range(least: Quantity, most: Quantity) -> bool:
    """1800平起步2200封顶: a least and a most of the same."""
    is_open = least.high is None and most.low is None
    if not is_open or least.low is None or most.high is None or most.start - least.end > 1:
        return False
    return most.dimension in (least.dimension, BARE) and least.low < most.high


def _is_what_for(before: Quantity, price: Quantity, start: int) -> bool:
    """一平一天八毛: what a price is for, told in front of it, is no size."""
    is_one = before.figure == 1 and before.dimension in RATED
    return is_one and before.end == start and bool(price.area_per or price.time_per)


def is_rate_before(time: Quantity, price: Quantity, between: Iterable[Token]) -> bool:
    """一年110万, 一个月预算8千: what the price is for stands before it."""
    if time.dimension not in TIMES or time.figure != 1 or price.time_per:
        return False
    told = [token for token in between if token.start >= time.end]
    is_named = any(token.end == time.start and token.has("head", "rent") for token in between)
    is_beside = time.end == price.start or all(
        token.has("head", "rent") or token.has("head", "total_price") or token.has("bound")
        for token in told
    )
    # 一个月五千以内: so large a number beside a month is paid for it.
    is_whole = time.end == price.start and price.figure >= LEAST_WHOLE
    is_whole = is_whole and not time.is_led_by_unread  # 保险一年3000
    is_said = bool(told) or is_named or is_whole
    return is_beside and (price.dimension in MONEY or (is_said and price.dimension == BARE))
