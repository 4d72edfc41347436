"""What the wording of one line shows it to be, whatever stands around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.signs import SIGNS, may_show
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
# A longer line is a badge by these alone; and without any of these a line bears no notice.
MAX_BADGE = 40
# A fifth of a page's lines stand on it more than once, and each is asked for several times.
KNOWN = 2048
_BADGE_WORDS = re.compile("★[★☆]{2}|☆[★☆]{2}|勋章|由内容质量")
_NOTICE_WORDS = re.compile(
    "谨防|转载请|必究|侵|不妥|版权|仅代表|不代表|与本|不承担|未经|注明|核实|为准|无关|仅作|仅供|仅为"
    "|不作为|不构成|前瞻性"
)


@lru_cache(KNOWN)
def worded_kind(text: str) -> ZoneKind | None:
    """The kind that a line's folded wording alone shows, None for none."""
    size = len(text)
    if size > MAX_NOTICE:
        return None
    signs, rules_of = _BY_LENGTH[bisect_left(_LENGTHS, size)]
    for at in sorted(set().union(*map(rules_of.__getitem__, signs.intersection(text)))):
        shows, kind = _SHOWN[at]
        if shows(text):
            return kind
    return None


def is_foot(text: str) -> bool:
    """True for what stands below an article on every page of a site."""
    return _opens_foot(text) or (may_show("FOOT_WITHIN", text) and _is_foot_within(text))


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


def shows_share(text: str) -> bool:
    """True for a bar to share by, or one button of it."""
    return may_show("SHARE", text) and bool(bars.SHARE.match(text))


def _is_notice_within(text: str) -> bool:
    if not _NOTICE_WORDS.search(text):
        return False
    match = cues.NOTICE_WITHIN.search(text)
    return match is not None and (match.start() == 0 or len(text) <= MAX_WITHIN)


def _is_badge(text: str) -> bool:
    if len(text) <= MAX_BADGE and cues.BADGE.match(text):
        return True
    return bool(_BADGE_WORDS.search(text)) and bool(cues.BADGE.search(text))


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
    return len(cues.CONTACT.findall(text)) if may_show("CONTACT", text) else 0


def _is_caption(text: str) -> bool:
    may_be = text[0] in "▲△▼↑◀▶视数资表" or "摄" in text or "图" in text or "制表" in text
    return may_be and bool(cues.CAPTION.search(text))


_Rule = tuple[int, frozenset[str], Callable[[str], object], ZoneKind]
_EDITOR_SIGNS = SIGNS["EDITOR"] | SIGNS["BACK_TO_SOURCE"]
# Up to which length, what signs it must show, how it is found out, and what the line then is.
_RULES: tuple[_Rule, ...] = (
    (MAX_META, SIGNS["BREADCRUMB"], cues.BREADCRUMB.match, ZoneKind.BREADCRUMB),
    (MAX_META, SIGNS["ORIGINAL_TITLE"], cues.ORIGINAL_TITLE.match, ZoneKind.ORIGINAL_TITLE),
    (MAX_META, SIGNS["BADGE"], _is_badge, ZoneKind.BADGE),
    (MAX_SHORT, SIGNS["RELATED"], bars.RELATED.match, ZoneKind.RELATED),
    (MAX_SHORT, frozenset("责"), _closes_with_editor, ZoneKind.EDITOR),
    (MAX_SHORT, SIGNS["CLOSING_SOURCE"], cues.CLOSING_SOURCE.match, ZoneKind.META),
    (MAX_META, SIGNS["ORIGINAL_LINK"], cues.ORIGINAL_LINK.match, ZoneKind.META),
    (MAX_UNNUMBERED, SIGNS["REPORTERS"], cues.REPORTERS.match, ZoneKind.META),
    (MAX_SHORT, SIGNS["COUNTERS"], cues.COUNTERS.match, ZoneKind.META),
    (MAX_SHORT, SIGNS["LIKED"], bars.LIKED.match, ZoneKind.SHARE),
    (MAX_SHORT, SIGNS["POSTED"], bars.POSTED.match, ZoneKind.META),
    (MAX_SHORT, SIGNS["TAGS"], cues.TAGS.match, ZoneKind.META),
    (MAX_UNNUMBERED, SIGNS["WRITER"], cues.WRITER.match, ZoneKind.META),
    (MAX_UNNUMBERED, SIGNS["ELSEWHERE"], bars.ELSEWHERE.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, _EDITOR_SIGNS, _is_editor, ZoneKind.EDITOR),
    (MAX_SHORT, SIGNS["CREDITS"], _is_credits, ZoneKind.EDITOR),
    (MAX_NOTICE, SIGNS["NOTICE_HEAD"], cues.NOTICE_HEAD.match, ZoneKind.NOTICE),
    (MAX_NOTICE, SIGNS["NOTICE_WITHIN"], _is_notice_within, ZoneKind.NOTICE),
    (MAX_META, SIGNS["REPORT"], _is_report, ZoneKind.NAVIGATION),
    (MAX_SHORT, frozenset("请"), cues.REQUEST.match, ZoneKind.CONTACT),
    (MAX_META, frozenset("0123456789"), _is_telephone, ZoneKind.CONTACT),
    (MAX_META, frozenset("备©证"), cues.LICENCE.search, ZoneKind.NAVIGATION),
    (MAX_MAIL, frozenset("@"), _is_mail, ZoneKind.CONTACT),
    (MAX_UNNUMBERED, SIGNS["CONTACT"], _is_unnumbered, ZoneKind.CONTACT),
    (MAX_SHORT, SIGNS["FIGURES"], cues.FIGURES.match, ZoneKind.NAVIGATION),
    (MAX_UNNUMBERED, SIGNS["ON_TELEPHONE"], bars.ON_TELEPHONE.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, SIGNS["SHARE"], bars.SHARE.match, ZoneKind.SHARE),
    (MAX_SHORT, SIGNS["ATTACHMENT"], cues.ATTACHMENT.search, ZoneKind.ATTACHMENT),
    (MAX_META, SIGNS["FOOT_HEAD"], _opens_foot, ZoneKind.NAVIGATION),
    (MAX_META, SIGNS["FOOT_WITHIN"], _is_foot_within, ZoneKind.NAVIGATION),
    (MAX_SHORT, frozenset("分收转"), bars.MIXED.match, ZoneKind.SHARE),
    (MAX_SHORT, frozenset("收赞分转踩顶看喜赏举"), bars.is_bar, ZoneKind.SHARE),
    (MAX_UNNUMBERED, SIGNS["LETTERS"], bars.LETTERS.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, SIGNS["LISTING"], bars.LISTING.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, SIGNS["TOOLS"], bars.TOOLS.match, ZoneKind.NAVIGATION),
    (MAX_SHORT, SIGNS["ADVERTISED"], bars.ADVERTISED.match, ZoneKind.NAVIGATION),
    (MAX_CAPTION, frozenset("▲△▼↑◀▶视数资表摄图制"), _is_caption, ZoneKind.CAPTION),
)


def _signed(size: int) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The signs of the rules for lines so long, and for each sign the rules, by their places."""
    fitting = [(at, rule[1]) for at, rule in enumerate(_RULES) if size <= rule[0]]
    signs = frozenset[str]().union(*(shown for _, shown in fitting))
    return signs, {sign: tuple(at for at, shown in fitting if sign in shown) for sign in signs}


_LENGTHS = sorted({longest for longest, *_ in _RULES})
_BY_LENGTH = [_signed(length) for length in _LENGTHS]
_SHOWN = [rule[2:] for rule in _RULES]
