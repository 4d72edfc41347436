"""What lines are by those around them: paths, captions, comments, the site's foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import heads_comments, is_sentence, is_told
from zhuchao.core.reading.paths import FRONT, MENU_END, MENU_GAP
from zhuchao.core.reading.wording import MAX_CAPTION, MAX_SHORT, is_foot
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

# More lines than these below the last sentence are no signature but the site's labels.
MAX_TAIL = 6
MAX_LABEL = 20
MAX_SIGNATURE = 40
# So many offices may sign a paper, so few lines below its end.
MAX_ISSUERS = 3
MAX_GAP = 6
MAX_CLOSING = 2
MIN_NOTED = 12
# How far below the text a page may tell when it was published.
CLOSING = 30
# After a line of these kinds an article does not go on, if so little of it could follow. Set on the
# 48 evaluation pages as plain text, 2026-11.
_MOST_AFTER = {
    ZoneKind.EDITOR: 0.8,
    ZoneKind.NOTICE: 0.15,
    ZoneKind.SHARE: 0.1,
    ZoneKind.RELATED: 0.2,
    ZoneKind.NAVIGATION: 0.15,
}
_WORDS = (ZoneKind.PARAGRAPH, ZoneKind.HEADING)
_ABOVE = BODY_KINDS | {ZoneKind.NAVIGATION}
_CREDITED = (ZoneKind.NAVIGATION, ZoneKind.PARAGRAPH, ZoneKind.CAPTION)
MAX_LEVELS = 8
# So many titles with their days in a row are a list.
MIN_DATED = 3
# A caption of a table is no longer than this, one of a picture may tell what is seen.
MAX_TABLE_CAPTION = 40
MAX_NOTE = 300


def class_breadcrumb(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """Above the text, the links of a block that calls itself a path are one."""
    _class_front(sheet.lines, kinds, start)
    if ZoneKind.BREADCRUMB in kinds:
        _class_levels(sheet.lines, kinds, start)
        return
    bare = (at for at in range(start) if cues.PATH.match(sheet.lines[at].plain))
    path = next((at for at in bare if kinds[at] in _ABOVE), None)
    if path is not None:
        kinds[path] = ZoneKind.BREADCRUMB
        return
    paths = _paths(sheet)
    links: dict[int, list[int]] = {}
    for at, line in enumerate(sheet.lines[: start + MAX_LEVELS]):
        path = paths[line.container] if line.container >= 0 else -1
        if path >= 0 and len(line.text) <= MAX_SHORT and kinds[at] is not ZoneKind.TITLE:
            links.setdefault(path, []).append(at)
    small = (block for block in links.values() if len(block) <= MAX_LEVELS)
    block = next((b for b in small if _is_path(sheet.lines, b)), [])
    for at in block:
        kinds[at] = ZoneKind.BREADCRUMB


def _class_front(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """A path begins at the front page; one of very many levels is a menu."""
    for at in range(min(start, len(lines) - 1)):
        if kinds[at] is ZoneKind.BREADCRUMB:
            is_long = len(MENU_GAP.findall(lines[at].plain)) > MAX_LEVELS
            if is_long or MENU_END.search(lines[at].plain):
                kinds[at] = ZoneKind.NAVIGATION
        elif FRONT.match(lines[at].plain) and cues.STEP.fullmatch(lines[at + 1].plain):
            kinds[at] = ZoneKind.BREADCRUMB


def _class_levels(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """A path's levels may stand on lines of their own, a sign between them."""
    at = kinds.index(ZoneKind.BREADCRUMB)
    while at + 2 < start and cues.STEP.fullmatch(lines[at + 1].plain):
        if kinds[at + 2] is ZoneKind.TITLE or len(lines[at + 2].text) > MAX_SHORT:
            return
        kinds[at + 1] = kinds[at + 2] = ZoneKind.BREADCRUMB
        at += 2


def _is_path(lines: Sequence[Line], block: Sequence[int]) -> bool:
    is_linked = sum(len(lines[at].links) for at in block) > 1
    return is_linked or (len(block) > 1 and bool(FRONT.match(lines[block[0]].plain)))


def _paths(sheet: Sheet) -> list[int]:
    """For each container the outermost one around it that calls itself a path, or -1."""
    found: list[int] = []
    calling = {h for h in {c.hints for c in sheet.containers} if cues.PATH_HINT.search(h)}
    if not calling:
        return [-1] * len(sheet.containers)
    for index, (parent, _, hints) in enumerate(sheet.containers):
        around = found[parent] if parent >= 0 else -1
        is_path = around < 0 and hints in calling
        found.append(index if is_path else around)
    return found


