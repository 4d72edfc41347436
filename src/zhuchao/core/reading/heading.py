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
        for before, at, after in zip(body, body[1:], body[2:], strict=False):
            if kinds[at] is ZoneKind.PARAGRAPH and _heads(lines, before, at, after):
                kinds[at] = ZoneKind.HEADING


def _heads(lines: Sequence[Line], before: int, at: int, after: int) -> bool:
    text = lines[at].plain
    if len(text) > MAX_UNMARKED or cues.STOP.search(text) or text.count("，") > 1:
        return False
    if cues.CLAUSE_END.search(text) or ":" in text or "：" in text:
        return False
    if after != at + 1 or not is_sentence(lines[after]):
        return False
    return lines[before].plain.endswith(("。", "！", "？", "”", "；", "）"))
