"""Lines to kinds: each line by itself, then by what stands around it; with and without a DOM."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.cards import class_addresses, join_cards, join_contacts
from zhuchao.core.reading.cells import class_attributes, class_cells, class_split_cells
from zhuchao.core.reading.fitting import MAX_TITLE
from zhuchao.core.reading.heading import class_headings
from zhuchao.core.reading.judging import kind_of
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import class_lists, is_sentence
from zhuchao.core.reading.neighbours import (
    class_breadcrumb,
    class_captions,
    class_closing,
    class_comments,
    class_dated,
    class_foot,
)
from zhuchao.core.reading.opening import (
    HEAD_KINDS,
    class_opening,
    class_subheads,
    keep_summary,
)
from zhuchao.core.reading.papers import MAX_ISSUER
from zhuchao.core.reading.several import cut_next_articles
from zhuchao.core.reading.titles import title_end
from zhuchao.core.reading.weighing import weighed
from zhuchao.core.reading.widgets import class_widgets
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind
from zhuchao.core.vocabulary.weights import NO_WEIGHTS, Weights

MIN_REPEATED = 10
# A badge's or an editor's note may stand between the title and its repetition.
MAX_BEFORE_REPEAT = 1


def kinds_of(sheet: Sheet, title_at: int | None, weights: Weights = NO_WEIGHTS) -> list[ZoneKind]:
    """The kind of each line of the sheet, in order; ``title_at`` is the title's line."""
    kinds, seen = ruled_kinds(sheet, title_at)
    return weighed(sheet, kinds, seen, title_at, weights)


def ruled_kinds(sheet: Sheet, title_at: int | None) -> tuple[list[ZoneKind], list[ZoneKind]]:
    """What rules take each line for, and what each is by itself."""
    lines = sheet.lines
    start = _body_start(lines, title_at)
    repeated: list[int] = []
    kinds = [kind_of(line, is_below_title=at >= start) for at, line in enumerate(lines)]
    seen = list(kinds)
    if title_at is not None:
        end = title_end(sheet, title_at)
        kinds[title_at:end] = [ZoneKind.TITLE] * (end - title_at)
        repeated = _repeated_titles(lines, kinds, title_at)
    class_cells(sheet, kinds)
    keep_summary(lines, kinds, start)
    class_breadcrumb(sheet, kinds, start)
    class_opening(lines, kinds, title_at, start=start)
    if title_at is not None and sheet.has_dom:
        class_subheads(sheet, kinds, title_at)
    class_lists(sheet, kinds, start)
    join_contacts(lines, kinds, start)
    join_cards(sheet, kinds, start)
    class_dated(sheet, kinds)
    class_foot(sheet, kinds)
    class_addresses(lines, kinds)
    class_widgets(sheet, kinds, start)
    class_comments(lines, kinds)
    class_closing(lines, kinds)
    _class_text(sheet, kinds, start)
    if title_at is not None:
        _class_repeated(kinds, repeated)
        cut_next_articles(sheet, kinds, title_at)
    return kinds, seen


def _class_text(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """What the parts of the text are to each other: cells, captions, headings."""
    class_split_cells(sheet, kinds, start)
    class_attributes(sheet, kinds, start)
    class_captions(sheet.lines, kinds)
    class_headings(sheet, kinds)


def _body_start(lines: Sequence[Line], title_at: int | None) -> int:
    """Where the body may begin: below the title, else at the first line of the region."""
    if title_at is not None:
        return title_at + 1
    return next((i for i, line in enumerate(lines) if line.in_region), 0)


def _repeated_titles(lines: Sequence[Line], kinds: list[ZoneKind], title_at: int) -> list[int]:
    """Class as title where it is said once more before the text starts; the lines that say it."""
    title, told, repeated = key_of(lines[title_at].text), 0, list[int]()
    for index, line in enumerate(lines):
        is_told_of = kinds[index] in BODY_KINDS
        # Above the title it is an entry of a list that the page belongs to.
        if index < title_at or not (is_told_of or kinds[index] is ZoneKind.NAVIGATION):
            continue
        # A line that is far longer cannot be the same.
        key = key_of(line.text) if len(line.text) <= 2 * MAX_TITLE else ""
        is_part = is_told_of and len(key) >= MIN_REPEATED and key in title
        if key == title or (is_part and not told):
            kinds[index] = ZoneKind.TITLE
            repeated += [*_take_issuer(lines, kinds, index), index]
        elif is_told_of and is_sentence(line):
            told += 1
            if told > MAX_BEFORE_REPEAT:
                break
    return repeated


def _class_repeated(kinds: list[ZoneKind], repeated: Sequence[int]) -> None:
    """A paper's own title heads it below the site's."""
    for at in repeated:
        kinds[at] = ZoneKind.HEADING if kinds[at] is ZoneKind.TITLE else kinds[at]


def _take_issuer(lines: Sequence[Line], kinds: list[ZoneKind], at: int) -> list[int]:
    """The office or firm on a line of its own above 关于… is the first line of the title."""
    above = at - 1
    if above < 0 or kinds[above] not in HEAD_KINDS or not lines[at].plain.startswith("关于"):
        return []
    if len(lines[above].text) > MAX_ISSUER or not cues.ISSUER.search(lines[above].plain):
        return []
    kinds[above] = ZoneKind.TITLE
    return [above]
