"""From bytes to a Page: the one path that every page takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from zhuchao.core.errors import Unreadable
from zhuchao.core.reading import cues
from zhuchao.core.reading.blocks import sheet_of
from zhuchao.core.reading.bylines import bylines_of
from zhuchao.core.reading.cards import site_contacts
from zhuchao.core.reading.contacts import contacts_of
from zhuchao.core.reading.decoding import decode
from zhuchao.core.reading.events import event_on
from zhuchao.core.reading.judging import is_meta
from zhuchao.core.reading.lines import Line, Sheet, lines_of
from zhuchao.core.reading.links import attachments_of, base_of, source_address_of
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.reading.markup import flattened, is_markup, is_tangled
from zhuchao.core.reading.published import published_of, signed_on
from zhuchao.core.reading.related import related_of
from zhuchao.core.reading.scripts import headline_in_scripts, published_in_scripts
from zhuchao.core.reading.titles import title_line, title_of, title_parts
from zhuchao.core.reading.unscripted import unscripted
from zhuchao.core.reading.zoning import kinds_of
from zhuchao.core.vocabulary.page import BODY_KINDS, Page, Zone, ZoneKind
from zhuchao.core.vocabulary.read import Read, Span, State, unknown
from zhuchao.core.vocabulary.tables import Folding, Tables

NO_ORIGINAL_TITLE = "页面上没有写原标题"
# A chat message is shorter and has fewer paragraphs of running text than the shortest page.
MIN_PAGE_SENTENCES = 3
MIN_PAGE_LENGTH = 300


def read(
    raw: bytes | str, *, tables: Tables, fetched_at: datetime | None = None, address: str = ""
) -> Page:
    """The page's fields, body and cut zones; every span quotes ``Page.text``.

    Relative dates resolve against ``fetched_at`` only; naive moments count as Beijing time. Links
    are made absolute by ``address``, the page's own.

    Raises: Unreadable, when empty, larger than ``decoding.MAX_BYTES``, or binary.
    """
    text, charset = decode(raw)
    sheet = _sheet(text, tables.plain)
    title_at = title_line(sheet, tables.title_weights)
    kinds = kinds_of(sheet, title_at, tables.line_weights)
    page = _page(sheet, kinds, fetched_at, base_of(sheet, address))
    if sheet.has_dom and not page.published.is_known:
        page = replace(page, published=published_in_scripts(text, page.published, sheet.text))
    return replace(
        page,
        charset=charset,
        title=title_of(sheet, title_at),
        event_on=event_on(page.body, page.published, tables.plain),
    )


def sheet_of_page(raw: bytes | str, tables: Tables) -> Sheet:
    """The page as lines. Raises: Unreadable, as ``read`` does."""
    text, _ = decode(raw)
    return _sheet(text, tables.plain)


def _page(sheet: Sheet, kinds: Sequence[ZoneKind], fetched_at: datetime | None, base: str) -> Page:
    zones = tuple(_zones(sheet, kinds))
    shown = "".join(zone.text for zone in zones if zone.kind is ZoneKind.TITLE)
    bylines = bylines_of(sheet.lines, kinds, shown, title_parts(sheet)[1:-1])
    body = [line for line, kind in zip(sheet.lines, kinds, strict=True) if kind in BODY_KINDS]
    metas = [line for line, its in zip(sheet.lines, kinds, strict=True) if its is ZoneKind.META]
    signed = signed_on(metas, body)
    published = published_of(bylines.dates, sheet.head.metas, fetched_at, signed)
    sites = site_contacts(sheet.lines, kinds)
    return Page(
        text=sheet.text,
        charset="",
        title=unknown(),
        original_title=_original_title(zones),
        source=bylines.source,
        source_address=source_address_of(bylines.source, sheet.lines, kinds, base=base),
        editor=bylines.editor,
        author=bylines.author,
        category=bylines.category,
        breadcrumb=bylines.breadcrumb,
        published=published,
        event_on=unknown(),
        views=bylines.views,
        likes=bylines.likes,
        body=tuple(zone for zone in zones if zone.kind in BODY_KINDS),
        related=related_of(sheet, kinds, base=base),
        attachments=attachments_of(sheet.lines, kinds, base=base),
        contacts=contacts_of(zones, [sheet.lines[at].span for at in sites]),
        cut=tuple(zone for zone in zones if zone.kind not in BODY_KINDS),
    )


def looks_like_page(raw: bytes | str) -> bool:
    """True for a page, False for a chat message and for what cannot be read at all."""
    try:
        text, _ = decode(raw)
    except Unreadable:
        return False
    if is_markup(text):
        return True
    lines = lines_of(text).lines
    if any(_is_page_furniture(line) for line in lines[:200]):
        return True
    sentences = sum(is_sentence(line) for line in lines)
    return sentences >= MIN_PAGE_SENTENCES and len(text) >= MIN_PAGE_LENGTH


def _is_page_furniture(line: Line) -> bool:
    signs = (cues.BREADCRUMB, cues.ORIGINAL_TITLE, cues.BACK_TO_SOURCE)
    if any(sign.search(line.plain) for sign in signs):
        return True
    return bool(cues.PUBLISHED_META.search(line.plain)) and is_meta(line)


def _sheet(text: str, folding: Folding) -> Sheet:
    if not is_markup(text):
        return lines_of(text, folding)
    seen = unscripted(text)
    if is_tangled(seen):
        return lines_of(flattened(text), folding)
    sheet, headline = sheet_of(seen, folding), headline_in_scripts(text)
    if not sheet.is_structured:
        return lines_of(sheet.text, folding)
    if not headline:
        return sheet
    metas = {**sheet.head.metas, "headline": headline}
    return replace(sheet, head=replace(sheet.head, metas=metas))


def _zones(sheet: Sheet, kinds: Sequence[ZoneKind]) -> Iterator[Zone]:
    """The lines as zones: each line of the body its own, what is cut in runs of one kind."""
    start = -1
    for line, kind, following in zip(sheet.lines, kinds, [*kinds[1:], None], strict=False):
        start = start if start >= 0 else line.span.start
        if kind is not following or kind in BODY_KINDS:
            span = Span(start, line.span.end)
            yield Zone(kind, span.of(sheet.text), span)
            start = -1


def _original_title(zones: Sequence[Zone]) -> Read[str]:
    for zone in zones:
        is_told = zone.kind is ZoneKind.ORIGINAL_TITLE
        head = cues.ORIGINAL_TITLE.match(zone.text) if is_told else None
        if head:
            value = zone.text[head.end() :].split("\n")[0].rstrip(" \u3000)）】]\r")
            if value:
                begin = zone.span.start + head.end()
                return Read(value, State.GIVEN, Span(begin, begin + len(value)))
    return unknown(NO_ORIGINAL_TITLE)
