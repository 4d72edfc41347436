"""What lines are by those around them: blocks of contacts, captions, cells, the site's foot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from zhuchao.core.reading import cues
from zhuchao.core.reading.judging import MAX_CAPTION, MAX_SHORT, is_foot
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

CONTACT_GAP = 2
# More lines than these below the last sentence are no signature but the site's labels.
MAX_TAIL = 6
MAX_LABEL = 20
MAX_SIGNATURE = 40
MAX_CLOSING = 2
# How far below the text a page may tell when it was published.
CLOSING = 30
# After a line of these kinds an article does not go on, if so little of it could follow. Set on the
# 48 evaluation pages as plain text, 2026-11.
_MOST_AFTER = {
    ZoneKind.EDITOR: 0.5,
    ZoneKind.NOTICE: 0.15,
    ZoneKind.SHARE: 0.1,
    ZoneKind.RELATED: 0.1,
    ZoneKind.NAVIGATION: 0.1,
}
_WORDS = (ZoneKind.PARAGRAPH, ZoneKind.HEADING)
_COLUMNS = re.compile(r"(?<=\S)(?: {2,}|\u3000{2,})(?=\S)")
_ABOVE = BODY_KINDS | {ZoneKind.NAVIGATION}
MAX_LEVELS = 8
MAX_CARD = 5
MAX_CARD_LINE = 30
MIN_SPLIT_CELLS = 6
MAX_SPLIT_CELL = 30
MIN_CELLS = 3
MIN_ROWS = 2
# A caption of a table is no longer than this, one of a picture may tell what is seen.
MAX_TABLE_CAPTION = 40


def join_contacts(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """Short lines between two lines of a contact block belong to it, and labelled ones beside."""
    known = [at for at, kind in enumerate(kinds) if kind is ZoneKind.CONTACT and at >= start]
    for before, after in pairwise(known):
        if after - before <= CONTACT_GAP + 1:
            _join(
                kinds, [at for at in range(before + 1, after) if len(lines[at].text) <= MAX_SHORT]
            )
    for at in range(1, len(lines)):
        if kinds[at - 1] is ZoneKind.CONTACT and _is_contact_label(lines[at]):
            _join(kinds, [at])
    for at in range(len(lines) - 2, -1, -1):
        if kinds[at + 1] is ZoneKind.CONTACT and _is_contact_label(lines[at]):
            _join(kinds, [at])


def join_cards(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """A small block around a telephone is a card: who it is, what he is, how to reach him."""
    for at in range(start, len(sheet.lines)):
        line = sheet.lines[at]
        if kinds[at] is not ZoneKind.CONTACT or line.container < 0:
            continue
        card = sheet.containers[line.container].parent
        near = range(max(0, at - MAX_CARD), min(len(sheet.lines), at + MAX_CARD + 1))
        block = [i for i in near if sheet.is_within(sheet.lines[i].container, card)]
        is_small = 1 < len(block) <= MAX_CARD and block[0] > at - MAX_CARD
        if is_small and all(len(sheet.lines[i].text) <= MAX_CARD_LINE for i in block):
            for i in block:
                if kinds[i] in BODY_KINDS or kinds[i] is ZoneKind.NAVIGATION:
                    kinds[i] = ZoneKind.CONTACT


def _join(kinds: list[ZoneKind], indexes: Iterable[int]) -> None:
    for at in indexes:
        if kinds[at] in BODY_KINDS:
            kinds[at] = ZoneKind.CONTACT


def _is_contact_label(line: Line) -> bool:
    text = cues.squeezed(line.plain)
    return len(text) <= MAX_SHORT and "。" not in text and bool(cues.CONTACT_LABEL.match(text))


def class_breadcrumb(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """Above the text, the links of a block that calls itself a path are one."""
    if ZoneKind.BREADCRUMB in kinds:
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
    block = next((b for b in small if sum(len(sheet.lines[at].links) for at in b) > 1), [])
    for at in block:
        kinds[at] = ZoneKind.BREADCRUMB


def _paths(sheet: Sheet) -> list[int]:
    """For each container the outermost one around it that calls itself a path, or -1."""
    found: list[int] = []
    for index, container in enumerate(sheet.containers):
        around = found[container.parent] if container.parent >= 0 else -1
        is_path = around < 0 and cues.PATH_HINT.search(container.hints)
        found.append(index if is_path else around)
    return found


def class_cells(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """In plain text: neighbouring lines of cells, apart by tabs, bars or columns, are a table."""
    if sheet.has_dom:
        return
    cells = [_cells(line, kind) for line, kind in zip(sheet.lines, kinds, strict=True)]
    for is_row, run in groupby(range(len(cells)), key=lambda at: cells[at] > 1):
        rows = list(run)
        most = max(cells[at] for at in rows)
        if is_row and len(rows) >= MIN_ROWS and most >= (MIN_CELLS if len(rows) < 3 else 2):
            for at in rows:
                kinds[at] = ZoneKind.TABLE


def class_split_cells(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """A table that was copied cell by cell: many short lines in a row amid running text."""
    if sheet.has_dom:
        return
    lines = sheet.lines
    told = [at for at, kind in enumerate(kinds) if kind in BODY_KINDS and _is_told(lines[at])]
    if not told:
        return
    inside = range(told[0], told[-1])
    for is_cell, run in groupby(inside, key=lambda at: _may_be_cell(lines[at], kinds[at])):
        cells = list(run)
        if is_cell and len(cells) >= MIN_SPLIT_CELLS:
            for at in cells:
                kinds[at] = ZoneKind.TABLE


def _may_be_cell(line: Line, kind: ZoneKind) -> bool:
    is_word = kind is ZoneKind.PARAGRAPH or kind is ZoneKind.NAVIGATION
    is_numbered = cues.HEADING.match(line.plain) or cues.NUMBERED.match(line.plain)
    return (
        is_word
        and len(line.text) <= MAX_SPLIT_CELL
        and not (is_numbered or cues.CLAUSE.search(line.plain) or "：" in line.plain)
    )


def _cells(line: Line, kind: ZoneKind) -> int:
    """How many cells a line has; 1 for running text, and for what is known to be no text."""
    if kind not in BODY_KINDS or (not line.text.count("\t") and is_sentence(line)):
        return 1
    may_be_columns = len(line.text) <= MAX_SHORT and "：" not in line.plain
    columns = len(_COLUMNS.split(line.text)) if may_be_columns else 1
    return max(1 + line.text.count("\t"), 1 + line.text.count(" | "), columns if columns > 2 else 1)


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
    is_short = len(lines[at].text) <= MAX_CAPTION
    return is_below and is_short and bool(cues.TABLE_NOTE.match(lines[at].plain))


def class_foot(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """In plain text nothing after the site's foot is text any more, nor a long tail of labels."""
    if sheet.has_dom:
        return
    lines = sheet.lines
    told = [i for i, line in enumerate(lines) if kinds[i] in BODY_KINDS and _is_told(line)]
    if not told:
        return
    tail = [i for i in range(told[-1] + 1, len(lines)) if kinds[i] in _WORDS]
    _cut(kinds, [i for i in tail if not _may_close(lines[i], tail)])
    end = _end_of_text(lines, kinds, told)
    if end is not None:
        _cut(kinds, range(end, len(lines)))


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
    return is_site or (is_short and bool(cues.COMMENTS.match(line.plain)))


def _is_told(line: Line) -> bool:
    return is_sentence(line) or line.text.endswith(("。", "！", "？", "”"))


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


def _cut(kinds: list[ZoneKind], indexes: Iterable[int]) -> None:
    for index in indexes:
        if kinds[index] in BODY_KINDS:
            kinds[index] = ZoneKind.NAVIGATION


def class_closing(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Where no line above the text tells a date, a labelled one below it does."""
    if any(k is ZoneKind.META and find_dates(x.plain) for x, k in zip(lines, kinds, strict=True)):
        return
    last = max((i for i, kind in enumerate(kinds) if kind in BODY_KINDS), default=len(lines))
    for index, line in enumerate(lines):
        label = cues.PUBLISHED_BELOW if index >= last - 1 else cues.PUBLISHED
        if len(line.text) <= MAX_SHORT and label.search(line.plain) and index <= last + CLOSING:
            kinds[index] = ZoneKind.META
            return
