"""Figures and values as the sentences of a match show them."""

from __future__ import annotations

from zhuchao.core.vocabulary.tables import FieldSpec
from zhuchao.core.vocabulary.term import Amount, Machines, PlaceRef, Term, TradeRef, Value

WAN = 10_000
YI = 100_000_000
EACH_FLOOR = "each"
PER_WORDS = {"year": "年", "month": "月", "day": "天", "mu": "亩", "m2": "㎡", "1000m2": "千㎡"}


def plain(number: float) -> str:
    """Thousands separated, at most four decimals, no trailing zeros: 2,000 or 0.65."""
    text = f"{number:,.4f}"
    return text.rstrip("0").rstrip(".")


def figure(number: float, unit: str) -> str:
    """A figure with its unit; money from ten thousand on in 万 or 亿."""
    scale, word = _scale(number, unit)
    return f"{plain(number / scale)} {word}{unit}".rstrip()


def _scale(number: float, unit: str) -> tuple[int, str]:
    if unit.startswith("元"):
        for scale, word in ((YI, "亿"), (WAN, "万")):
            if abs(number) >= scale:
                return scale, word
    return 1, ""


def span_of(amount: Amount, unit: str) -> str:
    """A range, both ends in one scale: "54–66 万元", "8 m", "8 m 起", "26 元/㎡/月 以内"."""
    if amount.low is None:
        return f"{figure(amount.high or 0, unit)} 以内"
    if amount.high is None:
        return f"{figure(amount.low, unit)} 起"
    if amount.low == amount.high:
        return figure(amount.low, unit)
    scale, _ = _scale(amount.high, unit)
    return f"{plain(amount.low / scale)}–{figure(amount.high, unit)}"


def machines(value: Machines) -> str:
    """Cranes, lifts or docks: "10 t × 2 台、5 t × 1 台"; "有" where neither is told."""
    return "、".join(_of_kind(kind) for kind in value.kinds)


def _of_kind(value: Machines) -> str:
    tonnes = "" if value.tonnes is None else f"{plain(value.tonnes)} t"
    count = "" if value.count is None else f"{value.count} 台"
    return " × ".join(part for part in (tonnes, count) if part) or "有"


def shown(value: Value, spec: FieldSpec, unit: str = "") -> str:
    """Any value of a term in words; ``unit`` overrides the field's base unit."""
    match value:
        case Amount(per=per):
            tail = "".join(f"/{PER_WORDS.get(part, part)}" for part in per.split("/") if part)
            return span_of(value, (unit or spec.unit) + tail)
        case Machines():
            return machines(value)
        case bool():
            return spec.choices.get(str(value).lower(), "是" if value else "否")
        case str():
            return spec.choices.get(value, value)
    return "、".join(_item(item, spec) for item in value)


def _item(item: str | PlaceRef | TradeRef, spec: FieldSpec) -> str:
    return spec.choices.get(item, item) if isinstance(item, str) else item.name


def name_of(term: Term, spec: FieldSpec) -> str:
    """The field's label, with the floor where the term speaks of one: "层高（1 层）"."""
    return f"{spec.label}（{floor_in_words(term.floor)}）" if term.floor else spec.label


def floor_in_words(floor: str) -> str:
    """A term's floor: "1 层", "2-4 层", "2 层以上", "每层"."""
    if floor == EACH_FLOOR:
        return "每层"
    return f"{floor[:-1]} 层以上" if floor.endswith("+") else f"{floor} 层"


def term_in_words(term: Term, spec: FieldSpec) -> str:
    """A known term's value in words; empty for an unknown one."""
    return "" if term.read.value is None else shown(term.read.value, spec, term.read.unit)
