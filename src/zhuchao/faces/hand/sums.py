"""Sums as officers type them, with 亿 and 万."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from zhuchao.core.errors import Refused

SCALES = {"亿": Decimal(10**8), "万": Decimal(10**4), "": Decimal(1)}
SUM = re.compile(r"([+-]?\d{1,16}(?:\.\d{1,8})?)(亿|万|)(?:元|美元|㎡|平方米)?")
MOST = Decimal(10**16)


def read_sum(text: str) -> Decimal:
    """The amount in its own unit, to the hundredth. Raises: Refused, saying how to write it."""
    plain = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", text.replace("㎡", "")))
    found = SUM.fullmatch(plain)
    if found is None:
        raise Refused(f"没有读懂“{text.strip()}”：请写成 1.2亿、3500万 或 12000000 的样子")
    value = (Decimal(found[1]) * SCALES[found[2]]).quantize(Decimal("0.01"))
    if abs(value) >= MOST:
        raise Refused(f"“{text.strip()}”太大了：请核对单位是亿还是万")
    return value


def write_sum(value: Decimal | float) -> str:
    """The amount as it is typed, exactly."""
    amount = Decimal(str(value))
    for unit, scale in SCALES.items():
        told = amount / scale
        if abs(told) >= 1 and told == told.quantize(Decimal("0.000001")):
            return f"{told.normalize():f}{unit}"
    return f"{amount.normalize():f}"
