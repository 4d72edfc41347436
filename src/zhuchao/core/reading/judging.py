"""What one line is by itself: by its wording, its links and the block it stands in."""

from __future__ import annotations

from collections.abc import Callable

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import ZoneKind

MAX_SHORT = 80
MAX_META = 200
MAX_NOTICE = 500
MAX_FOOT = 60
MAX_CAPTION = 60
# A line about contacts that gives no telephone: 联系人：…, 长按扫一扫.
MAX_UNNUMBERED = 30
MAX_MAIL = 60
MAX_HEADING = 40
# A bold line that is longer, and has a comma, is emphasis.
MAX_BOLD = 24
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A line made of links is navigation unless it reads as a sentence.
MAX_LINKS = 0.6
# So much may stand beside an unlabelled date in a line that tells of the page.
MAX_BESIDE = 40


def kind_of(line: Line, *, is_below_title: bool) -> ZoneKind:
    """The kind of a line where nothing around it says otherwise."""
    cued = cued_kind(line)
    if cued is not None:
        return cued
    if not line.in_region:
        return ZoneKind.NAVIGATION
    is_sentence = is_below_title and cues.SENTENCE.search(line.plain)
    if line.link_share > MAX_LINKS and not is_sentence:
        return ZoneKind.NAVIGATION
    return _body_kind(line)


def cued_kind(line: Line) -> ZoneKind | None:
    """The kind that the wording alone shows."""
    size = len(line.plain)
    if size > MAX_NOTICE:
        return None
    for longest, shows, kind in _RULES:
        if size <= longest and shows(line.plain):
            return kind
    return ZoneKind.ATTACHMENT if line.documents and size <= MAX_SHORT else None


def is_meta(line: Line, max_beside: int = MAX_BESIDE) -> bool:
    """True for a line that tells when, by whom or how often read, and hardly anything else.

    ``max_beside`` bounds the characters beside an unlabelled date.
    """
    text = cues.squeezed(line.plain)
    if len(text) > MAX_META or "。" in text:
        return False
    labels = len(cues.META_LABEL.findall(text))
    dates = [d for d in find_dates(text) if d.is_absolute or d.is_relative or d.is_timed]
    if labels and (dates or labels > 1 or len(text) <= MAX_SHORT):
        return True
    if not dates or len(text) > MAX_SHORT or cues.TODAY.search(text):
        return False
    beside = len(text) - sum(written.span.end - written.span.start for written in dates)
    return beside <= max_beside and not cues.SENTENCE.search(text)


def is_foot(text: str) -> bool:
    """True for what stands below an article on every page of a site."""
    if not cues.may_show("FOOT", text):
        return False
    return bool(cues.FOOT.search(text)) and not (len(text) > MAX_FOOT and text.endswith("。"))


def _is_editor(text: str) -> bool:
    """Who edited, alone or in a row with who wrote and took pictures."""
    shows = (cues.EDITOR, cues.BACK_TO_SOURCE, cues.CREDITS)
    return "。" not in text and any(cue.search(text) for cue in shows)


def _is_notice(text: str) -> bool:
    match = cues.NOTICE.search(text) if cues.may_show("NOTICE", text) else None
    return match is not None and (match.start() == 0 or len(text) <= 160)


def _is_licence(text: str) -> bool:
    """The site's licence and copyright, also where its telephone stands beside."""
    return ("备" in text or "©" in text) and bool(cues.LICENCE.search(text))


def _is_contact(text: str) -> bool:
    """A line that hardly does more than say whom to call: long only where it says so twice."""
    if len(text) <= MAX_SHORT and cues.REQUEST.match(text):
        return True
    calls = len(cues.CONTACT.findall(text)) if cues.may_show("CONTACT", text) else 0
    if cues.DIGITS.search(text) and cues.TELEPHONE.search(text):
        return "。" not in text.rstrip("。") and (len(text) <= MAX_SHORT or calls > 1)
    if "@" in text and len(text) <= MAX_MAIL and cues.MAIL.search(text):
        return "。" not in text
    if cues.CONTACT_HEADING.match(text) or text.count("|") + text.count("｜") > 1:
        return False
    return bool(calls) and len(text) <= MAX_UNNUMBERED and "。" not in text and "，" not in text


def _is_site_contact(text: str) -> bool:
    return cues.may_show("SITE_CONTACT", text) and bool(cues.SITE_CONTACT.search(text))


def _is_share(text: str) -> bool:
    return cues.may_show("SHARE", text) and bool(bars.SHARE.match(text))


def _is_badge(text: str) -> bool:
    return cues.may_show("BADGE", text) and bool(cues.BADGE.search(text))


def _is_figure(text: str) -> bool:
    return cues.may_show("FIGURES", text) and bool(cues.FIGURES.search(text))


def _is_caption(text: str) -> bool:
    may_be = text[0] in "▲△▼↑◀▶视数资" or "摄" in text or "图" in text
    return may_be and bool(cues.CAPTION.search(text))


_RULES: tuple[tuple[int, Callable[[str], object], ZoneKind], ...] = (
    (MAX_META, cues.BREADCRUMB.match, ZoneKind.BREADCRUMB),
    (MAX_META, cues.ORIGINAL_TITLE.match, ZoneKind.ORIGINAL_TITLE),
    (MAX_META, _is_badge, ZoneKind.BADGE),
    (MAX_SHORT, bars.RELATED.match, ZoneKind.RELATED),
    (MAX_SHORT, cues.CLOSING_SOURCE.match, ZoneKind.META),
    (MAX_META, cues.ORIGINAL_LINK.match, ZoneKind.META),
    (MAX_UNNUMBERED, cues.REPORTERS.match, ZoneKind.META),
    (MAX_SHORT, cues.COUNTERS.match, ZoneKind.META),
    (MAX_SHORT, bars.LIKED.match, ZoneKind.META),
    (MAX_UNNUMBERED, cues.WRITER.match, ZoneKind.META),
    (MAX_SHORT, _is_editor, ZoneKind.EDITOR),
    (MAX_NOTICE, _is_notice, ZoneKind.NOTICE),
    (MAX_META, _is_site_contact, ZoneKind.NAVIGATION),
    (MAX_META, _is_licence, ZoneKind.NAVIGATION),
    (MAX_META, _is_contact, ZoneKind.CONTACT),
    (MAX_SHORT, _is_figure, ZoneKind.NAVIGATION),
    (MAX_SHORT, _is_share, ZoneKind.SHARE),
    (MAX_SHORT, cues.ATTACHMENT.search, ZoneKind.ATTACHMENT),
    (MAX_META, is_foot, ZoneKind.NAVIGATION),
    (MAX_SHORT, bars.LISTING.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, cues.TOOLS.match, ZoneKind.NAVIGATION),
    (MAX_CAPTION, _is_caption, ZoneKind.CAPTION),
)


def _body_kind(line: Line) -> ZoneKind:
    if line.tag == "tr":
        return ZoneKind.TABLE
    if line.tag in {"figcaption", "caption"}:
        return ZoneKind.CAPTION
    if len(line.text) > MAX_HEADING:
        return ZoneKind.PARAGRAPH
    if line.tag in HEADINGS and not cues.STOP.search(line.plain):
        return ZoneKind.HEADING
    stop = cues.STOP if len(line.text) <= MAX_BOLD else cues.CLAUSE
    if line.is_bold and not stop.search(line.plain):
        return ZoneKind.HEADING
    is_numbered = cues.HEADING.match(line.plain) and not cues.CLAUSE_END.search(line.plain)
    return ZoneKind.HEADING if is_numbered else ZoneKind.PARAGRAPH
