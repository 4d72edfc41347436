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
    """不低于 60 且低于 80."""
    told = []
    if found.low is not None:
        told.append(f"{'不低于' if found.low_in else '高于'} {plain(found.low)}")
    if found.high is not None:
        told.append(f"{'不高于' if found.high_in else '低于'} {plain(found.high)}")
    return "且".join(told)


def limits_words(limits: Limits) -> str:
    """0 至 20; empty where neither end is known."""
    least, most = limits.least, limits.most
    if least is not None and most is not None:
        return f"{plain(least)} 至 {plain(most)}"
    if most is not None:
        return f"最多 {plain(most)}"
    return f"最少 {plain(least)}" if least is not None else ""
