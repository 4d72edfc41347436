"""Moments and lengths of time: 2026年8月, 到8月, 2年4个月."""

from __future__ import annotations

import re

from zhuchao.core.messages.tokens import Token
from zhuchao.core.messages.units import Unit
from zhuchao.core.text.later import later
from zhuchao.core.text.numerals import parse_number

LONGEST_YEARS = 100.0
OF_YEAR = later(r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}[日号])?")
OF_MONTH = re.compile(r"[底份初中]|\d{1,2}[日号]|(?:到期|腾|搬)")
# 28年3月, 到28年底: years of this century by their last two digits.
SHORT_YEARS = frozenset(range(16, 45))
OF_SHORT_YEAR = later(
    r"\s*(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:\d{1,2}[日号])?[底份初中末]?|年?[底初末中]|[上下]半年|春节|国庆|五一)"
)
UNTIL_YEAR = frozenset("到至")
UNTIL = frozenset("到至年")
# 2年4个月 is a length of time in months.
AND_MONTHS = re.compile(r"\s*零?(?P<months>\d{1,2}|[一二三四五六七八九十]{1,2})个月")


def dated(text: str, token: Token, unit: Unit, end: int) -> tuple[Unit, int]:
    """2026年8月, 到8月, 8月底: a moment, and no length of time."""
    if unit.dimension == "years" and (token.value or 0) > LONGEST_YEARS:
        month = OF_YEAR.match(text, end)
        return Unit("moment", 1.0), month.end() if month else end
    if unit.dimension == "years" and (token.value or 0) in SHORT_YEARS:
        month = OF_SHORT_YEAR.match(text, end)  # 合同到28年3月
        if month is not None or text[token.start - 1 : token.start] in UNTIL_YEAR:
            return Unit("moment", 1.0), month.end() if month else end
    is_month = unit.dimension == "months" and text[end - 2 : end] != "个月"
    is_until = is_month and text[token.start - 1 : token.start] in UNTIL
    day = OF_MONTH.match(text, end) if is_month else None
    if is_until or day:
        return Unit("moment", 1.0), day.end() if day else end
    return unit, end


def in_months(
    text: str, end: int, unit: Unit, low: float, high: float
) -> tuple[Unit, float, float, int]:
    """2年4个月 and 两年半 are a length of time in months."""
    if unit.dimension != "years" or low != high:
        return unit, low, high, end
    months = AND_MONTHS.match(text, end)
    more = parse_number(months["months"]) or 0 if months else 0
    if months is None and not low % 1:
        return unit, low, high, end
    whole = 12 * low + more
    return Unit("months", 1.0), whole, whole, months.end() if months else end
