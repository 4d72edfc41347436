"""A page as read: its fields, its body, and everything that was cut away, by kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from zhuchao.core.vocabulary.read import Read, Span


class ZoneKind(StrEnum):
    """What a line of a page is."""

    TITLE = "title"
    BREADCRUMB = "breadcrumb"
    META = "meta"
    BADGE = "badge"
    ORIGINAL_TITLE = "original_title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    CAPTION = "caption"
    EDITOR = "editor"
    CONTACT = "contact"
    NOTICE = "notice"
    SHARE = "share"
    RELATED = "related"
    ATTACHMENT = "attachment"
    NAVIGATION = "navigation"


BODY_KINDS = frozenset({ZoneKind.HEADING, ZoneKind.PARAGRAPH, ZoneKind.TABLE, ZoneKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Zone:
    """One run of lines of one kind; ``text`` is ``span.of(page.text)``."""

    kind: ZoneKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class RelatedItem:
    """An entry of the list of related pages.

    ``excerpt`` is empty where none is shown, ``address`` where the page gives no link.
    """

    title: str
    excerpt: str
    span: Span
    address: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the page offers; ``address`` is empty where only its name is told."""

    name: str
    address: str
    span: Span


@dataclass(frozen=True, slots=True)
class PageContact:
    """A contact block: who is named and which telephones, as written."""

    text: str
    names: tuple[str, ...]
    telephones: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read.

    ``text`` holds the visible lines of the original, unfolded, joined by newlines; every span
    points into it. ``body`` zones are in reading order; ``cut`` holds all other lines, by kind.
    ``published`` without a known year is unknown, its span quoting what is written; ``event_on`` is
    the day of the one thing told, always inferred. Addresses are absolute where the page's own is
    known, else as written.
    """

    text: str
    charset: str
    title: Read[str]
    original_title: Read[str]
    source: Read[str]
    source_address: Read[str]
    editor: Read[str]
    author: Read[str]
    category: Read[str]
    breadcrumb: tuple[str, ...]
    published: Read[date | datetime]
    event_on: Read[date]
    views: Read[int]
    likes: Read[int]
    body: tuple[Zone, ...]
    related: tuple[RelatedItem, ...]
    attachments: tuple[Attachment, ...]
    contacts: tuple[PageContact, ...]
    cut: tuple[Zone, ...]

    @property
    def body_text(self) -> str:
        """The body's zones joined by newlines."""
        return "\n".join(zone.text for zone in self.body)

    @property
    def notices(self) -> tuple[Zone, ...]:
        """Disclaimers, copyright and risk statements, in order."""
        return tuple(zone for zone in self.cut if zone.kind is ZoneKind.NOTICE)
