"""What one line is by itself: by its wording, its links and the block it stands in."""

from __future__ import annotations

from functools import lru_cache

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.lines import Line
from zhuchao.core.reading.signs import may_show
from zhuchao.core.reading.wording import KNOWN, MAX_META, MAX_SHORT, shows_share, worded_kind
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import ZoneKind

MAX_HEADING = 40
# A bold line that is longer, and has a comma, is emphasis.
MAX_BOLD = 24
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A line made of links is navigation unless it reads as a sentence.
MAX_LINKS = 0.6
# A short link outside the region is an item of a menu, or a button.
MAX_MENU = 8
# So much may stand beside an unlabelled date in a line that tells of the page.
MAX_BESIDE = 40


def kind_of(line: Line, *, is_below_title: bool) -> ZoneKind:
    """The kind of a line where nothing around it says otherwise."""
    is_menu = not line.in_region and line.link_share > MAX_LINKS and _is_entry(line)
    cued = _menu_kind(line.plain) if is_menu else cued_kind(line)
    if cued is not None:
        return cued
    if not line.in_region:
        return ZoneKind.NAVIGATION
    is_sentence = is_below_title and cues.SENTENCE.search(line.plain)
    if line.link_share > MAX_LINKS and not is_sentence:
        return ZoneKind.NAVIGATION
    return _body_kind(line)


def _is_entry(line: Line) -> bool:
    """A short link, or the whole of a longer one, is an entry of a menu or a list."""
    if len(line.text) <= MAX_MENU:
        return True
    if len(line.links) != 1 or len(line.links[0].text) < len(line.text):
        return False
    # Whether it is a file takes long to find out.
    return bool(line.links[0].address) and not (
        line.documents
        or (may_show("ATTACHMENT", line.plain) and cues.ATTACHMENT.search(line.plain))
    )


def cued_kind(line: Line) -> ZoneKind | None:
    """The kind that the wording alone shows."""
    kind = worded_kind(line.plain)
    if kind is None and len(line.plain) <= MAX_SHORT and line.documents:
        return ZoneKind.ATTACHMENT
    return kind


@lru_cache(KNOWN)
def _menu_kind(text: str) -> ZoneKind:
    """What a short link outside the region is: hardly ever more than a way to elsewhere."""
    if may_show("RELATED", text) and bars.RELATED.match(text):
        return ZoneKind.RELATED
    if may_show("BREADCRUMB", text) and cues.BREADCRUMB.match(text):
        return ZoneKind.BREADCRUMB
    if may_show("TAGS", text) and cues.TAGS.match(text):
        return ZoneKind.META
    is_bar = shows_share(text) and not cues.FIGURES.match(text)
    return ZoneKind.SHARE if is_bar else ZoneKind.NAVIGATION


def is_meta(line: Line, max_beside: int = MAX_BESIDE) -> bool:
    """True for a line that tells when, by whom or how often read, and hardly anything else.

    ``max_beside`` bounds the characters beside an unlabelled date.
    """
    text = line.plain
    if len(text) > MAX_META or "。" in text:
        return False
    return _tells_of_page(text, max_beside)


# Titles, menus and lists are looked through for it, one after another.
@lru_cache(KNOWN)
def _tells_of_page(text: str, max_beside: int) -> bool:
    if not cues.TELLS.search(text):
        return False
    text = cues.squeezed(text)
    labels = len(cues.META_LABEL.findall(text)) if may_show("META_LABEL", text) else 0
    dates = [d for d in find_dates(text) if d.is_absolute or d.is_relative or d.is_timed]
    if labels and (dates or labels > 1 or len(text) <= MAX_SHORT):
        return True
    if not dates or len(text) > MAX_SHORT or cues.TODAY.search(text) or cues.TERM.match(text):
        return False
    beside = len(text) - sum(written.span.end - written.span.start for written in dates)
    return beside <= max_beside and not cues.SENTENCE.search(text)


def _body_kind(line: Line) -> ZoneKind:
    if line.tag == "tr":
        return ZoneKind.TABLE
    if line.tag in {"figcaption", "caption"}:
        return ZoneKind.CAPTION
    if len(line.text) > MAX_HEADING:
        return ZoneKind.PARAGRAPH
    may_head = line.tag in HEADINGS or line.plain.startswith("——")
    if may_head and not cues.STOP.search(line.plain):
        return ZoneKind.HEADING
    stop = cues.STOP if len(line.text) <= MAX_BOLD else cues.CLAUSE
    if line.is_bold and not stop.search(line.plain):
        return ZoneKind.HEADING
    is_numbered = cues.HEADING.match(line.plain) and not cues.CLAUSE_END.search(line.plain)
    return ZoneKind.HEADING if is_numbered else ZoneKind.PARAGRAPH
