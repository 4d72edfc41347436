"""A quantity attached to a field, as that field's value and unit."""

from __future__ import annotations

import math
from functools import cache

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.quantities import Quantity
from zhuchao.core.messages.units import BARE
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import MACHINES, Amount, FieldKey, Machines

AREA_LIKE = frozenset({FieldKey.AREA, FieldKey.MINIMUM_LET, FieldKey.YARD_AREA, FieldKey.LAND_AREA})
PRICES = frozenset({FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.PROPERTY_FEE})
SUMS = frozenset(
    {
        FieldKey.INVESTMENT, FieldKey.OUTPUT, FieldKey.TAX, FieldKey.TOTAL_PRICE,
        FieldKey.REGISTERED_CAPITAL, FieldKey.INTENSITY, FieldKey.LAND_PRICE,
    }
)  # fmt: skip
PERIODS = {"years": "年", "months": "月", "days": "天"}
# An empty unit would be taken for the field's own, so an unknown one says what it may be.
POWER_UNITS = {
    "power": "kVA", "power_kw": "kW", "power_any": "kW或kVA", "count_any": "kW或kVA", BARE: "kVA",
}  # fmt: skip
POWER_REASONS = {
    "power_any": "“个电”可能是 kW 也可能是 kVA，未写明",
    "count_any": "“个电”可能是 kW 也可能是 kVA，未写明",
    BARE: "变压器容量按 kVA 理解",
}
# Which of these is meant, its size and rate tell.
RECKONED = frozenset({FieldKey.RENT, FieldKey.LAND_PRICE, FieldKey.SALE_PRICE})
YEARLY = frozenset({FieldKey.TAX, FieldKey.OUTPUT})
LOW_IS_MEANT = frozenset({FieldKey.MINIMUM_LET})
# A rent below this is per day, above it per month (DOMAIN 4.3.3: 0.6 is daily, 18 monthly).
DAILY_BELOW = 3.0
# And a fee below this.
DAILY_FEE_BELOW = 0.3
# Nothing is sold for so little a square metre.
DEAREST_RENT = 200.0
# A rent above this is for the whole and not per ㎡.
WHOLE_ABOVE = 500.0
# Nobody pays so much for a square metre of a plant: it is the price of the whole.
WHOLE_SALE_FROM = 100_000.0
# Nor so much for a mu of industrial land.
WHOLE_LAND_FROM = 5_000_000.0
# A mu that costs so much is sold; nobody pays that a year.
DEAR_MU = 50_000.0
# A sum a mu is another field.
BY_THE_MU = {
    FieldKey.TOTAL_PRICE: FieldKey.LAND_PRICE,
    FieldKey.INVESTMENT: FieldKey.INTENSITY,
}
# 2029年 is a year and no length of time.
LONGEST_YEARS = 100.0
# What no property has, whatever a text seems to say: 十五块一个平方 is no floor of 1 ㎡.
PLAUSIBLE = {
    (FieldKey.AREA, "㎡"): (10.0, 10_000_000.0),
    (FieldKey.MINIMUM_LET, "㎡"): (10.0, 10_000_000.0),
    (FieldKey.YARD_AREA, "㎡"): (10.0, 10_000_000.0),
    (FieldKey.HEIGHT, "m"): (2.0, 100.0),
    (FieldKey.LOAD, "t/㎡"): (0.05, 50.0),
    (FieldKey.RENT_FREE, "月"): (0.1, 60.0),
    (FieldKey.PROPERTY_FEE, "元/㎡/月"): (0.05, 60.0),
    (FieldKey.FAR, ""): (0.1, 15.0),
    (FieldKey.RENT, "元/㎡/月"): (1.5, 500.0),
    (FieldKey.RENT, "元/㎡/天"): (0.06, 20.0),
    (FieldKey.RENT, "元/㎡/年"): (1.0, 6_000.0),
    (FieldKey.SALE_PRICE, "元/㎡"): (500.0, 200_000.0),
    (FieldKey.TENURE, "年"): (3.0, 100.0),
    (FieldKey.TERM, "年"): (0.1, 70.0),
    (FieldKey.JOBS, "人"): (3.0, 1_000_000.0),
    (FieldKey.POWER, "kVA"): (10.0, 5_000_000.0),
    (FieldKey.POWER, "kW"): (10.0, 5_000_000.0),
}
HEAD_TIMES = {"日租": "day", "月租": "month", "年租": "year", "年付": "year"}
TEN_MILLION = 10_000_000.0
TEN_THOUSAND = 10_000.0
PER_WORDS = {
    "千m2": "1000m2",
    "1000": "1000m2",
    "一千平": "1000m2",
    "每千": "1000m2",
    "千平": "1000m2",
    "每亩": "mu",
    "亩均": "mu",
    "亩税": "mu",
    "亩产": "mu",
    "一亩": "mu",
}


def is_money(key: FieldKey) -> bool:
    return key in PRICES or key in SUMS


