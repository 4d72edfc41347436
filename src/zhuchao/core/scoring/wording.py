"""Numbers and ranges as they stand in rules and workings."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from zhuchao.core.vocabulary.scoring import Input, Kind, Limits, Range, Value

# Far more digits than sums of money times weights have: only divisions are ever rounded.
EXACT = Context(prec=120, rounding=ROUND_HALF_UP)


def rounded(number: Decimal, digits: int) -> Decimal:
    """To so many decimals, halves away from nought."""
    return number.quantize(Decimal(1).scaleb(-digits), context=EXACT)


def plain(number: Decimal) -> str:
    """Without closing noughts, thousands separated: 1,250.5."""
    told = f"{number:,f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def signed(number: Decimal) -> str:
    """In brackets where it is below nought."""
    return f"（{plain(number)}）" if number < 0 else plain(number)


def in_words(asked: Input, value: Value) -> str:
    """A value with its unit, as a reader sees it."""
    if value is None:
        return "未知"
    if asked.kind is Kind.FLAG:
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{plain(value)}{' ' if asked.unit else ''}{asked.unit}"
    numbers = [each for each in value if isinstance(each, Decimal)]
    return "、".join(map(plain, numbers)) if numbers else f"{len(value)} 个"


def range_words(found: Range) -> str:
    """20 至不足 100."""
    low, high = found.low, found.high
    if low is not None and low == high:
        return plain(low)
    start = "" if low is None else plain(low) if found.low_in else f"超过 {plain(low)}"
    if high is None:
        return f"{start} 及以上" if found.low_in else start
    end = plain(high) if found.high_in else f"不足 {plain(high)}"
    if low is None:
        return f"{end} 及以下" if found.high_in else end
    return f"{start} 至{' ' if found.high_in else ''}{end}"


def limits_words(limits: Limits) -> str:
    """0 至 20; empty where neither end is known."""
    least, most = limits.least, limits.most
    if least is not None and most is not None:
        return f"{plain(least)} 至 {plain(most)}"
    if most is not None:
        return f"最多 {plain(most)}"
    return f"最少 {plain(least)}" if least is not None else ""
