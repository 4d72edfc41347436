"""What one line is by itself: by its wording, its links and the block it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.lines import Line
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import ZoneKind

MAX_SHORT = 80
MAX_META = 200
MAX_NOTICE = 500
# A longer line is a notice only where it opens as one.
MAX_WITHIN = 160
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
# A longer line is a badge by these alone; and without any of these a line bears no notice.
MAX_BADGE = 40
_BADGE_WORDS = re.compile("[★☆]{3}|勋章|由内容质量")
_NOTICE_WORDS = re.compile(
    "谨防|转载请|必究|侵|不妥|版权|[仅不]代表|与本|不承担|未经|注明|核实|为准|无关|仅[作供为]|不作为|不构成|前瞻性"
)


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
        or (cues.may_show("ATTACHMENT", line.plain) and cues.ATTACHMENT.search(line.plain))
    )


def cued_kind(line: Line) -> ZoneKind | None:
    """The kind that the wording alone shows."""
    text = line.plain
    size = len(text)
    if size > MAX_NOTICE:
        return None
    bits = _UNSIGNED_BITS if size > MAX_SHORT or _OPENED.match(text) else 0
    for shown in filter(None, map(_BITS_OF, frozenset(text))):
        bits |= shown
    bits &= _FITTING[bisect_left(_LENGTHS, size)]
    while bits:
        lowest = bits & -bits
        shows, kind = _SHOWN[lowest.bit_length() - 1]
        if shows(text):
            return kind
        bits ^= lowest
    return ZoneKind.ATTACHMENT if line.documents and size <= MAX_SHORT else None


def _menu_kind(text: str) -> ZoneKind:
    """What a short link outside the region is: hardly ever more than a way to elsewhere."""
    if bars.RELATED.match(text):
        return ZoneKind.RELATED
    if cues.may_show("BREADCRUMB", text) and cues.BREADCRUMB.match(text):
        return ZoneKind.BREADCRUMB
    if cues.TAGS.match(text):
        return ZoneKind.META
    is_bar = _is_share(text) and not cues.FIGURES.match(text)
    return ZoneKind.SHARE if is_bar else ZoneKind.NAVIGATION


def is_meta(line: Line, max_beside: int = MAX_BESIDE) -> bool:
    """True for a line that tells when, by whom or how often read, and hardly anything else.

    ``max_beside`` bounds the characters beside an unlabelled date.
    """
    text = line.plain
    if len(text) > MAX_META or "。" in text or not cues.TELLS.search(text):
        return False
    text = cues.squeezed(text)
    labels = len(cues.META_LABEL.findall(text))
    dates = [d for d in find_dates(text) if d.is_absolute or d.is_relative or d.is_timed]
    if labels and (dates or labels > 1 or len(text) <= MAX_SHORT):
        return True
    if not dates or len(text) > MAX_SHORT or cues.TODAY.search(text) or cues.TERM.match(text):
        return False
    beside = len(text) - sum(written.span.end - written.span.start for written in dates)
    return beside <= max_beside and not cues.SENTENCE.search(text)


def is_foot(text: str) -> bool:
    """True for what stands below an article on every page of a site."""
    return _opens_foot(text) or (cues.may_show("FOOT_WITHIN", text) and _is_foot_within(text))


def _opens_foot(text: str) -> bool:
    return bool(cues.FOOT_HEAD.match(text)) and not _is_told(text)


def _is_foot_within(text: str) -> bool:
    return bool(cues.FOOT_WITHIN.search(text)) and not _is_told(text)


def _is_told(text: str) -> bool:
    return len(text) > MAX_FOOT and text.endswith("。")


def shows_foot(text: str) -> bool:
    """True where a line bears a wording of a site's foot, however long it is."""
    return bool(cues.FOOT_HEAD.match(text) or cues.FOOT_WITHIN.search(text))


def shows_notice(text: str) -> bool:
    """True where a line bears the wording of a notice, however long it is."""
    return bool(cues.NOTICE_HEAD.match(text) or cues.NOTICE_WITHIN.search(text))