def finding_of(
    key: FieldKey, quantity: Quantity, clause: Clause, *, floor: str, why: str, is_sale: bool
) -> Finding | None:
    """The finding; None when the field cannot hold such a quantity."""
    if key in MACHINES:
        return _machines(key, quantity, floor)
    key = _meant(key, quantity, clause, is_sale=is_sale)
    unit, value, reason = _valued(key, quantity, clause)
    is_year = quantity.dimension == "years" and quantity.figure > LONGEST_YEARS
    if value is None or is_year or not _is_plausible(key, unit, value):
        return None
    floor = "" if key is FieldKey.TOTAL_PRICE else floor
    if key in BY_THE_MU and value.per == "mu":
        key, unit, value = BY_THE_MU[key], "元/亩", Amount(value.low, value.high, value.about)
    about = "约数按上下 10% 理解" if value.about else ""
    if reason or about:
        why = "；".join(dict.fromkeys(filter(None, (why, reason, about))))
    return Finding(key, value, quantity.start, quantity.end, unit, why, None, floor)


def _is_plausible(key: FieldKey, unit: str, value: Amount) -> bool:
    low, high = PLAUSIBLE.get((key, unit), (0.0, math.inf))
    is_low = value.low is None or low <= value.low <= high
    return is_low and (value.high is None or low <= value.high <= high)


def _meant(key: FieldKey, quantity: Quantity, clause: Clause, *, is_sale: bool) -> FieldKey:
    """The field that a quantity of this kind and size belongs to."""
    if key is FieldKey.TENURE and quantity.dimension in ("months", "days"):
        return FieldKey.TERM  # 剩14个月: what is left of a lease; grants of land count years
    if key not in RECKONED:
        return key
    time = quantity.time_per or _time_before(quantity, clause)
    if (
        key is FieldKey.RENT
        and quantity.area_per == "mu"
        and not time
        and quantity.figure >= DEAR_MU
    ):
        return FieldKey.LAND_PRICE  # 价格16万/亩
    if key is FieldKey.LAND_PRICE and (time or quantity.area_per == "m2"):
        key = FieldKey.RENT  # 挂牌价2.2元/天/平 is of no land
    is_dear = key is FieldKey.LAND_PRICE and quantity.figure >= WHOLE_LAND_FROM
    if is_dear and not _is_by_mu(quantity, clause):
        key = FieldKey.TOTAL_PRICE  # 起始价3012万元 is that of the whole plot
    is_sold = is_sale or quantity.area_per == "m2"  # 单价3280元/㎡起
    if key is FieldKey.RENT and is_sold and not time and quantity.figure >= WHOLE_ABOVE:
        key = FieldKey.SALE_PRICE
    is_cheap = key is FieldKey.SALE_PRICE and quantity.figure <= DEAREST_RENT
    if is_cheap and not _is_by_mu(quantity, clause):
        key = FieldKey.RENT  # 整栋拿的话均价8块
    is_whole = key is FieldKey.SALE_PRICE and quantity.figure >= WHOLE_SALE_FROM
    return FieldKey.TOTAL_PRICE if is_whole else key


def _is_by_mu(quantity: Quantity, clause: Clause) -> bool:
    return quantity.area_per == "mu" or bool(_per_before(quantity, clause))


def _machines(key: FieldKey, quantity: Quantity, floor: str) -> Finding | None:
    if quantity.dimension == "tonnes":
        value = Machines(None, quantity.low if quantity.low is not None else quantity.high)
    else:
        count = quantity.low if quantity.low is not None else quantity.high
        value = Machines(int(count or 0), None)
    return Finding(key, value, quantity.start, quantity.end, "t", "", None, floor)


def _amount(quantity: Quantity, key: FieldKey, per: str = "") -> Amount:
    low, high = quantity.low, quantity.high
    if key in LOW_IS_MEANT and (low is None or low == high):
        low, high = high, None
    return Amount(low, high, quantity.about, per)


def _valued(key: FieldKey, quantity: Quantity, clause: Clause) -> tuple[str, Amount | None, str]:
    dimension = quantity.dimension
    if key in SUMS:
        return _sum(key, quantity, clause)
    if key in AREA_LIKE or key in PRICES:
        return _area(key, quantity) if key in AREA_LIKE else _price(key, quantity, clause)
    if key is FieldKey.POWER:
        return (
            POWER_UNITS.get(dimension, ""),
            _amount(quantity, key),
            POWER_REASONS.get(dimension, ""),
        )
    if key is FieldKey.RENT_FREE and dimension == "years":
        return "月", _amount(quantity.scaled(12, "months"), key), ""
    if dimension in PERIODS or dimension == "hours":
        return PERIODS.get(dimension, "分钟"), _amount(quantity, key), ""
    units = {
        FieldKey.HEIGHT: "m", FieldKey.LOAD: "t/㎡", FieldKey.FAR: "", FieldKey.JOBS: "人",
        FieldKey.ENERGY: "吨标煤",
    }  # fmt: skip
    reason = "未写单位" if dimension == BARE and key is not FieldKey.FAR else ""
    unit = "kWh" if dimension == "degrees" else units.get(key, "")
    return unit, _amount(quantity, key), reason


