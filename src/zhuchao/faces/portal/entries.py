"""What people type or paste into a field, in its normal form."""

from __future__ import annotations

import re
import unicodedata

from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.faces.hand.figures import plain, show
from zhuchao.faces.hand.written import figure_of

SEPARATORS = re.compile(r"[\s().\-‐‑–—・·]+")
COUNTRY = re.compile(r"^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$|400\d{7}$)")
MOBILE = re.compile(r"1[3-9]\d{9}")
SERVICE = re.compile(r"([48]00)(\d{3})(\d{4})")
# Two-digit area codes (and Beijing's) have eight digits after them, the others seven or eight.
LANDLINE = re.compile(r"(010|02\d)(\d{8})|(0[3-9]\d{2})(\d{7,8})")

AREA_UNITS = {"": 1.0, "m2": 1.0, "m²": 1.0, "平方米": 1.0, "平米": 1.0, "平方": 1.0, "平": 1.0,
              "方": 1.0, "亩": M2_OF_A_MU}  # fmt: skip
MONEY_UNITS = frozenset({"", "元", "元/年", "/年", "每年", "元每年"})


def telephone_of(written: str) -> str:
    """The number without what people put between its digits; empty when it is none."""
    digits = SEPARATORS.sub("", unicodedata.normalize("NFKC", written))
    digits = COUNTRY.sub("", digits)
    if MOBILE.fullmatch(digits):
        return digits
    if service := SERVICE.fullmatch(digits):
        return "-".join(service.groups())
    if landline := LANDLINE.fullmatch(digits):
        return "-".join(part for part in landline.groups() if part)
    return ""


def area_m2_of(written: str) -> float | None:
    """Square metres; None when it is no single figure with a unit of area."""
    found = figure_of(written)
    if found is None or found[1] not in AREA_UNITS:
        return None
    return found[0] * AREA_UNITS[found[1]]


def number_of(written: str) -> float | None:
    """The figure at the beginning, whatever its unit; None when there is none."""
    found = figure_of(written)
    return None if found is None else found[0]


def normal_area(written: str) -> str:
    """ "２０００平" as "2,000 ㎡"; what is no single area stays as it was written."""
    found = figure_of(written)
    if found is None or found[1] not in AREA_UNITS:
        return half_width(written)
    return f"{plain(round(found[0], 2))} {'亩' if found[1] == '亩' else '㎡'}"


def normal_money(written: str) -> str:
    """ "5千万" as "5,000 万元"; what is no single sum stays as it was written."""
    found = figure_of(written)
    if found is None or found[1] not in MONEY_UNITS:
        return half_width(written)
    shown = show(found[0], "元")
    return f"{shown.figure} {shown.unit}{'/年' if '年' in found[1] else ''}"


def half_width(written: str) -> str:
    """Full-width digits and letters narrowed; Chinese punctuation stays."""
    return "".join(
        unicodedata.normalize("NFKC", each) if "！" <= each <= "～" and each.isalnum() else each
        for each in written.strip()
    )
