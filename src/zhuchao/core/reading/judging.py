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
# A short link outside the region is an item of a menu, or a button.
MAX_MENU = 8
# So much may stand beside an unlabelled date in a line that tells of the page.
MAX_BESIDE = 40


def kind_of(line: Line, *, is_below_title: bool) -> ZoneKind:
    """The kind of a line where nothing around it says otherwise."""
    is_menu = not line.in_region and line.link_share > MAX_LINKS and len(line.text) <= MAX_MENU
    cued = _menu_kind(line.plain) if is_menu else cued_kind(line)
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
    for longest, signs, shows, kind in _RULES:
        may_show = size <= longest and (signs is None or not signs.isdisjoint(line.plain))
        if may_show and shows(line.plain):
            return kind
    return ZoneKind.ATTACHMENT if line.documents and size <= MAX_SHORT else None


def _menu_kind(text: str) -> ZoneKind:
    """What a short link outside the region is: hardly ever more than a way to elsewhere."""
    if bars.RELATED.match(text):
        return ZoneKind.RELATED
    if cues.BREADCRUMB.match(text):
        return ZoneKind.BREADCRUMB
    return ZoneKind.SHARE if _is_share(text) else ZoneKind.NAVIGATION


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
    match = cues.NOTICE.search(text)
    return match is not None and (match.start() == 0 or len(text) <= 160)


def _is_licence(text: str) -> bool:
    """The site's licence and copyright, also where its telephone stands beside."""
    return ("备" in text or "©" in text or "证" in text) and bool(cues.LICENCE.search(text))


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


def _is_share(text: str) -> bool:
    return cues.may_show("SHARE", text) and bool(bars.SHARE.match(text))


def _is_caption(text: str) -> bool:
    may_be = text[0] in "▲△▼↑◀▶视数资" or "摄" in text or "图" in text
    return may_be and bool(cues.CAPTION.search(text))


_Rule = tuple[int, frozenset[str] | None, Callable[[str], object], ZoneKind]
# Up to which length, what signs it must show, how it is found out, and what the line then is.
_RULES: tuple[_Rule, ...] = (
    (MAX_META, None, cues.BREADCRUMB.match, ZoneKind.BREADCRUMB),
    (MAX_META, None, cues.ORIGINAL_TITLE.match, ZoneKind.ORIGINAL_TITLE),
    (MAX_META, cues.SIGNS["BADGE"], cues.BADGE.search, ZoneKind.BADGE),
    (MAX_SHORT, None, bars.RELATED.match, ZoneKind.RELATED),
    (MAX_SHORT, None, cues.CLOSING_SOURCE.match, ZoneKind.META),
    (MAX_META, None, cues.ORIGINAL_LINK.match, ZoneKind.META),
    (MAX_UNNUMBERED, None, cues.REPORTERS.match, ZoneKind.META),
    (MAX_SHORT, None, cues.COUNTERS.match, ZoneKind.META),
    (MAX_SHORT, None, bars.LIKED.match, ZoneKind.META),
    (MAX_UNNUMBERED, None, cues.WRITER.match, ZoneKind.META),
    (MAX_SHORT, None, _is_editor, ZoneKind.EDITOR),
    (MAX_NOTICE, cues.SIGNS["NOTICE"], _is_notice, ZoneKind.NOTICE),
    (MAX_META, cues.SIGNS["SITE_CONTACT"], cues.SITE_CONTACT.search, ZoneKind.NAVIGATION),
    (MAX_META, None, _is_licence, ZoneKind.NAVIGATION),
    (MAX_META, None, _is_contact, ZoneKind.CONTACT),
    (MAX_SHORT, cues.SIGNS["FIGURES"], cues.FIGURES.search, ZoneKind.NAVIGATION),
    (MAX_SHORT, cues.SIGNS["SHARE"], bars.SHARE.match, ZoneKind.SHARE),
    (MAX_SHORT, None, cues.ATTACHMENT.search, ZoneKind.ATTACHMENT),
    (MAX_META, cues.SIGNS["FOOT"], is_foot, ZoneKind.NAVIGATION),
    (MAX_SHORT, None, bars.LISTING.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, None, cues.TOOLS.match, ZoneKind.NAVIGATION),
    (MAX_CAPTION, None, _is_caption, ZoneKind.CAPTION),
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
