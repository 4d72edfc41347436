"""Headings that nothing but their place or their weight shows."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.vocabulary.page import ZoneKind

MAX_UNMARKED = 24
# Where more of the text than this is bold, bold marks no heading.
MAX_BOLD = 0.5


def class_headings(sheet: Sheet, kinds: list[ZoneKind]) -> None:
    """Unmarked short lines between sentences head them; in a bold text bold lines do not."""
    lines = sheet.lines
    body = [at for at, kind in enumerate(kinds) if kind in (ZoneKind.PARAGRAPH, ZoneKind.HEADING)]
    size = sum(len(lines[at].text) for at in body)
    if sum(len(lines[at].text) for at in body if lines[at].is_bold) > MAX_BOLD * size:
        for at in body:
            if lines[at].is_bold and not cues.HEADING.match(lines[at].plain):
                kinds[at] = ZoneKind.PARAGRAPH
    if not sheet.has_dom:
        for before, at, after in zip([-1, *body], body, body[1:], strict=False):
            if kinds[at] is ZoneKind.PARAGRAPH and _heads(sheet, (before, at, after)):
                kinds[at] = ZoneKind.HEADING


def _heads(sheet: Sheet, places: tuple[int, int, int]) -> bool:
    """A short line without a stop, between sentences or set off from what stands above it."""
    before, at, after = places
    lines, text = sheet.lines, sheet.lines[at].plain
    if len(text) > MAX_UNMARKED or cues.STOP.search(text) or text.count("，") > 1:
        return False
    if cues.CLAUSE_END.search(text) or ":" in text or "：" in text:
        return False
    if at > 0 and _gap(sheet, at - 1) > 1 and _gap(sheet, at) == 1 and not _ends(lines, at):
        return True
    if after != at + 1 or not is_sentence(lines[after]):
        return False
    return before >= 0 and lines[before].plain.endswith(("。", "！", "？", "”", "；", "）"))


def _gap(sheet: Sheet, at: int) -> int:
    """How many line ends stand between a line and the next."""
    if at + 1 >= len(sheet.lines):
        return 0
    return sheet.text.count("\n", sheet.lines[at].span.end, sheet.lines[at + 1].span.start)


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing but a signature follows."""
    return not any(line.plain.endswith(("。", "；")) for line in lines[at + 1 :])
