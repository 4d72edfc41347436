"""Lines to kinds: each line by itself, then by what stands around it; with and without a DOM."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.heading import class_headings
from zhuchao.core.reading.judging import HEADINGS, MAX_BESIDE, MAX_META, is_meta, kind_of
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import class_lists, is_sentence
from zhuchao.core.reading.neighbours import (
    class_breadcrumb,
    class_captions,
    class_cells,
    class_closing,
    class_foot,
    class_split_cells,
    join_cards,
    join_contacts,
)
from zhuchao.core.reading.titles import MAX_ISSUER, title_end
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

# How far above its title a page may tell its date or source.
HEAD_ABOVE_TITLE = 6
MAX_BESIDE_ABOVE = 8
MIN_REPEATED = 10
# A badge's or an editor's note may stand between the title and its repetition.
MAX_BEFORE_REPEAT = 1

_TELLING = (ZoneKind.TITLE, ZoneKind.META)
_HEAD_KINDS = BODY_KINDS | {ZoneKind.EDITOR, ZoneKind.NAVIGATION}


def kinds_of(sheet: Sheet, title_at: int | None) -> list[ZoneKind]:
    """The kind of each line of the sheet, in order; ``title_at`` is the title's line."""
    lines = sheet.lines
    start = _body_start(lines, title_at)
    kinds = [kind_of(line, is_below_title=at >= start) for at, line in enumerate(lines)]
    if title_at is not None:
        end = title_end(sheet, title_at)
        kinds[title_at:end] = [ZoneKind.TITLE] * (end - title_at)
        _cut_repeated_titles(lines, kinds, title_at)
    class_cells(sheet, kinds)
    _keep_summary(lines, kinds, start)
    class_breadcrumb(sheet, kinds, start)
    _class_head(lines, kinds, title_at)
    _class_account(lines, kinds, start)
    class_lists(sheet, kinds, start)
    join_contacts(lines, kinds, start)
    join_cards(sheet, kinds, start)
    class_foot(sheet, kinds)
    class_closing(lines, kinds)
    class_split_cells(sheet, kinds)
    class_captions(lines, kinds)
    class_headings(sheet, kinds)
    return kinds


def _body_start(lines: Sequence[Line], title_at: int | None) -> int:
    """Where the body may begin: below the title, else at the first line of the region."""
    if title_at is not None:
        return title_at + 1
    return next((i for i, line in enumerate(lines) if line.in_region), 0)


def _cut_repeated_titles(lines: Sequence[Line], kinds: list[ZoneKind], title_at: int) -> None:
    """The title said once more before the text starts is no part of the text."""
    title, told = key_of(lines[title_at].text), 0
    for index, line in enumerate(lines):
        if kinds[index] in BODY_KINDS and index != title_at:
            key = key_of(line.text)
            if key == title or (index > title_at and len(key) >= MIN_REPEATED and key in title):
                kinds[index] = ZoneKind.TITLE
                _take_issuer(lines, kinds, index)
            elif index > title_at and is_sentence(line):
                told += 1
                if told > MAX_BEFORE_REPEAT:
                    return


def _take_issuer(lines: Sequence[Line], kinds: list[ZoneKind], at: int) -> None:
    """The office or firm on a line of its own above 关于… is the first line of the title."""
    above = at - 1
    if above < 0 or kinds[above] not in _HEAD_KINDS or not lines[at].plain.startswith("关于"):
        return
    if len(lines[above].text) <= MAX_ISSUER and cues.ISSUER.search(lines[above].plain):
        kinds[above] = ZoneKind.TITLE


def _class_head(lines: Sequence[Line], kinds: list[ZoneKind], title_at: int | None) -> None:
    """Before the text: what stands above the title is furniture, what tells of it is meta."""
    top = 0 if title_at is None else title_at
    records = _record_tables(lines)
    for index, line in enumerate(lines):
        if kinds[index] in BODY_KINDS and index >= top and line.in_region and is_sentence(line):
            return
        if kinds[index] not in _HEAD_KINDS:
            continue
        if line.tag == "tr" and kinds[index] is ZoneKind.TABLE:
            kinds[index] = ZoneKind.META if line.table in records else kinds[index]
        elif index >= top - HEAD_ABOVE_TITLE and is_meta(line, _beside(index, top)):
            kinds[index] = ZoneKind.META
        elif index < top and kinds[index] in BODY_KINDS:
            kinds[index] = ZoneKind.NAVIGATION


def _class_account(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """A short name between the title and the line that tells of the page is whose page it is."""
    for at in range(start, min(start + 3, len(lines) - 1)):
        is_between = kinds[at - 1] in _TELLING and kinds[at + 1] is ZoneKind.META
        if is_between and kinds[at] in _HEAD_KINDS and cues.ACCOUNT.match(lines[at].plain):
            kinds[at] = ZoneKind.META


def _keep_summary(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """A true table between the title and the region around the text belongs to the article."""
    first = next((at for at, line in enumerate(lines) if at >= start and line.in_region), start)
    for at in range(start, first):
        if lines[at].table >= 0 and kinds[at] is ZoneKind.NAVIGATION:
            kinds[at] = ZoneKind.TABLE
    above = first - 1
    if above >= start and lines[above].tag in HEADINGS and not lines[above].links:
        kinds[above] = ZoneKind.HEADING


def _record_tables(lines: Sequence[Line]) -> frozenset[int]:
    """The tables by which an office files its papers: 索引号, 发文机关, 成文日期."""
    return frozenset(
        line.table
        for line in lines
        if line.tag == "tr"
        and len(line.plain) <= MAX_META
        and cues.RECORD.search(cues.squeezed(line.plain))
    )


def _beside(index: int, title_at: int) -> int:
    return MAX_BESIDE if index > title_at else MAX_BESIDE_ABOVE
