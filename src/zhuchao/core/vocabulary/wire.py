"""Terms, pages, messages and matches as JSON-ready values, and terms back again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Message
from zhuchao.core.vocabulary.match import Match
from zhuchao.core.vocabulary.page import Attachment, Page, PageContact, RelatedItem, Zone
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.term import (
    Amount,
    FieldKey,
    Machines,
    PlaceRef,
    Stance,
    Term,
    TradeRef,
    Value,
)

Json = dict[str, Any]


def span_to_json(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def value_to_json(value: object) -> Any:
    """A term's or field's value as JSON; tuples become lists, dates ISO text."""
    match value:
        case Amount() | PlaceRef():
            return asdict(value)
        case Machines(count, tonnes, others):
            alone: Json = {"count": count, "tonnes": tonnes}
            return alone | {"others": [value_to_json(each) for each in others]} if others else alone
        case TradeRef(name, code):
            return {"trade": name, "code": code}
        case tuple():
            return [value_to_json(item) for item in value]
        case date():
            return value.isoformat()
        case _:
            return value


def read_to_json(read: Read[Any]) -> Json:
    """``{value, unit, state, span, why}``; the value is null when unknown."""
    return {
        "value": value_to_json(read.value),
        "unit": read.unit,
        "state": read.state.value,
        "span": span_to_json(read.span),
        "why": read.why,
    }


def term_to_json(term: Term) -> Json:
    """A term as ``{key, floor, stance}`` and the keys of ``read_to_json``."""
    head = {"key": term.key.value, "floor": term.floor, "stance": term.stance.value}
    return head | read_to_json(term.read)


def value_from_json(value: Any) -> Value:
    """Raises: Refused, when the value has none of the forms that a term can have."""
    match value:
        case bool() | str():
            return value
        case {"low": low, "high": high, **rest}:
            return Amount(low, high, bool(rest.get("about", False)), str(rest.get("per", "")))
        case {"count": count, "tonnes": tonnes}:
            others = (Machines(each["count"], each["tonnes"]) for each in value.get("others", ()))
            return Machines(count, tonnes, tuple(others))
        case [{"name": _, "code": _}, *_]:
            return tuple(PlaceRef(item["name"], item["code"]) for item in value)
        case [{"trade": _, "code": _}, *_]:
            return tuple(TradeRef(item["trade"], item["code"]) for item in value)
        case list():
            return tuple(str(item) for item in value)
    raise Refused("字段的值不是可识别的形式")


def term_from_json(item: Mapping[str, Any]) -> Term:
    """Raises: Refused, when the item is not what ``term_to_json`` gives."""
    try:
        state = State(item["state"])
        span = Span(*item["span"]) if item.get("span") else None
        value = None if state is State.UNKNOWN else value_from_json(item["value"])
        read: Read[Value] = Read(value, state, span, item.get("unit", ""), item.get("why", ""))
        return Term(FieldKey(item["key"]), read, Stance(item["stance"]), item.get("floor", ""))
    except (KeyError, ValueError, TypeError) as error:
        raise Refused(f"字段内容不完整或有误：{error}") from error


def terms_from_json(items: Iterable[Mapping[str, Any]]) -> tuple[Term, ...]:
    return tuple(term_from_json(item) for item in items)


def _zone_to_json(zone: Zone) -> Json:
    return {"kind": zone.kind.value, "text": zone.text, "span": span_to_json(zone.span)}


def page_to_json(page: Page) -> Json:
    """The page's fields under their names; ``body`` and ``cut`` are lists of zones."""
    names = (
        "title", "original_title", "source", "source_address", "editor", "author", "category",
        "published", "event_on", "views", "likes",
    )  # fmt: skip
    fields: Json = {name: read_to_json(getattr(page, name)) for name in names}
    return fields | {
        "breadcrumb": list(page.breadcrumb),
        "charset": page.charset,
        "body": [_zone_to_json(zone) for zone in page.body],
        "related": [_with_span(item, "title", "excerpt", "address") for item in page.related],
        "attachments": [_with_span(each, "name", "address") for each in page.attachments],
        "contacts": [_contact_to_json(contact) for contact in page.contacts],
        "cut": [_zone_to_json(zone) for zone in page.cut],
    }


def _with_span(item: RelatedItem | Attachment, *names: str) -> Json:
    return {name: getattr(item, name) for name in names} | {"span": span_to_json(item.span)}


def _contact_to_json(contact: PageContact) -> Json:
    return {
        "text": contact.text,
        "names": list(contact.names),
        "telephones": list(contact.telephones),
        "span": span_to_json(contact.span),
    }


def message_to_json(message: Message) -> Json:
    """``{kind, text, fields, per_floor, ask_back, missing, flags}``.

    ``fields`` maps a field's key to its term for the whole; the terms told per floor stand in
    ``per_floor``; a missing field that matters stands in ``fields`` as unknown.
    """
    kind = {Enquiry: "demand", Chatter: "neither"}.get(type(message), "supply")
    fields = {t.key.value: term_to_json(t) for t in reversed(message.terms) if not t.floor}
    missing = () if isinstance(message, Chatter) else message.missing
    for key in missing:
        fields.setdefault(key.value, term_to_json(Term(key, Read(None, State.UNKNOWN))))
    return {
        "kind": kind,
        "text": message.text,
        "fields": fields,
        "per_floor": [term_to_json(t) for t in message.terms if t.floor],
        "missing": [key.value for key in missing],
        "ask_back": message.why if isinstance(message, Chatter) else message.ask_back,
        "flags": [asdict(flag) | {"span": span_to_json(flag.span)} for flag in message.flags],
    }


def match_to_json(match: Match) -> Json:
    """A match with its property's identity and every reason."""
    return {
        "key": match.offered.key,
        "title": match.offered.title,
        "standing": match.standing.value,
        "score": round(match.score, 1),
        "reasons": [
            {
                "key": reason.key.value,
                "verdict": reason.verdict.value,
                "stance": reason.stance.value,
                "sentence": reason.sentence,
                "points": round(reason.points, 2),
            }
            for reason in match.reasons
        ],
    }
