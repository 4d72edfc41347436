"""Quantities: a number or a range with its unit, its rate and its bound, in the folded text."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import NamedTuple

from zhuchao.core.messages.bounding import bounded, exact
from zhuchao.core.messages.differing import are_rents_a_day, is_asked_now, is_dearer, is_difference
from zhuchao.core.messages.lexicon import Lexicon, longest
from zhuchao.core.messages.numbers import COUNTING
from zhuchao.core.messages.periods import dated, in_months
from zhuchao.core.messages.ranges import range_of, to_second, up_to
from zhuchao.core.messages.rates import rate_before, rate_behind
from zhuchao.core.messages.storeys import FLOOR
from zhuchao.core.messages.summing import PLUS, added, of_main_hook
from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import (
    BARE,
    BLANKS,
    COIN,
    MONEY,
    NO_UNIT,
    PLOTS,
    POWERS,
    PRICED,
    VOLTAGES,
    Unit,
    is_voltage,
    unit_behind,
    with_tail,
)

MU_PER_HECTARE = 15
ASKED_PRICE = re.compile(
    r"(?:出|就走|就租|就卖|就给|就放|就签|就出|就拿|就转|就甩|拿走|拿去|转|给|甩|放|给你|净价|净租)(?=$|[\s,，。;；!！)])"
)
# D2栋, R3: behind a letter a lone number is a code.
CODED = re.compile(r"[a-z]-?$")
# 500千瓦光伏: the power of something else.
OF_MACHINE = re.compile(r"的?(?:光伏|储能|充电桩|发电机|柴发|空压机|电机|锅炉|主轴|风机|热泵|水泵)")
# 一年12个: of ten thousand yuan each.
YEARLY = re.compile(
    r"(?:[一每全]年|年租金?|年付)(?:租金|房租)?(?:就|要|收|给到?|才|只要|大概|约|不超过?|别超过?|控制在|最多|顶多)?[:：]?$"
)
ENDS_SUM = re.compile(
    r"(?:左右|上下|以[里内下]|封顶|打住|出头|不到|打包|包干|全包|以上|起步?)?(?=$|[\s,，。;；!！)])"
)
TENS_A_YEAR, TENS_OF_THOUSANDS = (2.0, 500.0), Unit("money", 10_000.0)
# H5.5, h=8
SHORT_HEIGHT = re.compile(r"(?<![a-z])h\s?[=:≥]?\s?$")
HEIGHT = Unit("height", 1.0)
# What these two may end with.
LETTERS_END = BLANKS | frozenset("=:≥-") | frozenset(ascii_lowercase)
# 行车各一
MOST_EACH, ONE_EACH = 5, Unit("count", 1.0)
# 3t*2: two of them.
TIMES_SIGNS = frozenset("*x×✕")
# What may go on behind such units: 4米5, 2年4个月, 630KVA+400KVA, 3毛5到4毛.
LASTING = frozenset({"years", "months"})
GOING_ON_BEHIND = MONEY | POWERS | LASTING | {"tonnes", "mu", "length"}
# Of these no field is made.
UNATTACHED = frozenset({"floors", "seats", "rooms", "plots"})
# 日处理200吨, 每小时15吨, 能压800吨货: what flows or lies there, and neither a load nor a machine.
FLOW_BEFORE = re.compile(
    r"(?:[年日月](?:处理|加工|产|吞吐|耗|用|排|生产|需)|[每一](?:天|日|年|个?月|小时)|小时|吞吐量?|库存)"
    r"[^\d\s,，。;；层楼梯车吊]{0,6}$"
)
FLOW_BEHIND = re.compile(
    r"\s*[/每一]\s*(?:天|日|年|个?月|小时|h)|的?(?:货(?![梯运车客])|废|污水|煤|粮|钢材|原料)"
)
OF_COAL = re.compile(r"(?:标准?煤|折标|能耗|能源消费量?)[^\d,，。;；]{0,4}$")
# 1万5 and 一万五 end in the next smaller digit.
LARGE_INSIDE = re.compile(r"[万亿w][\d一二三四五六七八九]?$|k$")
# What may stand beside a figure that no word explains: 高8米, 8米高.
HARMLESS = frozenset("高约达有带够")
# And beside a price: 2500平18元, 实价18块.
PRICE_SAYING = HARMLESS | frozenset(
    "体现约让甩转给谈栋处间说到平方米亩价钱实净只就底出收算按要才共嘛包年月天日在报放修"
)
SAID_OF_PRICE = HARMLESS | frozenset(
    "给谈全走左转能可都到吧呢啊就行以内含不净甩放签拿要哈喽咯嘛呀搞卖封顶打"
)
# 0.35元度电价, 3元一吨水: what is paid by other measures is no rent.
OTHERWISE_RATED = re.compile(
    r"\s*[/每一]?(?:度(?!假)|吨|立方|kwh|车位|工位|人|次(?!年)|公里|托|板(?!楼)|单(?!独|层|价)|件|票)"
)
# 蒸汽每吨200元: the same in front.
OTHERWISE_BEFORE = re.compile(r"[每一](?:吨|度|立方|方水|车|人|票|件|托|板|单)\s*$")
OTHERWISE_END = BLANKS | frozenset("吨度方水车人票件托板单")


class Quantity(NamedTuple):
    """``low`` and ``high`` in the dimension's base unit; a None bound is open.

    ``dimension`` is that of the unit, "bare" without one; ``area_per`` and ``time_per`` tell a
    rate; ``is_loose`` marks a unit that people also use for something else (方);
    ``is_led_by_unread`` and ``runs_into_unread`` a number that touches text which the vocabulary
    does not know; ``is_times`` a number behind a sign to multiply by; ``is_unnamed`` a large one
    that is money unless a head says otherwise (最大两万二); ``is_one_of`` one of several that
    the text leaves open (18/14元, 6.5米和4.5米); ``is_sum`` one of two added (400+630).
    """

    low: float | None
    high: float | None
    dimension: str
    start: int
    end: int
    about: bool = False
    area_per: str = ""
    time_per: str = ""
    is_loose: bool = False
    is_led_by_unread: bool = False
    runs_into_unread: bool = False
    is_times: bool = False
    is_unnamed: bool = False
    is_one_of: bool = False
    is_sum: bool = False

    @property
    def is_beside_unread(self) -> bool:
        return self.is_led_by_unread or self.runs_into_unread

    @property
    def figure(self) -> float:
        """The number that was written, for deciding what it can mean."""
        return self.high if self.high is not None else (self.low or 0.0)

    def scaled(self, factor: float, dimension: str) -> Quantity:
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return self._replace(low=low, high=high, dimension=dimension)


def quantity_at(text: str, token: Token, before: Token | None, lexicon: Lexicon) -> Quantity:
    """The quantity that starts with a number token; ``before`` is the token in front of it."""
    if token.text in COUNTING:
        count = COUNTING[token.text]
        return Quantity(count, count, "count", token.start, token.end)
    start = token.start
    low, high, unit, end, is_unnamed = _read(text, token, lexicon)
    is_other = unit.dimension in MONEY and _is_of_another(text, start, end)
    is_other = is_other or (unit.dimension == "tonnes" and _flows(text, start, end))
    if unit.dimension in UNATTACHED or is_other:
        unit = PLOTS if is_other else unit
        return Quantity(low, high, unit.dimension, start, end)
    is_asked, unit = unit is COIN, COIN if is_unnamed else unit
    low, high, unit, end = to_second(text, token, end, low, high, unit, lexicon)
    low, high = low * unit.factor, high * unit.factor
    if unit.dimension in GOING_ON_BEHIND:
        low, high, unit, end = _going_on(text, token, end, low, high, unit, lexicon)
    area_per, time_per, end, share = _rate(text, start, end, unit)
    is_price, is_about, is_one_of = unit.dimension in MONEY, False, False
    is_led = not is_asked and _is_led_by_unread(text, token, before, is_price=is_price)
    runs_on = _runs_into_unread(text, end, lexicon, is_price=is_price)
    is_times = text[max(0, start - 2) : start].rstrip()[-1:] in TIMES_SIGNS
    # In the order of the fields: to name so many of them takes longer than to fill them.
    found = Quantity(
        exact(low * share), exact(high * share), unit.dimension, start, end,
        is_about, area_per, time_per, unit.is_loose, is_led, runs_on,
        is_times, is_unnamed, is_one_of, _is_sum(text, start, end),
    )  # fmt: skip
    return bounded(text, _told_by_another(text, found), before, lexicon)


def _read(text: str, token: Token, lexicon: Lexicon) -> tuple[float, float, Unit, int, bool]:
    """The number or range with its unit, where that ends, and whether it is large without any."""
    low, high, told = range_of(text, token, token.value or 0.0)
    unit, end = unit_behind(text, told, lexicon)
    if unit.dimension == BARE:
        if low in VOLTAGES and is_voltage(text, token.start, end):
            return low, high, PLOTS, end, False
        unit, end = _of_bare(text, token, end, lexicon)
        return low, high, unit, end, unit.dimension == BARE and _is_large(text[token.start : told])
    if unit.dimension in ("tonnes", "years") and PLUS.match(text, token.end):
        low = high = token.value or 0.0  # 16+5吨 is two cranes, or two hooks of one; 3+2年
    if unit.dimension == "count_any" and _is_in_tens(text, token, end):
        unit = TENS_OF_THOUSANDS
    if unit.dimension == "days" and are_rents_a_day(text, end, low, high):
        unit, end = COIN, told  # 0.85天: so much a day
    if unit.dimension in POWERS and OF_MACHINE.match(text, end):
        unit = PLOTS
    return low, high, unit, end, False


def _is_large(written: str) -> bool:
    return LARGE_INSIDE.search(written.removesuffix("个")) is not None


def _is_sum(text: str, start: int, end: int) -> bool:
    written = text[start:end]
    return ("+" in written or "加" in written) and PLUS.search(text, start, end) is not None


def _is_in_tens(text: str, token: Token, end: int) -> bool:
    """一年12个, 一年20个以里: so many 万 for the whole."""
    low, high = TENS_A_YEAR
    is_sum = low <= (token.value or 0.0) <= high and text.startswith("个", end - 1)
    before = YEARLY.search(text, max(0, token.start - 9), token.start) if is_sum else None
    return before is not None and ENDS_SUM.match(text, end) is not None


def _is_code(text: str, token: Token, end: int) -> bool:
    is_led = CODED.search(text, max(0, token.start - 2), token.start) is not None
    return is_led and token.text.isdigit() and not text.startswith("±", end)


def _of_bare(text: str, token: Token, end: int, lexicon: Lexicon) -> tuple[Unit, int]:
    """What a number without a unit counts: 20/5吨, 现在19出, 降到25; h8, R3."""
    if text[token.start - 1 : token.start] in LETTERS_END:
        if SHORT_HEIGHT.search(text, max(0, token.start - 4), token.start):
            return HEIGHT, end
        if _is_code(text, token, end):
            return PLOTS, end
    asked = ASKED_PRICE.match(text, end)
    if asked is not None:
        return COIN, asked.end()
    if is_asked_now(text, token):
        return COIN, end
    if text.startswith("各", max(0, token.start - 1)) and (token.value or 0) <= MOST_EACH:
        return ONE_EACH, end  # 32吨16吨行车各一
    return of_main_hook(text, token, NO_UNIT, end, lexicon)


def _going_on(
    text: str, token: Token, end: int, low: float, high: float, unit: Unit, lexicon: Lexicon
) -> tuple[float, float, Unit, int]:
    """With what goes on behind the unit: a digit, months, the second transformer or price."""
    low, high, end = with_tail(text, end, unit, low, high)
    if unit.dimension in POWERS:
        if low == high:
            low, high, end = added(text, end, unit, low, lexicon)
    elif unit.dimension in MONEY:
        low, high, end = up_to(text, end, unit, low, high, lexicon)
    elif unit.dimension in LASTING:
        unit, end = dated(text, token, unit, end)
        unit, low, high, end = in_months(text, end, unit, low, high)
    elif unit.dimension == "length" and text.endswith("高", 0, token.start):
        unit = HEIGHT  # 高12米, as 12米高
    return low, high, unit, end


def _is_of_another(text: str, start: int, end: int) -> bool:
    is_led = text[start - 1 : start] in OTHERWISE_END
    before = OTHERWISE_BEFORE.search(text, max(0, start - 3), start) if is_led else None
    return before is not None or OTHERWISE_RATED.match(text, end) is not None


def _flows(text: str, start: int, end: int) -> bool:
    if OF_COAL.search(text, max(0, start - 8), start):
        return False  # 能耗折标煤900吨/年
    before = FLOW_BEFORE.search(text, max(0, start - 10), start)
    return before is not None or FLOW_BEHIND.match(text, end) is not None


def _told_by_another(text: str, found: Quantity) -> Quantity:
    if found.dimension not in ("money", "jiao") or not is_difference(
        text, found.start, found.figure, is_rate=bool(found.area_per)
    ):
        return found
    return found._replace(dimension="dearer" if is_dearer(text, found.start) else "cheaper")


def _rate(text: str, start: int, end: int, unit: Unit) -> tuple[str, str, int, float]:
    """What a figure is told for, behind it or in front of a price; a hectare as its share of mu."""
    is_price = unit.dimension in PRICED
    if not is_price and unit.dimension != "tonnes":
        return "", "", end, 1.0
    area_per, time_per, end = rate_behind(text, end, is_bare=unit.dimension not in MONEY)
    if is_price and not area_per and not time_per:
        area_per, time_per = rate_before(text, start)
    if area_per == "hectare":
        return "mu", time_per, end, 1 / MU_PER_HECTARE
    return area_per, time_per, end, 1.0


def _is_unread(text: str, at: int, harmless: frozenset[str]) -> bool:
    character = text[at : at + 1]
    return "\u4e00" <= character <= "\u9fff" and character not in harmless


def _is_led_by_unread(text: str, token: Token, before: Token | None, *, is_price: bool) -> bool:
    is_led = token.start > 0 and (before is None or before.end < token.start)
    return is_led and _is_unread(text, token.start - 1, PRICE_SAYING if is_price else HARMLESS)


def _runs_into_unread(text: str, end: int, lexicon: Lexicon, *, is_price: bool) -> bool:
    if not _is_unread(text, end, SAID_OF_PRICE if is_price else HARMLESS):
        return False
    if text[end] == "的" and "head" in lexicon.roles.get(longest(lexicon.words, text, end + 1), ()):
        return False  # 800的变压器
    return not longest(lexicon.words, text, end) and FLOOR.match(text, end) is None
