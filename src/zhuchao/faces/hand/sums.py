"""Sums as officers type them, with 亿 and 万."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from zhuchao.core.errors import Refused

SCALES = {"亿": Decimal(10**8), "万": Decimal(10**4), "": Decimal(1)}
# 5千万, 3百万
TIMES = {"千": Decimal(1000), "百": Decimal(100), "": Decimal(1)}
SUM = re.compile(r"([+-]?\d{1,16}(?:\.\d{1,8})?)(千|百|)(亿|万|)(元|美元|㎡|平方米|)")
MOST = Decimal(10**16)


def read_sum(text: str, *, bare: str = "") -> Decimal:
    """The amount in its own unit, to the hundredth; a number with nothing behind it is in ``bare``.

    Raises: Refused, saying how to write it; also for "5千" in a field of 万, which may mean both.
    """
    plain = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", text.replace("㎡", "")))
    found = SUM.fullmatch(plain)
    if found is None:
        example = "5000（万元）、3500万" if bare else "3500万 或 12000000"
        raise Refused(f"没有读懂“{text.strip()}”：请写成 1.2亿、{example} 的样子")
    number, times, scale, unit = found.groups()
    if bare and times and not scale and not unit:
        raise Refused(_told_both_ways(Decimal(number), times, bare))
    scale = scale if times or scale or unit else bare
    value = (Decimal(number) * TIMES[times] * SCALES[scale]).quantize(Decimal("0.01"))
    if abs(value) >= MOST:
        raise Refused(f"“{text.strip()}”太大了：请核对单位是亿还是万")
    return value


def _told_both_ways(number: Decimal, times: str, bare: str) -> str:
    told, yuan = f"{number}{times}", write_sum(number * TIMES[times])
    return f"“{told}”可以读成 {yuan}元，也可以读成 {told}{bare}元：请写成 {yuan}元 或 {told}{bare}"


def write_sum(value: Decimal | float) -> str:
    """The amount as it is typed, exactly."""
    amount = Decimal(str(value))
    for unit, scale in SCALES.items():
        told = amount / scale
        if abs(told) >= 1 and told == told.quantize(Decimal("0.000001")):
            return f"{told.normalize():f}{unit}"
    return f"{amount.normalize():f}"
