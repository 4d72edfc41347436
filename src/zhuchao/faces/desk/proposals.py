"""What the machine proposes for an intake, beside its original: a page, or a message's terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from zhuchao import tables as reference
from zhuchao.apps.enquiries.mapping import left_open
from zhuchao.apps.parties.persons import anonymous
from zhuchao.core import messages, reading
from zhuchao.core.reading.decoding import decode
from zhuchao.core.vocabulary.enquiry import Chatter, Enquiry, Flag, Message
from zhuchao.core.vocabulary.page import Page, ZoneKind
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.faces.hand.marking import CUT, Mark, Run, runs, term_marks
from zhuchao.faces.hand.terms import in_order

PAGE, MESSAGE = "page", "message"
PAGE_FIELDS = ("title", "original_title", "source", "editor", "author", "category", "published")


@dataclass(frozen=True)
class PageProposal:
    """A page with its original in runs; ``cut`` is grouped by kind, in order of first sight."""

    page: Page
    runs: tuple[Run, ...]
    cut: tuple[tuple[ZoneKind, tuple[str, ...]], ...]
    is_page = True


@dataclass(frozen=True)
class Flagged:
    """A passage that may not be published, in its own words."""

    flag: Flag
    words: str


@dataclass(frozen=True)
class MessageProposal:
    """A message with its original in runs; ``terms`` ends with the missing ones as unknown.

    ``parts`` are the single messages where the text holds several, else empty.
    ``told`` is the side that an officer says it is of, None where its words decided.
    """

    message: Message
    kind: str
    terms: tuple[Term, ...]
    runs: tuple[Run, ...]
    parts: tuple[messages.Part, ...] = ()
    told: messages.Side | None = None
    is_page = False

    @property
    def ask_back(self) -> str:
        return "" if isinstance(self.message, Chatter) else self.message.ask_back

    @property
    def flags(self) -> tuple[Flagged, ...]:
        return flagged(self.message)

    @property
    def why(self) -> str:
        return self.message.why if isinstance(self.message, Chatter) else ""


def flagged(message: Message) -> tuple[Flagged, ...]:
    """The passages of a message that may not be published."""
    return tuple(Flagged(each, each.span.of(message.text)) for each in message.flags)


def flagged_in(text: str) -> tuple[Flagged, ...]:
    """The same of the text of a record."""
    return flagged(messages.parse(text, reference.load())) if text else ()


def propose(
    raw: bytes,
    *,
    kind: str,
    fetched_at: datetime | None,
    address: str = "",
    side: messages.Side | None = None,
) -> PageProposal | MessageProposal:
    """Read ``raw`` as a page or a message, of the ``side`` that an officer says it is of.

    Raises: Unreadable, when nothing can be read from it.
    """
    if kind == PAGE:
        tables = reference.load()
        return propose_page(
            reading.read(raw, tables=tables, fetched_at=fetched_at, address=address)
        )
    text, tables = decode(raw)[0], reference.load()
    parts = messages.split(text, tables)
    message = messages.parse_as(text, tables, side) if side else messages.parse(text, tables)
    proposal = propose_message(message)
    return replace(proposal, parts=parts if len(parts) > 1 else (), told=side)


def covered(proposal: PageProposal | MessageProposal) -> PageProposal | MessageProposal:
    """The same with its persons covered, for whoever looks back at a confirmed intake."""
    if isinstance(proposal, MessageProposal):
        sealed = anonymous(proposal.message.terms, proposal.message.text)
        return propose_message(replace(proposal.message, terms=sealed.terms, text=sealed.text))
    page = proposal.page
    terms = [
        Term(FieldKey.TELEPHONE, Read(contact.text, State.GIVEN, contact.span))
        for contact in page.contacts
    ]
    cut = tuple(zone for zone in page.cut if zone.kind is not ZoneKind.CONTACT)
    return propose_page(replace(page, text=anonymous(terms, page.text).text, cut=cut))


def texts_of(proposal: MessageProposal) -> tuple[str, ...]:
    """The single messages as texts of their own, each with who said it in a forwarded chat."""
    return tuple(
        f"{part.sender}：{part.text}" if part.sender else part.text for part in proposal.parts
    )


def kind_of(raw: bytes) -> str:
    """Raises: Unreadable, when the bytes are neither page nor message."""
    return PAGE if reading.looks_like_page(decode(raw)[0]) else MESSAGE


def propose_page(page: Page) -> PageProposal:
    return PageProposal(page, tuple(runs(page.text, _page_marks(page))), _cut_by_kind(page))


def propose_message(message: Message) -> MessageProposal:
    missing = () if isinstance(message, Chatter) else message.missing
    known = {term.key for term in message.terms}
    asked = tuple(Term(key, Read(None, State.UNKNOWN)) for key in missing if key not in known)
    kind = {Enquiry: "demand", Chatter: "neither"}.get(type(message), "supply")
    terms = message.terms + asked
    return MessageProposal(message, kind, terms, tuple(runs(message.text, term_marks(terms))))


def record_proposal(text: str, terms: tuple[Term, ...], ask_back: str) -> MessageProposal:
    """A demand's text with the terms that a person confirmed, and what it leaves open."""
    tables = reference.load()
    flags = messages.parse(text, tables).flags
    missing = left_open(terms, text, tables)
    return propose_message(Enquiry(text, tuple(in_order(terms)), missing, ask_back, flags))


def _page_marks(page: Page) -> Iterator[Mark]:
    for name in PAGE_FIELDS:
        read = getattr(page, name)
        if read.span is not None:
            yield Mark(name, read.span, read.state.value)
    for zone in page.cut:
        yield Mark(zone.kind.value, zone.span, CUT)


def _cut_by_kind(page: Page) -> tuple[tuple[ZoneKind, tuple[str, ...]], ...]:
    kinds = dict.fromkeys(zone.kind for zone in page.cut)
    return tuple(
        (kind, tuple(zone.text for zone in page.cut if zone.kind is kind)) for kind in kinds
    )
