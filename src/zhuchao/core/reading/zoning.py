"""Lines to kinds: the same rules with and without a DOM."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import class_lists, is_sentence
from zhuchao.core.reading.titles import key_of, title_end
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

MAX_SHORT = 80
MAX_META = 200
MAX_NOTICE = 500
MAX_FOOT = 60
# A line about contacts that gives no telephone: 联系人：…, 长按扫一扫.
MAX_UNNUMBERED = 30
MAX_HEADING = 40
# A line made of links is navigation unless it reads as a sentence.
MAX_LINKS = 0.6
CONTACT_GAP = 2
# More lines than these below the last sentence are no signature but the site's labels.
MAX_TAIL = 6
MAX_LABEL = 20
# How far above its title a page may tell its date or source.
HEAD_ABOVE_TITLE = 6
MAX_BESIDE = 40
MAX_BESIDE_ABOVE = 8
# How far below the text a page may tell when it was published.
CLOSING = 30

_HEAD_KINDS = BODY_KINDS | {ZoneKind.EDITOR, ZoneKind.NAVIGATION}


def kinds_of(sheet: Sheet, title_at: int | None) -> list[ZoneKind]:
    """The kind of each line of the sheet, in order; ``title_at`` is the title's line."""
    lines = sheet.lines
    start = _body_start(lines, title_at)
    kinds = [_kind(line, index, start) for index, line in enumerate(lines)]
    if title_at is not None:
        end = title_end(sheet, title_at)
        kinds[title_at:end] = [ZoneKind.TITLE] * (end - title_at)
        _cut_repeated_titles(lines, kinds, title_at)
    _class_head(lines, kinds, title_at)
    class_lists(sheet, kinds)
    _join_contacts(lines, kinds)
    _class_foot(sheet, kinds)
    _class_closing_date(lines, kinds)
    return kinds


def _kind(line: Line, index: int, start: int) -> ZoneKind:
    cued = _cued(line)
    if cued is not None:
        return cued
    if not line.in_region or (index < start and line.link_share > MAX_LINKS):
        return ZoneKind.NAVIGATION
    if line.link_share > MAX_LINKS and not cues.SENTENCE.search(line.text):
        return ZoneKind.NAVIGATION
    return _body_kind(line)


def _cued(line: Line) -> ZoneKind | None:
    """The kind that the wording alone shows."""
    size = len(line.text)
    if size > MAX_NOTICE:
        return None
    for longest, shows, kind in _RULES:
        if size <= longest and shows(line.text):
            return kind
    return ZoneKind.ATTACHMENT if line.documents and size <= MAX_SHORT else None


def _is_editor(text: str) -> bool:
    return bool(cues.EDITOR.search(text) or cues.BACK_TO_SOURCE.search(text)) and "。" not in text


def _is_notice(text: str) -> bool:
    match = cues.NOTICE.search(text)
    return match is not None and (match.start() == 0 or len(text) <= 160)


def _is_contact(text: str) -> bool:
    """A line that hardly does more than say whom to call: long only where it says so twice."""
    if len(text) <= MAX_SHORT and cues.REQUEST.search(text):
        return True
    calls = len(cues.CONTACT.findall(text))
    if cues.TELEPHONE.search(text):
        return "。" not in text.rstrip("。") and (len(text) <= MAX_SHORT or calls > 1)
    return bool(calls) and len(text) <= MAX_UNNUMBERED and "。" not in text and "，" not in text


def _is_foot(text: str) -> bool:
    return bool(cues.FOOT.search(text)) and not (len(text) > MAX_FOOT and text.endswith("。"))


_RULES: tuple[tuple[int, Callable[[str], object], ZoneKind], ...] = (
    (MAX_META, cues.BREADCRUMB.search, ZoneKind.BREADCRUMB),
    (MAX_META, cues.ORIGINAL_TITLE.search, ZoneKind.ORIGINAL_TITLE),
    (MAX_META, cues.BADGE.search, ZoneKind.BADGE),
    (MAX_SHORT, cues.RELATED.search, ZoneKind.RELATED),
    (MAX_SHORT, cues.CLOSING_SOURCE.search, ZoneKind.META),
    (MAX_SHORT, _is_editor, ZoneKind.EDITOR),
    (MAX_NOTICE, _is_notice, ZoneKind.NOTICE),
    (MAX_META, _is_contact, ZoneKind.CONTACT),
    (MAX_SHORT, cues.SHARE.search, ZoneKind.SHARE),
    (MAX_SHORT, cues.ATTACHMENT.search, ZoneKind.ATTACHMENT),
    (MAX_META, _is_foot, ZoneKind.NAVIGATION),
    (MAX_SHORT, cues.LISTING.search, ZoneKind.NAVIGATION),
    (MAX_SHORT, cues.TOOLS.search, ZoneKind.NAVIGATION),
)


