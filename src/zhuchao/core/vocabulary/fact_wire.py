"""Facts as JSON-ready values."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from zhuchao.core.vocabulary.fact import Facts, Period
from zhuchao.core.vocabulary.read import Read, Span
from zhuchao.core.vocabulary.wire import Json, read_to_json, span_to_json


def facts_to_json(facts: Facts) -> Json:
    """The kinds of facts under their names, each a list; what is not told is null.

    Reads are as ``read_to_json`` gives them, periods text (``2026-01..2026-04``), spans pairs.
    """
    return {each.name: _plain(getattr(facts, each.name)) for each in fields(facts)}


def _plain(value: object) -> Any:
    match value:
        case Read():
            told = read_to_json(value)
            return told | {"value": _plain(value.value)}
        case Span():
            return span_to_json(value)
        case tuple():
            return [_plain(each) for each in value]
        case _ if is_dataclass(value) and not isinstance(value, Period):
            return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return str(value) if isinstance(value, Period | StrEnum) else value