def _area(key: FieldKey, quantity: Quantity) -> tuple[str, Amount | None, str]:
    if quantity.dimension == "mu":
        return "亩", _amount(quantity, key), ""
    is_bare = quantity.dimension == BARE or quantity.is_unnamed
    reason = "未写单位，按平方米理解" if is_bare else ""
    if quantity.is_loose:
        reason = "“方”按平方米理解"
    return "㎡", _amount(quantity, key), reason


def _price(key: FieldKey, quantity: Quantity, clause: Clause) -> tuple[str, Amount | None, str]:
    figure, time = quantity.figure, quantity.time_per or _time_before(quantity, clause)
    if key is FieldKey.SALE_PRICE:
        reason = "" if quantity.area_per else "未写单位，按每平方米单价理解"
        return "元/㎡", _amount(quantity, key), reason
    per = quantity.area_per or _per_before(quantity, clause)
    if figure > WHOLE_ABOVE and key is FieldKey.RENT and per == "mu" and time:
        names = {"day": "天", "month": "月", "year": "年"}
        rent = quantity.scaled(1 / M2_OF_A_MU, quantity.dimension)
        return f"元/㎡/{names[time]}", _rounded(rent), "按每亩报价，1 亩 = 10000/15 ㎡"
    if figure > WHOLE_ABOVE and key is FieldKey.PROPERTY_FEE:
        return "", None, ""  # 每个月管理费2000: none of a square metre
    if figure > WHOLE_ABOVE:
        whole = {"month": "元/月", "year": "元/年"}.get(time, "元")
        return whole, _amount(quantity, key), "" if time else "未写按月还是按年"
    if time:
        names = {"day": "天", "month": "月", "year": "年"}
        return f"元/㎡/{names[time]}", _amount(quantity, key), ""
    is_daily = figure < (DAILY_BELOW if key is FieldKey.RENT else DAILY_FEE_BELOW)
    reason = f"未写按天还是按月，{figure:g} 元按{'天' if is_daily else '月'}理解"
    return f"元/㎡/{'天' if is_daily else '月'}", _amount(quantity, key), reason


def _rounded(rent: Quantity) -> Amount:
    low = None if rent.low is None else round(rent.low, 2)
    return Amount(low, None if rent.high is None else round(rent.high, 2), rent.about)


def _time_before(quantity: Quantity, clause: Clause) -> str:
    """月租金, 年租金 and 日租金 tell the time in front of the figure."""
    for token in reversed(clause.words):
        if token.end <= quantity.start and token.text[:2] in HEAD_TIMES:
            return HEAD_TIMES[token.text[:2]]
    return ""


def _in_yuan(quantity: Quantity) -> tuple[Quantity, str]:
    if quantity.dimension == BARE:
        return quantity.scaled(TEN_THOUSAND, "money"), "未写单位，总价按万元理解"
    return quantity.scaled(TEN_MILLION, "money"), "“kw”在金额中按千万理解"


def _sum(key: FieldKey, quantity: Quantity, clause: Clause) -> tuple[str, Amount | None, str]:
    reason = ""
    if quantity.dimension == "power_kw" or (
        key is FieldKey.TOTAL_PRICE and quantity.dimension == BARE
    ):
        quantity, reason = _in_yuan(quantity)
    if key is FieldKey.TOTAL_PRICE and quantity.figure < WHOLE_ABOVE:
        return "", None, ""
    unit = "美元" if quantity.dimension == "dollars" else "元"
    is_other_unit = key in (FieldKey.LAND_PRICE, FieldKey.INTENSITY) and unit != "元"
    is_other_unit = is_other_unit or (key is FieldKey.INTENSITY and quantity.area_per == "m2")
    if is_other_unit or (key in YEARLY and quantity.area_per == "m2"):
        return "", None, ""
    per = (
        quantity.area_per
        if quantity.area_per in ("mu", "1000m2")
        else _per_before(quantity, clause)
    )
    if key is FieldKey.LAND_PRICE:
        return "元/亩", _amount(quantity, key), "" if per == "mu" else "未写“每亩”，按亩价理解"
    if key is FieldKey.INTENSITY:
        return "元/亩", _amount(quantity, key), reason
    if key in YEARLY and quantity.time_per == "year" and not per:
        per = "year"
    elif key in YEARLY and not quantity.time_per and not per:
        per, reason = "year", reason or ("" if _says_year(clause) else "未写“每年”，按年理解")
    return unit, _amount(quantity, key, per), reason


def _per_before(quantity: Quantity, clause: Clause) -> str:
    for token in clause.words:
        if token.end <= quantity.start and (per := _per_of(token.text)):
            return per
    return ""


@cache
def _per_of(word: str) -> str:
    """For what a word of the vocabulary says that a sum is; empty for most of them."""
    return next((per for part, per in PER_WORDS.items() if part in word), "")


def _says_year(clause: Clause) -> bool:
    return any("年" in token.text for token in clause.words)
