"""Headings that nothing but their place or their weight shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from zhuchao.core.reading import cues, offering
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

MAX_UNMARKED = 24
MIN_TOLD = 20
SIGNED_DAY = re.compile(r"^(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$")
# Who asks in a dialogue asks so often.
MIN_SPOKEN = 2
_SPEAKER = re.compile(r"^[\u4e00-\u9fffA-Za-z·]{1,8}[：:](?=\S)")
_SET_OFF = (ZoneKind.CAPTION, ZoneKind.TABLE)
# A word and what is said of it: 产能：数字很大，开工很少.
_TOLD_OF = re.compile(
    r"^(?!.{0,4}(?:时间|地点|方式|整理|来源|单位|对象|范围|条件|编辑|摄影|电话|地址|类型|用途))[■◆●]?[\w“”]{1,5}[：:][^：:\d。]{4,18}$"
)
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
    for at in _sections(lines, body):
        kinds[at] = ZoneKind.HEADING
    if sheet.has_dom:
        _class_by_look(sheet, kinds, body)
    _class_unmarked(sheet, kinds, body)
    for at in (*_signatures(lines, body), *_spoken(lines, body)):
        kinds[at] = ZoneKind.PARAGRAPH


def _class_unmarked(sheet: Sheet, kinds: list[ZoneKind], body: Sequence[int]) -> None:
    row = [-1, *body, -1]
    for before, at, after in zip(row, body, row[2:], strict=False):
        below = at + 1 if at + 1 < len(kinds) and kinds[at + 1] is ZoneKind.TABLE else after
        line = sheet.lines[at]
        is_plain = len(line.text) <= MAX_UNMARKED and kinds[at] is ZoneKind.PARAGRAPH
        is_plain = is_plain and not line.links
        if is_plain and below >= 0 and _heads(sheet, kinds, (before, at, below)):
            kinds[at] = ZoneKind.HEADING


def _sections(lines: Sequence[Line], body: Sequence[int]) -> Iterator[int]:
    """The names of parts that offers and disclosures have, right above what they head."""
    for at, below in pairwise(body):
        if below == at + 1 and offering.SECTION.match(lines[at].plain):
            yield at


def _signatures(lines: Sequence[Line], body: Sequence[int]) -> Iterator[int]:
    """Who signs a paper, right above its day."""
    for at, below in pairwise(body):
        is_day = below == at + 1 and SIGNED_DAY.match(lines[below].plain)
        if is_day and cues.ISSUER.search(lines[at].plain):
            yield at


def _spoken(lines: Sequence[Line], body: Sequence[int]) -> Iterator[int]:
    """What somebody says in a dialogue, called by his name each time: 主持人：…."""
    speakers = {at: match[0] for at in body if (match := _SPEAKER.match(lines[at].plain))}
    often = Counter(speakers.values())
    asked = {speaker for at, speaker in speakers.items() if lines[at].plain.endswith(("？", "?"))}
    for at, speaker in speakers.items():
        if speaker in asked and often[speaker] >= MIN_SPOKEN:
            yield at


def _class_by_look(sheet: Sheet, kinds: list[ZoneKind], body: Sequence[int]) -> None:
    """Short lines in blocks of one look, each above longer text, are headings if all are."""
    looks: dict[tuple[str, str], list[int]] = {}
    for at in body:
        container = sheet.containers[sheet.lines[at].container]
        if container.hints:
            looks.setdefault((container.tag, container.hints), []).append(at)
    for places in looks.values():
        if len(places) > 1 and all(_may_head(sheet.lines, kinds, at) for at in places):
            for at in places:
                kinds[at] = ZoneKind.HEADING


def _may_head(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    text = lines[at].plain
    if len(text) > MAX_UNMARKED or cues.CLAUSE.search(text) or ":" in text or "：" in text:
        return False
    if at + 1 >= len(lines) or kinds[at + 1] not in BODY_KINDS:
        return False
    return kinds[at + 1] is ZoneKind.TABLE or len(lines[at + 1].text) > len(text)


def _heads(sheet: Sheet, kinds: Sequence[ZoneKind], places: tuple[int, int, int]) -> bool:
    """A short line without a stop, between sentences or set off from what stands above it."""
    before, at, after = places
    lines, text = sheet.lines, sheet.lines[at].plain
    if len(text) > MAX_UNMARKED or cues.STOP.search(text) or text.count("，") > 1:
        return False
    has_label = (":" in text or "：" in text) and not _TOLD_OF.match(text)
    if cues.CLAUSE_END.search(text) or has_label:
        return False
    if after == at + 1 and kinds[after] is ZoneKind.TABLE:
        return before >= 0 and lines[before].plain.endswith("。")
    if at > 0 and _gap(sheet, at - 1) > 1 and _gap(sheet, at) == 1 and not _ends(lines, at):
        return True
    if before < 0 or after != at + 1 or not _tells(lines[after]):
        return False
    is_numbered = before == at - 1 and bool(cues.ORDINAL.match(lines[before].plain))
    is_below = is_numbered or kinds[at - 1] in _SET_OFF or _is_counted(lines, places)
    return is_below or lines[before].plain.endswith(("。", "！", "？", "”", "；", "）"))


def _is_counted(lines: Sequence[Line], places: tuple[int, int, int]) -> bool:
    """A numbered line between lines that are not: 2. 项目概况."""
    counted = [bool(cues.NUMBERED.match(lines[at].plain)) for at in places]
    return counted == [False, True, False]


def _tells(line: Line) -> bool:
    """A sentence, or a shorter line that ends as one."""
    return is_sentence(line) or (len(line.text) >= MIN_TOLD and line.plain.endswith(("。", "；")))


def _gap(sheet: Sheet, at: int) -> int:
    """How many line ends stand between a line and the next."""
    if at + 1 >= len(sheet.lines):
        return 0
    return sheet.text.count("\n", sheet.lines[at].span.end, sheet.lines[at + 1].span.start)


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether nothing but a signature follows."""
    return not any(line.plain.endswith(("。", "；")) for line in lines[at + 1 :])
