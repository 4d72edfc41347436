"""Which lines may be the title of a page, where its text begins, and what it declares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.declared import is_site_name
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.wording import KNOWN, shows_foot
from zhuchao.core.text.dates import find_dates

MIN_TITLE = 4
MAX_TITLE = 120
# Two sentences of the first length in a row stand in no menu; in a text of short lines, the next.
MIN_TOLD = (40, 25, 15)
MAX_LINKS = 0.8
# A line with a date that is no longer than this is a meta line.
MAX_DATED = 24
# A title that nothing marks, or that is itself a link, stands so few lines above the text.
NEAR_TEXT = 8

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
SUBTITLE = ("——", "--", "—")
_FIGURES = re.compile(r"[\d\W]+")
_EDITION = re.compile(r"第?\s?[A-Z]?\d{1,2}\s?版\s*[:：]")
_SUMMARY = re.compile(r"^[【\[]?(?:内容)?(?:摘要|导读|导语|提要|核心提示)[】\]]?\s*[:：丨|｜]")
# What a paper about one day is called; no line of the page itself ends so.
_PAPER = re.compile(r"[\u4e00-\u9fff]{3}(?:公示|公告|通知|通报|结果|纪要|简报|名单|报告)$")
_PRICE = re.compile(r"^[\d.,~-]+\s*[万亿]?元(?:[/／每].{0,8})?$")
# What no title begins with.
_OPENS_FURNITURE = (
    cues.BREADCRUMB, _SUMMARY, cues.ORIGINAL_TITLE, bars.TOOLS, cues.TAGS, _PRICE, bars.SHARE,
    cues.EDITOR, bars.RELATED,
)  # fmt: skip
_DECLARED_NAMES = ("og:title", "twitter:title", "articletitle", "headline", "title")


def declared_titles(sheet: Sheet) -> list[str]:
    """What the page says that its title is, without showing it: the window's first."""
    metas = [sheet.head.metas.get(name, "") for name in _DECLARED_NAMES]
    return [declared for declared in (sheet.head.title, *metas) if declared]


def text_start(sheet: Sheet) -> int:
    """The index of the first line of the text; of no line where none is told."""
    if sheet.has_dom:
        return _next_text(sheet.lines)
    return _plain_start(sheet.lines)


def _next_text(lines: Sequence[Line]) -> int:
    return next((i for i, line in enumerate(lines) if opens_text(line)), len(lines))


def opens_text(line: Line) -> bool:
    """Whether a line of the main region is as long as a sentence, and one."""
    return (
        line.in_region and len(line.text) >= 60 and bool(cues.SENTENCE.search(line.plain, 0, 600))
    )


def _plain_start(lines: Sequence[Line]) -> int:
    """Where a plain text begins: at a long sentence, else at two shorter ones in a row."""
    first = _next_text(lines)
    for least in MIN_TOLD:
        pairs = enumerate(pairwise(lines[: first + 1]))
        told = next((i for i, pair in pairs if all(_is_told(line, least) for line in pair)), None)
        if told is not None:
            return told
        if first < len(lines):
            return first
    return first


def _is_told(line: Line, least: int) -> bool:
    if len(line.text) < least or not cues.SENTENCE.search(line.plain, 0, 600):
        return False
    return least < MIN_TOLD[0] or line.plain.endswith(("。", "！", "？", "”"))


def may_be_declared(line: Line, above_text: int) -> bool:
    """Whether a line so far above the text may show a title that the page declares."""
    if not MIN_TITLE <= len(line.text) <= MAX_TITLE:
        return False
    if line.link_share > MAX_LINKS and line.tag not in HEADINGS and above_text > NEAR_TEXT:
        return False
    return line.tag == "h1" or not is_site_name(line)


def _tells_date(text: str) -> bool:
    return len(text) <= MAX_TITLE and any(
        written.is_absolute or written.ago or written.clock for written in find_dates(text)
    )


def _is_labelled(text: str) -> bool:
    return bool(cues.META_LABEL.search(text) or cues.RECORD.search(text))


# A line near the text is asked for by each rule that looks for the title.
@lru_cache(KNOWN)
def may_be_title(text: str) -> bool:
    """Whether a wording can be a title: no furniture, no date, no sentence."""
    if len(text) > MAX_TITLE or text.startswith(SUBTITLE):
        return False
    if cues.ATTACHMENT.search(text) or shows_foot(text):
        return False
    if any(cue.match(text) for cue in _OPENS_FURNITURE) or _is_labelled(text):
        return False
    if _tells_date(text) and len(key_of(text)) <= MAX_DATED and not _PAPER.search(text):
        return False
    if _FIGURES.fullmatch(text) or _EDITION.match(text):
        return False
    return len(key_of(text)) >= MIN_TITLE and not text.endswith(("。", "，", "；", ";", ",", "："))
