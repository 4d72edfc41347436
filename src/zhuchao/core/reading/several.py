"""A page of several articles: it is read as the first, whose title it bears."""

from __future__ import annotations

from zhuchao.core.reading.judging import HEADINGS, is_meta
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

# So far below a title its day is told.
MAX_BELOW = 2
_CUT = BODY_KINDS | {ZoneKind.META, ZoneKind.EDITOR}


def cut_next_articles(sheet: Sheet, kinds: list[ZoneKind], title_at: int) -> None:
    """From a line on that looks as the title does, and has a day below it as the title has."""
    if not sheet.has_dom or not _is_dated(sheet, title_at):
        return
    look, title = _look(sheet, sheet.lines[title_at]), key_of(sheet.lines[title_at].text)
    rest = range(title_at + MAX_BELOW + 1, len(sheet.lines))
    alike = (at for at in rest if look and _look(sheet, sheet.lines[at]) == look)
    others = (at for at in alike if _is_dated(sheet, at))
    second = next((at for at in others if key_of(sheet.lines[at].text) != title), len(sheet.lines))
    for at in range(second, len(sheet.lines)):
        if kinds[at] in _CUT:
            kinds[at] = ZoneKind.NAVIGATION


def _look(sheet: Sheet, line: Line) -> tuple[str, str] | None:
    """The block a line stands in; None where it looks like any other."""
    if line.container < 0 or not line.in_region:
        return None
    container = sheet.containers[line.container]
    is_marked = container.hints or container.tag in HEADINGS
    return (container.tag, container.hints) if is_marked else None


def _is_dated(sheet: Sheet, at: int) -> bool:
    """Whether a line below tells when, and the line itself does not."""
    if find_dates(sheet.lines[at].plain):
        return False
    below = sheet.lines[at + 1 : at + 1 + MAX_BELOW]
    return any(
        is_meta(line) and any(day.is_absolute for day in find_dates(line.plain)) for line in below
    )