def _body_kind(line: Line) -> ZoneKind:
    if line.tag == "tr":
        return ZoneKind.TABLE
    if line.tag in {"figcaption", "caption"}:
        return ZoneKind.CAPTION
    if len(line.text) > MAX_HEADING or cues.SENTENCE_END.search(line.text):
        return ZoneKind.PARAGRAPH
    if line.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} or cues.HEADING.search(line.text):
        return ZoneKind.HEADING
    return ZoneKind.PARAGRAPH


def _body_start(lines: Sequence[Line], title_at: int | None) -> int:
    """Where the body may begin: below the title, else at the first line of the region."""
    if title_at is not None:
        return title_at + 1
    return next((i for i, line in enumerate(lines) if line.in_region), 0)


def _cut_repeated_titles(lines: Sequence[Line], kinds: list[ZoneKind], title_at: int) -> None:
    """The title said once more before the text starts is no part of the text."""
    title = key_of(lines[title_at].text)
    for index, line in enumerate(lines):
        if kinds[index] in BODY_KINDS and index != title_at:
            if key_of(line.text) == title:
                kinds[index] = ZoneKind.TITLE
            elif index > title_at and is_sentence(line):
                return


def _class_head(lines: Sequence[Line], kinds: list[ZoneKind], title_at: int | None) -> None:
    """Before the text: what stands above the title is furniture, what tells of it is meta."""
    top = 0 if title_at is None else title_at
    for index, line in enumerate(lines):
        if kinds[index] in BODY_KINDS and index >= top and line.in_region and is_sentence(line):
            return
        if kinds[index] not in _HEAD_KINDS:
            continue
        if index >= top - HEAD_ABOVE_TITLE and is_meta(line, _beside(index, top)):
            kinds[index] = ZoneKind.META
        elif index < top and kinds[index] in BODY_KINDS:
            kinds[index] = ZoneKind.NAVIGATION


def _beside(index: int, title_at: int) -> int:
    return MAX_BESIDE if index > title_at else MAX_BESIDE_ABOVE


def is_meta(line: Line, max_beside: int = MAX_BESIDE) -> bool:
    """True for a line that tells when, by whom or how often read, and hardly anything else.

    ``max_beside`` bounds the characters beside an unlabelled date.
    """
    text = line.text
    if len(text) > MAX_META or "。" in text:
        return False
    labels = len(cues.META_LABEL.findall(text))
    dates = [written for written in find_dates(text) if written.is_absolute or written.is_relative]
    if labels and (dates or labels > 1 or len(text) <= MAX_SHORT):
        return True
    if not dates or len(text) > MAX_SHORT or cues.TODAY.search(text):
        return False
    beside = len(text) - sum(written.span.end - written.span.start for written in dates)
    return beside <= max_beside and not cues.SENTENCE.search(text)


def _join_contacts(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Short lines between two lines of a contact block belong to the block."""
    last: int | None = None
    for index, kind in enumerate(kinds):
        if kind is not ZoneKind.CONTACT:
            continue
        if last is not None and 1 < index - last <= CONTACT_GAP + 1:
            for at in range(last + 1, index):
                if kinds[at] in BODY_KINDS and len(lines[at].text) <= MAX_SHORT:
                    kinds[at] = ZoneKind.CONTACT
        last = index


def _class_foot(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """In plain text nothing after the site's foot is text any more, nor a long tail of labels."""
    if sheet.has_dom:
        return
    lines = sheet.lines
    told = [i for i, line in enumerate(lines) if kinds[i] in BODY_KINDS and _is_told(line)]
    if not told:
        return
    tail = [i for i in range(told[-1] + 1, len(lines)) if kinds[i] in BODY_KINDS]
    if len(tail) > MAX_TAIL and all(_is_label(lines[i].text) for i in tail):
        _cut(kinds, tail)
    rest = range(told[0], len(lines))
    foot = next(
        (i for i in rest if kinds[i] is ZoneKind.NAVIGATION and _is_foot(lines[i].text)), None
    )
    if foot is not None:
        _cut(kinds, range(foot, len(lines)))


def _is_told(line: Line) -> bool:
    return is_sentence(line) or line.text.endswith(("。", "！", "？", "”"))


def _is_label(text: str) -> bool:
    numbered = cues.NUMBERED.search(text) or cues.HEADING.search(text)
    return len(text) <= MAX_LABEL and not numbered


def _cut(kinds: list[ZoneKind], indexes: Iterable[int]) -> None:
    for index in indexes:
        if kinds[index] in BODY_KINDS:
            kinds[index] = ZoneKind.NAVIGATION


def _class_closing_date(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Where no line above the text tells a date, a labelled one below it does."""
    if any(k is ZoneKind.META and find_dates(x.text) for x, k in zip(lines, kinds, strict=True)):
        return
    last = max((i for i, kind in enumerate(kinds) if kind in BODY_KINDS), default=len(lines))
    for index, line in enumerate(lines):
        label = cues.PUBLISHED_BELOW if index >= last - 1 else cues.PUBLISHED
        if len(line.text) <= MAX_SHORT and label.search(line.text) and index <= last + CLOSING:
            kinds[index] = ZoneKind.META
            return
