"""Where a year's plan should stand: named curves, and the baseline that a published pair implies.

Published texts tell "35.1 % of the plan, 10.1 points ahead of time" without their curve; what they
were measured against then follows from the pair, and is said to be implied.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.progress import BaselineCurve, CurveKind, Standing

MONTHS = 12
# Published figures are rounded to a tenth of a point; two of them may be off by one together.
NEARLY = 0.0011


@dataclass(frozen=True, slots=True)
class Implied:
    """The baseline that a published pair implies, and how each named curve compares with it.

    ``fits`` are the curves that give it, as far as published figures are exact.
    """

    done: float
    ahead: float
    due: float
    standings: tuple[Standing, ...]
    fits: tuple[BaselineCurve, ...]


def due_by(curve: BaselineCurve, day: date) -> float:
    """The share of the year's plan that the curve holds due at the end of a day, 0–1.

    By months a running month counts whole, as offices report; twelve numbers as well.
    """
    match curve.kind:
        case CurveKind.LINEAR_MONTHS:
            return day.month / MONTHS
        case CurveKind.TWELVE:
            return curve.shares[day.month - 1]
    return day.timetuple().tm_yday / date(day.year, MONTHS, 31).timetuple().tm_yday


def standing(done: float, curve: BaselineCurve, day: date) -> Standing:
    """A share of the year's plan that is done beside what is due. Raises: Refused, below nought."""
    if done < 0:
        raise Refused("完成数不能是负数：请核对后重新填写")
    due = due_by(curve, day)
    return Standing(done, due, (done - due) * 100, done / due if due else None, curve)


def twelve_of(percents: Iterable[float]) -> tuple[float, ...]:
    """Twelve cumulative percentages at month ends as shares 0–1.

    Raises: Refused, unless there are twelve that never fall, the first not below 0, the last 100.
    """
    told = [round(float(each), 4) for each in percents]
    if len(told) != MONTHS:
        raise Refused(f"要 12 个月的累计百分比，现在是 {len(told)} 个：每月一个，末月 100")
    for month, (before, after) in enumerate(pairwise([0.0, *told]), 1):
        if after < before:
            raise Refused(f"{month} 月的累计数 {after:g} 比前一个月少：请填累计数，不填当月数")
    if told[-1] != 100:
        raise Refused(f"12 月的累计数是 {told[-1]:g}：全年应到 100")
    return tuple(round(each / 100, 6) for each in told)


def implied(done: float, ahead: float, month: int, curves: Iterable[BaselineCurve]) -> Implied:
    """What baseline follows from a share done and the points ahead (behind: below nought).

    ``done`` is a share 0–1, ``ahead`` in points. Curves are asked for the end of the month of a
    common year. Raises: Refused, for a month that there is not, and where no baseline follows.
    """
    if not 1 <= month <= MONTHS:
        raise Refused("月份请填 1 到 12")
    due = done - ahead / 100
    if not 0 <= due <= 1:
        raise Refused(
            f"完成 {done:.1%}、超 {ahead:+.1f} 个百分点推不出 0% 到 100% 的序时进度：请核对两个数"
        )
    end = date(2025, month, monthrange(2025, month)[1])
    standings = tuple(standing(done, curve, end) for curve in curves)
    fits = tuple(each.curve for each in standings if abs(each.due - due) <= NEARLY)
    return Implied(done, ahead, due, standings, fits)