def _is_notice_within(text: str) -> bool:
    if not _NOTICE_WORDS.search(text):
        return False
    match = cues.NOTICE_WITHIN.search(text)
    return match is not None and (match.start() == 0 or len(text) <= MAX_WITHIN)


def _is_badge(text: str) -> bool:
    is_brief = len(text) <= MAX_BADGE
    return (is_brief or bool(_BADGE_WORDS.search(text))) and bool(cues.BADGE.search(text))


def _is_report(text: str) -> bool:
    may_be = text[0] in "©版Cc" or "违法" in text or "举报" in text
    return may_be and bool(cues.REPORT.search(text))


def _is_editor(text: str) -> bool:
    """Who edited, by the label in front or by the link back to where it was first published."""
    return "。" not in text and bool(cues.EDITOR.match(text) or cues.BACK_TO_SOURCE.search(text))


def _is_credits(text: str) -> bool:
    """Who edited in a row with who wrote and took pictures."""
    return "。" not in text and bool(cues.CREDITS.match(text))


def _closes_with_editor(text: str) -> bool:
    return bool(cues.EDITOR_WITHIN.match(text)) and not find_dates(text)


def _is_telephone(text: str) -> bool:
    """A line that hardly does more than say whom to call: long only where it says so twice."""
    if not cues.DIGITS.search(text) or not cues.TELEPHONE.search(text):
        return False
    if cues.OWNED.match(text):
        return False
    return "。" not in text.rstrip("。") and (len(text) <= MAX_SHORT or _calls(text) > 1)


def _is_mail(text: str) -> bool:
    return "。" not in text and bool(cues.MAIL.search(text))


def _is_unnumbered(text: str) -> bool:
    """Words about contacts without a number: 联系人：…, 长按扫一扫."""
    if "。" in text or "，" in text or text.count("|") + text.count("｜") > 1:
        return False
    return not cues.CONTACT_HEADING.match(text) and _calls(text) > 0


def _calls(text: str) -> int:
    return len(cues.CONTACT.findall(text)) if cues.may_show("CONTACT", text) else 0


def _is_share(text: str) -> bool:
    return cues.may_show("SHARE", text) and bool(bars.SHARE.match(text))


def _is_caption(text: str) -> bool:
    may_be = text[0] in "▲△▼↑◀▶视数资表" or "摄" in text or "图" in text or "制表" in text
    return may_be and bool(cues.CAPTION.search(text))


