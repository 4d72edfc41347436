"""What an officer typed over a proposed value, read as that field's value."""

from __future__ import annotations

import re
from dataclasses import replace

from zhuchao.core import messages
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term, TradeRef, Value
from zhuchao.faces.hand.terms import unit_of

TYPED = "人工更正"
FLAGS = {
    "是": True,
    "有": True,
    "需要": True,
    "可以": True,
    "否": False,
    "无": False,
    "不需要": False,
}
SPACE_BY_FIGURE = re.compile(r"(?<=[\d约≤≥])\s+|\s+(?=\d)")
RANGE = re.compile(r"\d\D{0,4}[–~-]\s*\d")


def read_typed(key: FieldKey, typed: str, tables: Tables) -> Read[Value]:
    """The typed text as the field's value, given.

    Raises: Refused, when the text has no reading as that field.
    """
    spec = tables.fields[key]
    value, unit = _by_form(spec, typed, tables), ""
    if value is None:
        value, unit = _by_parser(spec, typed, tables)
    return Read(value, State.GIVEN, None, unit, TYPED)


def correct(term: Term, typed: str, stance: Stance, tables: Tables) -> Term:
    """The term with what was typed; its floor stays."""
    return replace(term, read=read_typed(term.key, typed, tables), stance=stance)


def _by_form(spec: FieldSpec, typed: str, tables: Tables) -> Value | None:
    """The value where the typed text is one of the field's own words, or free text."""
    words = [word.strip() for word in typed.replace("，", "、").split("、") if word.strip()]
    by_label = {label: choice for choice, label in spec.choices.items()}
    match spec.form:
        case "flag":
            named = by_label.get(typed, "")
            return named == "true" if named in ("true", "false") else FLAGS.get(typed)
        case "choice":
            return by_label.get(typed) or (typed if typed in spec.choices else None)
        case "choices":
            known = tuple(by_label.get(word, word) for word in words)
            return known if set(known) <= set(spec.choices) else None
        case "trades":
            return tuple(TradeRef(word, tables.trade_code(word)) for word in words)
        case "text":
            return typed
    return None


def _joined(typed: str) -> str:
    """Our own echo ("约 1,350–1,650 ㎡", "5 亿元") as people write it in a message."""
    text = SPACE_BY_FIGURE.sub("", typed)
    return text.removeprefix("约") if RANGE.search(text) else text


def _by_parser(spec: FieldSpec, typed: str, tables: Tables) -> tuple[Value, str]:
    text = _joined(typed)
    with_unit = f"{spec.label}{text}{unit_of(spec)}"
    for sentence in (f"{spec.label}{text}", f"{spec.label}：{text}", text, with_unit):
        for term in messages.parse(sentence, tables).terms:
            if term.key is spec.key and term.read.value is not None:
                return term.read.value, term.read.unit
    raise Refused(f"“{spec.label}”的内容“{typed}”没有读懂，请写成数字加单位或常用说法")
