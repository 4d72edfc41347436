"""What a person typed as a field of a page, as the value that the page's JSON holds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from zhuchao.apps.parties.persons import UNSTORABLE
from zhuchao.core.errors import Refused
from zhuchao.core.text.dates import find_dates, resolve
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.read import Span

DAYS = frozenset({"published", "event_on"})
COUNTS = frozenset({"views", "likes"})
ADDRESSES = frozenset({"source_address"})
PAST_ONLY = frozenset({"published"})

MOST_CHARACTERS = 200
MOST_OF_AN_ADDRESS = 2000
MOST_COUNTED = 10**12
# 全角 figures, signs and blanks as people's input methods give them.
NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def value_of(field: str, typed: str, *, today: date) -> str | int | None:
    """The field's value as JSON; None where nothing was typed.

    Raises: Refused, with what to write instead.
    """
    text = " ".join(UNSTORABLE.sub("", typed).split())
    if not text:
        return None
    longest = MOST_OF_AN_ADDRESS if field in ADDRESSES else MOST_CHARACTERS
    if len(text) > longest:
        raise Refused(f"太长了：最多 {longest} 字，现在是 {len(text)} 字")
    if field in DAYS:
        return _day(field, text.translate(NARROW), today).isoformat()
    if field in COUNTS:
        return _count(text.translate(NARROW))
    return _address(text) if field in ADDRESSES else text


def told(kept: Any) -> Any:
    """The value of what a correction keeps: a field as it was read, or a value alone."""
    return kept["value"] if isinstance(kept, dict) and "value" in kept else kept


def _day(field: str, text: str, today: date) -> date:
    whole = Span(0, len(text))
    found = [each for each in find_dates(text) if each.span == whole and each.is_absolute]
    if not found:
        raise Refused(f"“{text[:40]}”不是完整的日期：请写成 2026-03-31 或 2026年3月31日")
    value = resolve(found[0], None).value
    day = value.date() if isinstance(value, datetime) else value or today
    if field in PAST_ONLY and day > today:
        raise Refused("发布日期不能晚于今天")
    return day


def _count(text: str) -> int:
    number = parse_number(text.removesuffix("次").strip())
    if number is None or number != int(number) or not 0 <= number < MOST_COUNTED:
        raise Refused(f"“{text[:40]}”不是整数：请写成 1234 或 1.2万")
    return int(number)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    if not is_whole:
        raise Refused("网址请从 http:// 或 https:// 写起，不含空格")
    return text
