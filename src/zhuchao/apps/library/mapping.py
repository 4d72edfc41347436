"""A page with an officer's corrections, as it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from zhuchao import tables
from zhuchao.apps.parties.persons import COVER, covered
from zhuchao.core.errors import Refused
from zhuchao.core.text.folding import folded_plain
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.wire import page_to_json

# What may be typed over a proposal, and what besides in a page that is a record.
PROPOSED = ("title", "original_title", "source", "editor", "author", "category", "published")
CORRECTABLE = (*PROPOSED, "source_address", "event_on", "views", "likes")
MOST_SEARCHED = 600


def corrected(page: Page, corrections: Mapping[str, str]) -> dict[str, Any]:
    """The page's JSON with corrected fields marked as given by a person, its contacts covered.

    Raises: Refused, for a field that cannot be corrected or a date that is none.
    """
    stored = page_to_json(page)
    _cover_contacts(stored)
    for name, written in corrections.items():
        if name not in PROPOSED:
            raise Refused(f"字段“{name}”不能更正")
        value = written.strip() or None
        if name == "published" and value is not None:
            value = _day(value).isoformat()
        shown = stored[name]["value"]
        if value == shown or (name == "published" and value and str(shown or "")[:10] == value):
            continue
        state = "given" if value is not None else "unknown"
        stored[name] = stored[name] | {"value": value, "state": state, "why": "由人员更正"}
    return stored


def published_on(stored: Mapping[str, Any]) -> date | None:
    """The day of publication, where one is known."""
    value = stored["published"]["value"]
    return datetime.fromisoformat(value).date() if value else None


def _cover_contacts(stored: dict[str, Any]) -> None:
    # Whom a page names to ring up stands in the kept original, which is opened as an intake.
    names = [name for contact in stored["contacts"] for name in contact["names"]]
    for each in (*stored["contacts"], *stored["cut"]):
        each["text"] = covered(each["text"], names=names)
    for contact in stored["contacts"]:
        contact["names"] = [COVER * len(name) for name in contact["names"]]
        contact["telephones"] = [COVER * len(each) for each in contact["telephones"]]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        raise Refused("日期请写成 2026-03-31 的形式") from None


def searched(stored: Mapping[str, Any]) -> str:
    """What a list of pages is searched in: title, original title and source, folded."""
    names = ("title", "original_title", "source")
    told = " ".join(str(stored[name]["value"] or "") for name in names)
    return searchable(told)[:MOST_SEARCHED]


def searchable(text: str) -> str:
    """Evasive spellings, width, case and traditional characters folded, for comparing only."""
    reference = tables.load()
    simplified = text.translate(reference.traditional)
    return folded_plain(simplified, reference.folding, reference.evasions)


def body_text(stored: Mapping[str, Any]) -> str:
    """The stored page's body, a zone a line."""
    return "\n".join(zone["text"] for zone in stored["body"])
