"""What a block calls itself where its words do not tell: tags of the article, bars to share by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.judging import cued_kind
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.signs import may_show
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

MAX_TAG = 16
MAX_HEAD = 10
MAX_TAGS = 12
MAX_TAG_LINE = 60
MAX_WIDGET_LINE = 16
# So far below the text an article's tags may stand.
MAX_BELOW = 12
# So many blocks up a line's widget may name itself.
MAX_UP = 3
_TAGS = re.compile(
    r"(?:^|[\s_-])(?:art|article|post|entry|news)?[_-]?(?:tags?|keywords?|topics?|labels?)(?:$|[\s_-](?!cloud|hot))"
)
_SHARE = re.compile(
    r"share|(?:^|[\s_-])(?:digg?|ding|zan|dianzan|praise|like|fav|favor|thumbs?|vote)(?:$|[\s_-])|jiathis|social"
)
_EITHER = re.compile(
    r"tag|keyw|topic|label|share|dig|ding|zan|prai|like|fav|thumb|vote|jiath|social"
)
_UNTOLD = (ZoneKind.NAVIGATION, ZoneKind.PARAGRAPH)


def class_widgets(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """Tags of the article, and what else stands in a bar to share by."""
    last = max((at for at, kind in enumerate(kinds) if kind in BODY_KINDS), default=-1)
    _class_tag_lines(sheet.lines, kinds, range(start, len(kinds)))
    if not sheet.has_dom:
        return
    tags, bars_to_share = _named(sheet)
    for at, line in enumerate(sheet.lines if tags or bars_to_share else ()):
        if kinds[at] not in _UNTOLD or line.container < 0:
            continue
        is_near = start <= at <= last + MAX_BELOW
        if is_near and _is_in(sheet, line, tags) and _may_be_tags(line):
            kinds[at] = ZoneKind.META
        elif kinds[at] is ZoneKind.PARAGRAPH or len(line.text) > MAX_WIDGET_LINE:
            continue
        elif _is_in(sheet, line, bars_to_share) and _may_be_button(line):
            kinds[at] = ZoneKind.SHARE


def _class_tag_lines(lines: Sequence[Line], kinds: list[ZoneKind], rows: range) -> None:
    """Below a line that is nothing but the head of tags, the short lines are tags."""
    for at in rows:
        may_be = len(lines[at].text) <= MAX_HEAD and may_show("TAGS_HEAD", lines[at].plain)
        if may_be and kinds[at] in _UNTOLD and cues.TAGS_HEAD.match(lines[at].plain):
            kinds[at] = ZoneKind.META
            for below in range(at + 1, min(at + 1 + MAX_TAGS, len(lines))):
                if kinds[below] not in _UNTOLD or not _may_be_tag(lines[below]):
                    break
                kinds[below] = ZoneKind.META


def _may_be_tag(line: Line) -> bool:
    is_short = len(line.text) <= MAX_TAG and not cues.SENTENCE.search(line.plain)
    return is_short and not (bars.TOOLS.match(line.plain) or cues.FOOT_HEAD.match(line.plain))


def _may_be_tags(line: Line) -> bool:
    is_short = len(line.text) <= MAX_TAG_LINE and not line.plain.endswith("个内容")
    return is_short and cued_kind(line) is None


def _may_be_button(line: Line) -> bool:
    if cues.COMMENTS.match(line.plain):
        return False
    return cued_kind(line) is None or bool(cues.FIGURES.match(line.plain))


def _named(sheet: Sheet) -> tuple[frozenset[str], frozenset[str]]:
    """The looks of blocks that call themselves tags, and those that call themselves bars."""
    hints = {container.hints for container in sheet.containers if container.hints}
    hints = {each for each in hints if _EITHER.search(each)}
    tags = (each for each in hints if _TAGS.search(each) and "author" not in each)
    return frozenset(tags), frozenset(each for each in hints if _SHARE.search(each))


def _is_in(sheet: Sheet, line: Line, names: frozenset[str]) -> bool:
    """Whether the line stands in a block of such a look, or in one right in it."""
    block = line.container
    for _ in range(MAX_UP if names else 0):
        if block < 0:
            return False
        if sheet.containers[block].hints in names:
            return True
        block = sheet.containers[block].parent
    return False