_Rule = tuple[int, frozenset[str] | None, Callable[[str], object], ZoneKind]
# Those that open a line and have no sign without which they cannot stand.
_UNSIGNED = (
    cues.ORIGINAL_TITLE,
    bars.RELATED,
    cues.CLOSING_SOURCE,
    cues.ORIGINAL_LINK,
    cues.REPORTERS,
    cues.COUNTERS,
    bars.LIKED,
    bars.POSTED,
    cues.TAGS,
    cues.WRITER,
    bars.LISTING,
    bars.TOOLS,
)
_EDITOR_SIGNS = cues.SIGNS["EDITOR"] | cues.SIGNS["BACK_TO_SOURCE"]
# Up to which length, what signs it must show, how it is found out, and what the line then is.
_RULES: tuple[_Rule, ...] = (
    (MAX_META, cues.SIGNS["BREADCRUMB"], cues.BREADCRUMB.match, ZoneKind.BREADCRUMB),
    (MAX_META, None, cues.ORIGINAL_TITLE.match, ZoneKind.ORIGINAL_TITLE),
    (MAX_META, cues.SIGNS["BADGE"], _is_badge, ZoneKind.BADGE),
    (MAX_SHORT, None, bars.RELATED.match, ZoneKind.RELATED),
    (MAX_SHORT, frozenset("责"), _closes_with_editor, ZoneKind.EDITOR),
    (MAX_SHORT, None, cues.CLOSING_SOURCE.match, ZoneKind.META),
    (MAX_META, None, cues.ORIGINAL_LINK.match, ZoneKind.META),
    (MAX_UNNUMBERED, None, cues.REPORTERS.match, ZoneKind.META),
    (MAX_SHORT, None, cues.COUNTERS.match, ZoneKind.META),
    (MAX_SHORT, None, bars.LIKED.match, ZoneKind.SHARE),
    (MAX_SHORT, None, bars.POSTED.match, ZoneKind.META),
    (MAX_SHORT, None, cues.TAGS.match, ZoneKind.META),
    (MAX_UNNUMBERED, None, cues.WRITER.match, ZoneKind.META),
    (MAX_UNNUMBERED, cues.SIGNS["ELSEWHERE"], bars.ELSEWHERE.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, _EDITOR_SIGNS, _is_editor, ZoneKind.EDITOR),
    (MAX_SHORT, cues.SIGNS["CREDITS"], _is_credits, ZoneKind.EDITOR),
    (MAX_NOTICE, cues.SIGNS["NOTICE_HEAD"], cues.NOTICE_HEAD.match, ZoneKind.NOTICE),
    (MAX_NOTICE, cues.SIGNS["NOTICE_WITHIN"], _is_notice_within, ZoneKind.NOTICE),
    (MAX_META, cues.SIGNS["REPORT"], _is_report, ZoneKind.NAVIGATION),
    (MAX_SHORT, frozenset("请"), cues.REQUEST.match, ZoneKind.CONTACT),
    (MAX_META, frozenset("0123456789"), _is_telephone, ZoneKind.CONTACT),
    (MAX_META, frozenset("备©证"), cues.LICENCE.search, ZoneKind.NAVIGATION),
    (MAX_MAIL, frozenset("@"), _is_mail, ZoneKind.CONTACT),
    (MAX_UNNUMBERED, cues.SIGNS["CONTACT"], _is_unnumbered, ZoneKind.CONTACT),
    (MAX_SHORT, cues.SIGNS["FIGURES"], cues.FIGURES.match, ZoneKind.NAVIGATION),
    (MAX_UNNUMBERED, cues.SIGNS["ON_TELEPHONE"], bars.ON_TELEPHONE.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, cues.SIGNS["SHARE"], bars.SHARE.match, ZoneKind.SHARE),
    (MAX_SHORT, cues.SIGNS["ATTACHMENT"], cues.ATTACHMENT.search, ZoneKind.ATTACHMENT),
    (MAX_META, cues.SIGNS["FOOT_HEAD"], _opens_foot, ZoneKind.NAVIGATION),
    (MAX_META, cues.SIGNS["FOOT_WITHIN"], _is_foot_within, ZoneKind.NAVIGATION),
    (MAX_SHORT, frozenset("分收转"), bars.MIXED.match, ZoneKind.SHARE),
    (MAX_SHORT, frozenset("收赞分转踩顶看喜赏举"), bars.is_bar, ZoneKind.SHARE),
    (MAX_UNNUMBERED, cues.SIGNS["LETTERS"], bars.LETTERS.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, None, bars.LISTING.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, None, bars.TOOLS.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, cues.SIGNS["ADVERTISED"], bars.ADVERTISED.match, ZoneKind.NAVIGATION),
    (MAX_CAPTION, frozenset("▲△▼↑◀▶视数资表摄图制"), _is_caption, ZoneKind.CAPTION),
)


_LENGTHS = sorted({longest for longest, *_ in _RULES})
# What no sign tells is matched by all at once, and only where that matches by each in its turn.
_OPENED = re.compile("|".join(f"(?:{each.pattern})" for each in _UNSIGNED))
# Rules as bits, the first the lowest: those without a sign, those that a character is a sign of,
# and for each length those that a line no longer than it may follow.
_SHOWN = [rule[2:] for rule in _RULES]
_UNSIGNED_BITS = sum(1 << at for at, rule in enumerate(_RULES) if rule[1] is None)
_SIGNS = frozenset[str]().union(*(rule[1] for rule in _RULES if rule[1] is not None))
_BITS_OF = {
    sign: sum(1 << at for at, rule in enumerate(_RULES) if rule[1] and sign in rule[1])
    for sign in _SIGNS
}.get
_FITTING = [
    sum(1 << at for at, rule in enumerate(_RULES) if rule[0] >= length) for length in _LENGTHS
]


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
