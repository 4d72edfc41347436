"""Sums of money as people type them: with 元, 万元 or 亿元, or in the unit of the form."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from zhuchao.core.errors import Refused

SCALES = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
MOST_YUAN = Decimal(10) ** 15
_TYPED = re.compile(r"([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(元|万元?|亿元?)?")
_CENT = Decimal("0.01")
NOTHING = frozenset({"", "-", "—", "–", "/", "无"})


def yuan_of(typed: str, unit: str = "元") -> Decimal | None:
    """A sum in yuan, to the cent; ``unit`` is meant where none is typed. None for an empty cell.

    A negative sum is read as it is. Raises: Refused, saying how to write it.
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed)).replace("，", ",")
    if text in NOTHING:
        return None
    found = _TYPED.fullmatch(text)
    if found is None:
        raise Refused(f"“{typed.strip()[:20]}”读不出金额：请写成 1200 万元或 1.2 亿元的样子")
    told = found[3] or unit
    scale = SCALES[told if told.endswith("元") else f"{told}元"]
    yuan = Decimal(found[1] + found[2].replace(",", "")) * scale
    if abs(yuan) >= MOST_YUAN:
        raise Refused(f"“{typed.strip()[:20]}”大得不像一个项目的金额：请核对单位")
    return yuan.quantize(_CENT)