def class_captions(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """A short line below a picture, or above a table, names what is seen."""
    for at, line in enumerate(lines):
        if kinds[at] not in (ZoneKind.PARAGRAPH, ZoneKind.HEADING):
            continue
        is_short = len(line.text) <= MAX_CAPTION and not cues.STOP.search(line.plain)
        is_short = is_short and line.plain.count("，") <= 1
        if line.follows_picture and is_short and line.tag not in ("h1", "h2", "h3", "h4"):
            is_seen = any(is_sentence(each) for each in lines[max(0, at - 12) : at])
            is_more = any(is_sentence(each) for each in lines[at + 1 : at + 4])
            kinds[at] = ZoneKind.CAPTION if is_seen or is_more else kinds[at]
        elif _heads_table(lines, kinds, at) or _notes_table(lines, kinds, at):
            kinds[at] = ZoneKind.CAPTION


def _heads_table(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    if at + 1 >= len(lines) or kinds[at + 1] is not ZoneKind.TABLE:
        return False
    text = lines[at].plain
    is_short = len(text) <= MAX_TABLE_CAPTION and not cues.HEADING.match(text)
    return is_short and bool(cues.TABLE_CAPTION.search(text))


def _notes_table(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    is_below = at > 0 and kinds[at - 1] is ZoneKind.TABLE
    is_short = len(lines[at].text) <= MAX_NOTE
    return is_below and is_short and bool(cues.TABLE_NOTE.match(lines[at].plain))


def class_dated(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """In plain text: below the first sentences, titles with their days in a row are other pages."""
    if sheet.has_dom:
        return
    told = (
        at for at, kind in enumerate(kinds) if kind in BODY_KINDS and is_sentence(sheet.lines[at])
    )
    below = range(next(told, len(kinds)) + 1, len(kinds))
    for is_dated, run in groupby(below, key=lambda at: _is_dated_title(sheet.lines[at], kinds[at])):
        rows = list(run)
        if is_dated and len(rows) >= MIN_DATED:
            _cut(kinds, rows)


def _is_dated_title(line: Line, kind: ZoneKind) -> bool:
    is_short = kind in _WORDS and len(line.text) <= MAX_SHORT
    return is_short and bool(cues.DATED.search(line.plain)) and not cues.STOP.search(line.plain)


def class_foot(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """In plain text nothing after the site's foot is text any more, nor a long tail of labels."""
    if sheet.has_dom:
        return
    lines = sheet.lines
    body = [i for i, kind in enumerate(kinds) if kind in BODY_KINDS]
    # A note may have no whole sentence.
    told = [i for i in body if is_told(lines[i])] or [i for i in body if _is_noted(lines[i])]
    if not told:
        return
    tail = [i for i in range(told[-1] + 1, len(lines)) if kinds[i] in _WORDS]
    _cut(kinds, [i for i in tail if not _may_close(lines[i], tail)])
    end = _end_of_text(lines, kinds, told)
    if end is not None:
        signed = _signature(lines, end)
        _cut(kinds, [at for at in range(end, len(lines)) if at not in signed])


def _is_noted(line: Line) -> bool:
    return len(line.text) >= MIN_NOTED and bool(cues.SENTENCE.search(line.plain))


def _end_of_text(
    lines: Sequence[Line], kinds: Sequence[ZoneKind], told: Sequence[int]
) -> int | None:
    """Where the page goes on to other things: with comments, the editor's name, the site's foot."""
    whole = sum(len(lines[at].text) for at in told)
    left = whole
    for at in range(told[0], len(lines)):
        left -= len(lines[at].text) if at in told else 0
        if left < _MOST_AFTER.get(kinds[at], 0.0) * whole or _ends_all(lines[at], kinds[at]):
            return at
    return None


def _ends_all(line: Line, kind: ZoneKind) -> bool:
    is_short = len(line.plain) <= MAX_SHORT
    is_site = kind is ZoneKind.NAVIGATION and is_foot(line.plain)
    return is_site or (is_short and heads_comments(line))


def _signature(lines: Sequence[Line], end: int) -> range:
    """Who signs, and when, on the lines right behind a notice or a list of files; else empty."""
    for first in range(end, min(end + MAX_GAP, len(lines))):
        last = first
        while last < len(lines) and _is_issuer(lines[last]):
            last += 1
        if first < last <= first + MAX_ISSUERS and last < len(lines) and _is_day(lines[last]):
            return range(first, last + 1)
    return range(0)


def _is_issuer(line: Line) -> bool:
    is_short = len(line.text) <= MAX_SIGNATURE
    return is_short and bool(cues.ISSUER.search(cues.squeezed(line.plain)))


def _is_day(line: Line) -> bool:
    dates = [each for each in find_dates(line.plain) if each.is_absolute]
    told = sum(each.span.end - each.span.start for each in dates)
    return bool(dates) and len(line.plain.replace(" ", "")) <= told + 1


def _may_close(line: Line, tail: Sequence[int]) -> bool:
    """Whether a line below the last sentence may belong to the text: who signs it, and when."""
    if cues.NUMBERED.match(line.plain) or cues.HEADING.match(line.plain):
        return True
    is_signed = cues.ISSUER.search(cues.squeezed(line.plain)) or any(
        d.is_absolute for d in find_dates(line.plain)
    )
    if is_signed and len(line.text) <= MAX_SIGNATURE:
        return True
    return len(tail) <= MAX_CLOSING or (len(tail) <= MAX_TAIL and len(line.text) > MAX_LABEL)


def class_comments(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """What tells when a comment was made tells nothing of the page."""
    told = (at for at, kind in enumerate(kinds) if kind in BODY_KINDS and is_sentence(lines[at]))
    below = range(next(told, len(lines)), len(lines))
    head = next((at for at in below if heads_comments(lines[at])), len(lines))
    posted = [at for at, line in enumerate(lines) if cues.POSTED.match(line.plain)]
    if len(posted) > 1:
        _cut_answers(lines, kinds, range(posted[1], len(lines)))
    for at in [*range(head, len(lines)), *posted[1:]]:
        if kinds[at] is not ZoneKind.META or cues.META_LABEL.search(lines[at].plain):
            continue
        if find_dates(lines[at].plain):
            kinds[at] = ZoneKind.NAVIGATION
    _join_bars(lines, kinds, below)
    for at in range(head + 1, len(lines)):
        if kinds[at] is ZoneKind.SHARE and _is_of_comment(lines, kinds, at):
            kinds[at] = ZoneKind.NAVIGATION


def _join_bars(lines: Sequence[Line], kinds: list[ZoneKind], below: range) -> None:
    """Beside a bar to share by, a word that is a button only there is one."""
    for at in range(max(1, below.start), below.stop - 1):
        is_bar = ZoneKind.SHARE in (kinds[at - 1], kinds[at + 1])
        if is_bar and kinds[at] in _ABOVE and bars.BUTTON.match(lines[at].plain):
            kinds[at] = ZoneKind.SHARE


def _cut_answers(lines: Sequence[Line], kinds: list[ZoneKind], below: range) -> None:
    """From the second post of a thread on, whose author stands right above, others are heard."""
    above = below.start - 1
    start = above if cues.ACCOUNT.match(lines[above].plain) else below.start
    for at in range(start, below.stop):
        if kinds[at] in BODY_KINDS or kinds[at] is ZoneKind.META:
            kinds[at] = ZoneKind.NAVIGATION


def _is_of_comment(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    """Whether it is the comment that is liked or answered: in a bar of the page it can be kept."""
    if not bars.ANSWER.match(lines[at].plain):
        return False
    beside = [i for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(lines)]
    bar = (lines[i].plain for i in beside if kinds[i] is ZoneKind.SHARE)
    return not any(bars.KEEP.search(each) for each in bar)


def _cut(kinds: list[ZoneKind], indexes: Iterable[int]) -> None:
    for index in indexes:
        if kinds[index] in BODY_KINDS:
            kinds[index] = ZoneKind.NAVIGATION


def class_closing(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """What a paper says of itself at its end; a labelled date, where none stands above the text."""
    told = (ZoneKind.EDITOR, ZoneKind.META)
    for at in range(1, len(lines)):
        may_be = kinds[at] in _CREDITED and kinds[at - 1] in told
        if may_be and all(cues.ROLE.match(lines[i].plain) for i in (at, at - 1)):
            kinds[at] = ZoneKind.EDITOR
    for index, line in enumerate(lines):
        if line.plain[0] in "（(" and kinds[index] in _ABOVE and cues.OPEN_PAPER.match(line.plain):
            kinds[index] = ZoneKind.PARAGRAPH
    if any(k is ZoneKind.META and find_dates(x.plain) for x, k in zip(lines, kinds, strict=True)):
        return
    last = max((i for i, kind in enumerate(kinds) if kind in BODY_KINDS), default=len(lines))
    for index, line in enumerate(lines):
        label = cues.PUBLISHED_BELOW if index >= last - 1 else cues.PUBLISHED
        if len(line.text) <= MAX_SHORT and label.search(line.plain) and index <= last + CLOSING:
            kinds[index] = ZoneKind.META
            return
