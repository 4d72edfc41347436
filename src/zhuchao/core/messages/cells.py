"""One field's value as somebody writes it into a form or a cell, by the grammar of messages."""

from __future__ import annotations

import re
from dataclasses import replace

from zhuchao.core.errors import Refused
from zhuchao.core.messages.parsing import parse_as
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import (
    Amount,
    FieldKey,
    Machines,
    PlaceRef,
    Term,
    TradeRef,
    Value,
)

YES = frozenset({"需要", "√", "✓", "✔", "y", "yes", "true"})
NO = frozenset({"×", "✗", "✘", "x", "n", "no", "false"})
NONE = frozenset({"无", "没有", "0", "无配置", "否"})
# A lone word of the trade for what the table of fields calls otherwise.
CALLED = {
    FieldKey.INTENT: {
        "租": "rent", "出租": "rent", "招租": "rent", "可租": "rent",
        "售": "sale", "卖": "sale", "出售": "sale", "可售": "sale", "转": "transfer",
    },
}  # fmt: skip
# Charges and periods that are none at all.
MAY_BE_ZERO = frozenset({FieldKey.PROPERTY_FEE, FieldKey.RENT_FREE})
SPACE_BY_FIGURE = re.compile(r"(?<=[\d约≤≥])\s+|\s+(?=\d)")
RANGE = re.compile(r"\d\D{0,4}[–~-]\s*\d")
BARE = later(r"[约≤≥]?\s*[\d,.]+(?:\s*[-–~至到]\s*[\d,.]+)?\s*[万千百]?")
NEGATIVE = re.compile(r"[-−]\s*\d")
PER_AREA = re.compile(r"㎡|m2|平", re.IGNORECASE)
# 办理中 and 可能 say neither yes nor no.
SAYS_YES = re.compile(r"(?:可(?!能|谈|协商|商量)|能|有|已|是|齐|支持|允许)")
SAYS_NO = re.compile(r"[不无没未否]")
# What may be written, for whoever wrote something else.
FIGURES = {
    "㎡": "2000", "m": "8", "t/㎡": "3", "kVA": "630", "元/㎡/月": "18", "元/㎡": "3800",
    "元": "1200万", "元/亩": "45万", "年": "30", "月": "36", "": "1.5",
}  # fmt: skip
EXAMPLES = {
    "machines": "10吨2台",
    "flag": "是 或 否",
    "places": "溧阳市",
    "trades": "化工、电镀",
}


def cell_terms(key: FieldKey, written: str, tables: Tables, *, unit: str = "") -> tuple[Term, ...]:
    """What is written of one field, floor by floor where it tells floors; at least one term.

    ``unit`` is that of a figure without one; where it is empty, the usual one is inferred. A span
    covers all that was written.

    Raises: Refused, with what would be accepted, when it has no reading as that field.
    """
    spec, text = tables.fields[key], written.strip()
    if spec.form == "amount" and NEGATIVE.match(text):
        raise Refused(f"“{spec.label}”不能是负数")
    value = _by_form(spec, text, tables)
    if value is not None:
        terms: tuple[Term, ...] = (Term(key, Read(value, State.GIVEN, None, _unit(spec, value))),)
    else:
        terms = _by_parser(spec, text, tables, unit)
    if any(_is_nothing(term) for term in terms):
        raise Refused(f"“{spec.label}”不能是 0：不清楚的请留空")
    span = Span(0, len(written))
    return tuple(replace(term, read=replace(term.read, span=span)) for term in terms)


def example_of(spec: FieldSpec, unit: str = "") -> str:
    """What would be accepted in a cell of that field."""
    if spec.form in ("choice", "choices"):
        return "、".join(spec.choices.values())
    if spec.form != "amount":
        return EXAMPLES.get(spec.form, "文字")
    figure = FIGURES.get(spec.unit, "100")
    return f"{figure}{spec.unit}" if not unit or figure.endswith("万") else figure


def _is_nothing(term: Term) -> bool:
    value = term.read.value
    is_zero = isinstance(value, Amount) and not value.low and not value.high
    return is_zero and term.key not in MAY_BE_ZERO


def _unit(spec: FieldSpec, value: Value) -> str:
    return spec.unit if isinstance(value, Amount | Machines) else ""


def _by_form(spec: FieldSpec, text: str, tables: Tables) -> Value | None:
    """The value where the text is one of the field's own words, or free text."""
    match spec.form:
        case "flag":
            return _flag(spec, text)
        case "choice" | "choices":
            return _chosen(spec, text)
        case "trades":
            return tuple(TradeRef(word, tables.trade_code(word)) for word in _words(text))
        case "text":
            return text
    if text in NONE and spec.form == "machines":
        return Machines(0, None)
    is_free = text in NONE and spec.key in MAY_BE_ZERO
    return Amount(0.0, 0.0) if is_free else None


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.replace("，", "、").split("、") if word.strip()]


def _chosen(spec: FieldSpec, text: str) -> Value | None:
    by_label = {label: choice for choice, label in spec.choices.items()}
    known = by_label | CALLED.get(spec.key, {}) | {choice: choice for choice in spec.choices}
    if spec.form == "choice":
        return known.get(text)
    chosen = tuple(known.get(word, "") for word in _words(text))
    return chosen if chosen and all(chosen) else None


def _flag(spec: FieldSpec, text: str) -> bool | None:
    for choice in ("true", "false"):
        if text == spec.choices.get(choice):
            return choice == "true"
    if text.casefold() in YES or text.casefold() in NO:
        return text.casefold() in YES
    if SAYS_NO.match(text):
        return False
    return True if SAYS_YES.match(text) else None


def _joined(text: str) -> str:
    """Our own echo ("约 1,350–1,650 ㎡", "5 亿元") as people write it in a message."""
    joined = SPACE_BY_FIGURE.sub("", text)
    return joined.removeprefix("约") if RANGE.search(joined) else joined


def _by_parser(spec: FieldSpec, text: str, tables: Tables, unit: str) -> tuple[Term, ...]:
    joined = _joined(text)
    usual = "亩" if spec.key is FieldKey.LAND_AREA else spec.unit
    named = f"{spec.label}{joined}"
    sentences = [named, f"{spec.label}：{joined}", joined]
    if BARE.fullmatch(joined):
        # Behind words a unit would tell a figure of its own: ㎡ is folded to m2.
        sentences = [f"{named}{unit}"] if unit else [*sentences, f"{named}{usual}"]
    if spec.form == "flag":
        sentences = [joined]  # its label alone would say yes
    for sentence in sentences:
        found = _told(spec, parse_as(sentence, tables, "supply").terms)
        if found and not _is_otherwise(found, unit if len(sentences) == 1 else ""):
            return found
    if spec.form == "places":
        return (_uncoded(spec.key, text),)
    raise Refused(f"“{spec.label}”的内容“{text}”没有读懂，请写成数字加单位或常用说法")


def _is_otherwise(found: tuple[Term, ...], unit: str) -> bool:
    """600 元/㎡/月 is no rent a square metre; it is not taken for one of the whole."""
    return bool(PER_AREA.search(unit)) and any(t.read.unit in ("元/月", "元/年") for t in found)


def _told(spec: FieldSpec, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    found = tuple(t for t in terms if t.key is spec.key and t.read.is_known)
    whole = tuple(term for term in found if not term.floor)
    return whole[:1] or found


def _uncoded(key: FieldKey, text: str) -> Term:
    why = "行政区划中没有这个名称，按文字保留"
    return Term(key, Read((PlaceRef(text, ""),), State.INFERRED, None, "", why))
