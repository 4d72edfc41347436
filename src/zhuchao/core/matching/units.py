"""Units of the same measure: an amount in the field's base unit, and by which convention."""

from __future__ import annotations

from typing import NamedTuple

from zhuchao.core.vocabulary.tables import M2_OF_A_MU, MONTHS, Month
from zhuchao.core.vocabulary.term import Amount

# Enough to keep 0.57 × 30 from falling short of 17.1.
DECIMALS = 6

FACTORS: dict[tuple[str, str], float] = {
    ("元/㎡/年", "元/㎡/月"): 1 / 12,
    ("万元", "元"): 10_000,
    ("亿元", "元"): 100_000_000,
    ("万元/亩", "元/亩"): 10_000,
    ("亩", "㎡"): M2_OF_A_MU,
    ("MVA", "kVA"): 1000,
    ("kg/㎡", "t/㎡"): 1 / 1000,
    ("小时", "分钟"): 60,
    ("年", "月"): 12,
    ("月", "年"): 1 / 12,
}
# To which power the days of a month count; the convention stands in every sentence that rests on
# it, since 30 and 365/12 give other figures.
POWERS = {("元/㎡/天", "元/㎡/月"): 1, ("天", "月"): -1}
# A rent for the whole, a month or a year, is comparable once the area is known.
WHOLE_RENTS = {"元/月": 1.0, "元/年": 1 / 12, "万元/月": 10_000.0, "万元/年": 10_000 / 12}


class Converted(NamedTuple):
    """An amount in the base unit; ``note`` tells the convention, empty where none was needed."""

    amount: Amount
    note: str


def in_base(
    amount: Amount,
    unit: str,
    base: str,
    area_m2: float | None = None,
    month: Month = MONTHS["30"],
) -> Converted | None:
    """The amount in ``base``; an empty ``unit`` is the base unit; None when it cannot be told.

    ``month`` is the convention by which days become months.
    """
    if unit in {"", base}:
        return Converted(amount, "")
    power = POWERS.get((unit, base))
    if power is not None:
        return Converted(_scaled(amount, month.days**power), f"按每月 {month.name} 天计")
    factor = FACTORS.get((unit, base))
    if factor is not None:
        return Converted(_scaled(amount, factor), "折算")
    if base == "元/㎡/月" and area_m2 and unit in WHOLE_RENTS:
        return Converted(_scaled(amount, WHOLE_RENTS[unit] / area_m2), "按面积折算")
    return None


def _scaled(amount: Amount, factor: float) -> Amount:
    low = None if amount.low is None else round(amount.low * factor, DECIMALS)
    high = None if amount.high is None else round(amount.high * factor, DECIMALS)
    return Amount(low, high, amount.about, amount.per)
