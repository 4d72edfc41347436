"""Figures as officers read them: thousands separated, 万 and 亿 chosen by size."""

from __future__ import annotations

from typing import NamedTuple

from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount
from zhuchao.faces.hand.words import word

WAN = 10_000
YI = 100_000_000
SCALES = ((YI, "亿"), (WAN, "万"))
MONEY = ("元", "美元")
# The second decimal of a mu is 6.7 square metres: enough to tell plots apart.
MU_DECIMALS = 2


class Shown(NamedTuple):
    """A figure, its unit in a lighter tone, and the exact figure for hovering and copying."""

    figure: str
    unit: str
    exact: str

    def __str__(self) -> str:
        return f"{self.figure} {self.unit}".strip()


def plain(number: float, decimals: int = 4) -> str:
    """Thousands separated, without trailing zeros: 2,000 or 0.65."""
    text = f"{number:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scale_for(low: float, high: float) -> tuple[float, str]:
    """The largest of 亿, 万 and 1 in which the range reaches one and no end falls below a tenth."""
    fits = (
        (size, sign)
        for size, sign in SCALES
        if abs(high) >= size and (low == 0 or abs(low) >= size / 10)
    )
    return next(fits, (1, ""))


def show(number: float, unit: str = "") -> Shown:
    """One figure; money from ten thousand on is shown in 万 or 亿."""
    exact = f"{plain(number)} {unit}".strip()
    if not unit.startswith(MONEY):
        return Shown(plain(number), unit, exact)
    size, sign = scale_for(number, number)
    return Shown(plain(number / size), sign + unit, exact)


def full_unit(unit: str, per: str) -> str:
    """The unit with what it counts for: 元 and "year" give 元/年."""
    return f"{unit}/{word('per', per).text}" if per else unit


def show_range(amount: Amount, unit: str = "") -> Shown:
    """A range: "2,000–2,500 ㎡", "≥ 8 m", "54–66 万元"; ``about`` is written 约."""
    unit = full_unit(unit, amount.per)
    about = "约 " if amount.about else ""
    low, high = amount.low, amount.high
    if low is None or high is None or low == high:
        sign = "" if low == high else ("≤ " if low is None else "≥ ")
        one = show(next(bound for bound in (low, high) if bound is not None), unit)
        return Shown(about + sign + one.figure, one.unit, about + sign + one.exact)
    size, sign = scale_for(low, high) if unit.startswith(MONEY) else (1, "")
    exact = f"{about}{plain(low)}–{plain(high)} {unit}".strip()
    return Shown(f"{about}{plain(low / size)}–{plain(high / size)}", sign + unit, exact)


def show_land(amount: Amount) -> Shown:
    """Land in 亩 with the square metres on hover."""
    in_mu = Amount(
        None if amount.low is None else round(amount.low / M2_OF_A_MU, MU_DECIMALS),
        None if amount.high is None else round(amount.high / M2_OF_A_MU, MU_DECIMALS),
        amount.about,
    )
    shown = show_range(in_mu, "亩")
    return Shown(shown.figure, shown.unit, show_range(amount, "㎡").exact)
