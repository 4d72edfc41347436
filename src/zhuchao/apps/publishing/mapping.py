"""From a read page's stored fields to an article's columns and body; all text goes in escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from wagtail.rich_text import get_text_for_indexing

from zhuchao.core.vocabulary.page import BODY_KINDS

HEADING, PARAGRAPH = "heading", "paragraph"
# What pages of some kinds tell besides their body.
TOLD_BESIDE = (
    "original_title", "document_number", "applicants", "support", "procedure", "objection_to",
    "position", "employer", "serves", "trades",
)  # fmt: skip
RICH = frozenset({PARAGRAPH})
# A list shows two lines of it on a phone and three beside the lead.
EXCERPT_LENGTH = 110
HEADING_LENGTH = 200
CAPTION_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One piece of a body as plain text; ``kind`` is a block of ``blocks.BodyBlock``."""

    kind: str
    text: str

    @property
    def is_heading(self) -> bool:
        return self.kind == HEADING


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text comes from; what is not known stays empty."""

    original_title: str = ""
    source: str = ""
    source_address: str = ""
    editor_name: str = ""
    author_name: str = ""
    event_on: date | None = None
    published_on: date | None = None

    def columns(self) -> dict[str, Any]:
        """Cut to the columns' lengths; an address that is not of the web is left out."""
        return {
            "original_title": self.original_title.strip()[:200],
            "source": self.source.strip()[:100],
            "source_address": web_address(self.source_address),
            "editor_name": self.editor_name.strip()[:40],
            "author_name": self.author_name.strip()[:40],
            "event_on": self.event_on,
            "published_on": self.published_on,
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A text before it is a page: title, body and provenance."""

    title: str
    paragraphs: Sequence[Paragraph]
    provenance: Provenance = field(default_factory=Provenance)


def draft_of(stored: Mapping[str, Any], *, title: str, address: str) -> Draft:
    """The draft of a read page (``vocabulary.wire.page_to_json``)."""

    def told(name: str) -> str:
        return str((stored.get(name) or {}).get("value") or "")

    published = told("published")
    provenance = Provenance(
        original_title=told("original_title"),
        source=told("source"),
        source_address=address,
        editor_name=told("editor"),
        author_name=told("author"),
        published_on=datetime.fromisoformat(published).date() if published else None,
    )
    # The page may tell its title once more above the text; an article tells it itself.
    repeated = {told("title"), told("original_title"), title.strip()}
    body = [
        Paragraph(zone["kind"], zone["text"])
        for zone in stored.get("body", [])
        if zone["kind"] in BODY_KINDS
        and not (zone["kind"] == HEADING and zone["text"].strip() in repeated)
    ]
    return Draft(title.strip() or told("title"), merged_tables(body), provenance)


def paragraphs_of_text(text: str) -> list[Paragraph]:
    """One paragraph a line, for a text written by hand."""
    return [Paragraph(PARAGRAPH, line.strip()) for line in text.splitlines() if line.strip()]


def merged_tables(body: Iterable[Paragraph]) -> list[Paragraph]:
    """Rows that were read one by one stand in one table."""
    found: list[Paragraph] = []
    for each in body:
        if each.kind == "table" and found and found[-1].kind == "table":
            found[-1] = Paragraph("table", f"{found[-1].text}\n{each.text}")
        elif each.text.strip():
            found.append(each)
    return found


def stream_of(paragraphs: Iterable[Paragraph]) -> list[tuple[str, str]]:
    """The body as Wagtail stores it."""
    return [_block(each) for each in paragraphs]


def paragraphs_of(body: Iterable[Any]) -> list[Paragraph]:
    """A stored body as plain text."""
    return [Paragraph(block.block_type, _plain(block)) for block in body]


def words_of(page: Any) -> str:
    """All that readers are told on a page of any kind, which is read as its own kind."""
    told = [str(getattr(page, name, "")) for name in TOLD_BESIDE]
    facts = getattr(page, "facts", None)
    told += [f"{each.label} {each.value}" for each in facts.all()] if facts is not None else []
    body = (each.text for each in paragraphs_of(page.body))
    return "\n".join(each for each in (*told, *body) if each)


def excerpt_of(paragraphs: Iterable[Paragraph]) -> str:
    """The beginning of the running text."""
    text = "".join(each.text for each in paragraphs if each.kind == PARAGRAPH)
    text = " ".join(text.split())
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1] + "…"


def web_address(address: str) -> str:
    """The address where it is one that a reader may follow, else nothing."""
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        return ""
    return address if len(address) <= 2000 else ""


def _block(paragraph: Paragraph) -> tuple[str, str]:
    text = paragraph.text.strip()
    match paragraph.kind:
        case "heading" if len(text) <= HEADING_LENGTH:
            return HEADING, " ".join(text.split())
        case "caption" if len(text) <= CAPTION_LENGTH:
            return "caption", " ".join(text.split())
        case "table" | "quote" as kind:
            return kind, text
    lines = "<br/>".join(escape(line) for line in text.splitlines())
    return PARAGRAPH, f"<p>{lines}</p>"


def _plain(block: Any) -> str:
    if block.block_type in RICH:
        return str(get_text_for_indexing(block.value.source)).strip()
    if block.block_type == "picture":
        return str(getattr(block.value, "contextual_alt_text", "") or "")
    return str(block.value or "")
