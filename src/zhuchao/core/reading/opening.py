"""What stands between the top of a page and its text: whose page it is, when, where it is filed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.judging import HEADINGS, MAX_BESIDE, cued_kind, is_meta
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import is_sentence
from zhuchao.core.reading.newspapers import MAX_HEADLINES, edition_lines, is_newspaper
from zhuchao.core.reading.signs import may_show
from zhuchao.core.reading.titles import title_end
from zhuchao.core.reading.wording import MAX_META
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

# How far above its title a page may tell its date or source.
HEAD_ABOVE_TITLE = 6
MAX_BESIDE_ABOVE = 8
# So few lines, none of them long, stand between a title and its text.
MAX_BYLINES = 16
MAX_BYLINE = 40
MAX_UNCUED = 3
# A summary that calls itself one may be so short.
MIN_SUMMARY = 15
# 专业，丰富 tells nothing yet.
MAX_SLOGAN = 10
# So many lines may tell of the one who posted.
MAX_POSTER = 25
# So many seals may stand beside a title.
MAX_BADGES = 6
# No line of a newspaper's headline is shorter than this.
MIN_HEADLINE = 8
# The value of a filing label may stand on the line below it.
MAX_RECORD_GAP = 2

_SUBHEAD = re.compile(
    r"\bsub-?_?(?:head|title|tit)|yin-?ti\b|fu-?_?(?:biao)?ti\b|jian-?ti\b|kicker"
)
# Whose account it is, told by what it has published: 1083文章 26万总阅读 查看TA的文章.
_CARD = re.compile(
    r"^\d[\d.]*[万wW]?\+?\s*(?:篇?文章|总?阅读|粉丝|获赞|作品)|^查看(?:TA|他|她)的文章"
)
_COUNTED = re.compile(rf"{_CARD.pattern}|^(?:\d[\d.]*[万wW]?\+?|总?阅读|文章|粉丝|获赞|作品)$")
HEAD_KINDS = BODY_KINDS | {ZoneKind.EDITOR, ZoneKind.NAVIGATION}
_WORDS = (ZoneKind.PARAGRAPH, ZoneKind.HEADING, ZoneKind.NAVIGATION)


def class_opening(
    lines: Sequence[Line], kinds: list[ZoneKind], title_at: int | None, *, start: int
) -> None:
    """All that tells of the page: filed, by account, by poster, and below the title."""
    is_paper = is_newspaper(lines)
    _class_head(lines, kinds, title_at, is_paper=is_paper)
    if title_at is not None:
        _class_badges(lines, kinds, title_at, start)
    _class_account(lines, kinds, start)
    _class_poster(lines, kinds, start)
    if title_at is not None:
        _class_byline(lines, kinds, start)
        if is_paper:
            _class_headlines(lines, kinds, title_at, start)


def _class_head(
    lines: Sequence[Line], kinds: list[ZoneKind], title_at: int | None, *, is_paper: bool
) -> None:
    """Before the text: what stands above the title is furniture, what tells of it is meta."""
    top = 0 if title_at is None else title_at
    records = _record_tables(lines)
    filed = _filed(lines[:top]) | (edition_lines(lines[:top]) if is_paper else set())
    _class_prompts(lines[:top], kinds)
    for index, line in enumerate(lines):
        if index > top and _is_record(line) and kinds[index] in HEAD_KINDS and line.tag != "tr":
            kinds[index] = ZoneKind.META
            continue
        if kinds[index] in BODY_KINDS and index >= top and line.in_region and is_sentence(line):
            return
        if kinds[index] not in HEAD_KINDS:
            continue
        if line.tag == "tr" and kinds[index] is ZoneKind.TABLE:
            kinds[index] = ZoneKind.META if line.table in records else kinds[index]
        elif index in filed or _tells(line, index - top):
            kinds[index] = ZoneKind.META
        elif index < top and kinds[index] in BODY_KINDS:
            kinds[index] = ZoneKind.NAVIGATION


def _class_badges(lines: Sequence[Line], kinds: list[ZoneKind], title_at: int, start: int) -> None:
    """Right above a title and below it: seals and merits, one a line."""
    above = range(title_at - 1, max(-1, title_at - 1 - MAX_BADGES), -1)
    for rows in (above, range(start, min(start + MAX_BADGES, len(lines)))):
        for at in takewhile(lambda at: cues.SEAL.match(lines[at].plain), rows):
            kinds[at] = ZoneKind.BADGE


def _class_headlines(
    lines: Sequence[Line], kinds: list[ZoneKind], title_at: int, start: int
) -> None:
    """A newspaper's headline has lines above its title and below it."""
    rows = (title_at - 1, *range(start, min(start + MAX_HEADLINES, len(lines))))
    for at in rows:
        if at >= 0 and kinds[at] in {*HEAD_KINDS, ZoneKind.META} and _is_headline(lines[at]):
            kinds[at] = ZoneKind.HEADING


def _is_headline(line: Line) -> bool:
    is_long = MIN_HEADLINE <= len(line.text) <= MAX_BYLINE and not line.links
    is_told = (
        line.plain.endswith("。") or find_dates(line.plain) or cues.REPORTERS.match(line.plain)
    )
    return is_long and not (is_told or cued_kind(line) or edition_lines([line]))


def _class_prompts(above: Sequence[Line], kinds: list[ZoneKind]) -> None:
    for index, line in enumerate(above):
        if kinds[index] is ZoneKind.SHARE and bars.PROMPT.search(line.plain):
            kinds[index] = ZoneKind.NAVIGATION


def _class_byline(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """Between the title and the text short lines tell whose page it is, unless a cue denies it.

    What may be text is taken for such a line only above another, or above a bar to share by.
    """
    rest = range(start, min(start + MAX_BYLINES, len(lines)))
    end = next((at for at in rest if _opens(lines[at], kinds[at])), rest.stop)
    told = [at for at in range(start, end) if kinds[at] in (ZoneKind.META, ZoneKind.SHARE)]
    if start < end and lines[start].tag in HEADINGS and kinds[start] in _WORDS:
        # A sub-headline
        kinds[start] = ZoneKind.HEADING
        start += 1
    may_be = [at for at in range(start, end) if _may_be_byline(lines[at], kinds[at])]
    if not told:
        return
    if len(may_be) > MAX_UNCUED:
        # So many are no bylines but advertise something, down to the last that is known for such.
        for at in (at for at in may_be if told[0] < at < told[-1]):
            kinds[at] = ZoneKind.NAVIGATION
        return
    for at in may_be:
        if at < told[-1] or (kinds[at] is ZoneKind.NAVIGATION and at == told[-1] + 1):
            kinds[at] = ZoneKind.META


def class_subheads(sheet: Sheet, kinds: list[ZoneKind], title_at: int) -> None:
    """Beside the title, a line whose block calls itself a kicker or a subtitle."""
    for at in (title_at - 1, title_end(sheet, title_at)):
        if not 0 <= at < len(sheet.lines) or kinds[at] not in {*HEAD_KINDS, ZoneKind.META}:
            continue
        line = sheet.lines[at]
        hints = sheet.containers[line.container].hints if line.container >= 0 else ""
        if _SUBHEAD.search(hints) and not (line.links or find_dates(line.plain)):
            kinds[at] = ZoneKind.HEADING


def _may_be_byline(line: Line, kind: ZoneKind) -> bool:
    is_short = len(line.text) <= MAX_BYLINE and "。" not in line.plain
    is_told = not is_short or cues.DATELINE.match(line.plain) or cues.STATED.match(line.plain)
    return kind in _WORDS and not is_told and cued_kind(line) is None


def _opens(line: Line, kind: ZoneKind) -> bool:
    is_told = len(line.plain) > MAX_SLOGAN and bool(cues.CLAUSE.search(line.plain))
    return kind in BODY_KINDS and (kind not in _WORDS or is_told)


def _class_account(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """A name beside a button to follow it is whose page it is."""
    for at in range(max(1, start - HEAD_ABOVE_TITLE), min(start + MAX_BYLINES, len(lines))):
        if kinds[at] is ZoneKind.SHARE and bars.FOLLOW.match(lines[at].plain):
            above = at - 1 if kinds[at - 1] is not ZoneKind.META else at - 2
            is_name = above >= 0 and cues.ACCOUNT.match(lines[above].plain)
            if is_name and kinds[above] in HEAD_KINDS:
                kinds[above] = ZoneKind.META
    named = _named_above(lines[:start])
    if named is not None and kinds[named] in HEAD_KINDS:
        kinds[named] = ZoneKind.META


def _named_above(lines: Sequence[Line]) -> int | None:
    """The account whose articles are counted right below its name."""
    card = next((at for at, line in enumerate(lines) if _CARD.match(line.plain)), 0)
    while card and _COUNTED.match(lines[card].plain):
        card -= 1
    return card if card and cues.ACCOUNT.match(lines[card].plain) else None


def _class_poster(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """In a forum: who posted, and below it what the forum says of him, down to when he did."""
    rest = range(start, min(start + MAX_POSTER, len(lines)))
    posted = next((at for at in rest if cues.POSTED.match(lines[at].plain)), start)
    if any(is_sentence(lines[at]) for at in range(start, posted)):
        return
    named = [at for at in range(start, posted) if cues.ACCOUNT.match(lines[at].plain)]
    for at in range(start, posted):
        if kinds[at] in HEAD_KINDS or (at in named and kinds[at] is ZoneKind.META):
            kinds[at] = ZoneKind.META if at in named[:1] else ZoneKind.NAVIGATION


def keep_summary(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """What is told between the title and the region around the text belongs to the article."""
    first = next((at for at, line in enumerate(lines) if at >= start and line.in_region), start)
    for at in range(start, first):
        if lines[at].table >= 0 and kinds[at] is ZoneKind.NAVIGATION:
            kinds[at] = ZoneKind.TABLE
        elif kinds[at] is ZoneKind.NAVIGATION and _is_summary(lines[at]):
            kinds[at] = ZoneKind.PARAGRAPH
    above = first - 1
    if above >= start and lines[above].tag in HEADINGS and not lines[above].links:
        kinds[above] = ZoneKind.HEADING


def _is_summary(line: Line) -> bool:
    if line.links or not line.plain.endswith(("。", "…", "！", "？")):
        return False
    is_named = len(line.text) >= MIN_SUMMARY and cues.SUMMARY.match(line.plain)
    return bool(is_named) or is_sentence(line)


def _record_tables(lines: Sequence[Line]) -> frozenset[int]:
    """The tables by which an office files its papers: 索引号, 发文机关, 成文日期."""
    return frozenset(
        line.table
        for line in lines
        if line.tag == "tr"
        and len(line.plain) <= MAX_META
        and cues.RECORD.search(cues.squeezed(line.plain))
    )


def _filed(above: Sequence[Line]) -> frozenset[int]:
    """The lines above a title by which an office files its papers, and dates set on several."""
    told = [at for at, line in enumerate(above) if _is_record(line)]
    between = (at for a, b in pairwise(told) if b - a <= MAX_RECORD_GAP for at in range(a, b))
    return frozenset([*told, *between, *_split_dates(above)])


def _is_record(line: Line) -> bool:
    may_be = len(line.plain) <= MAX_META and may_show("RECORD", line.plain)
    return may_be and bool(cues.RECORD.match(cues.squeezed(line.plain)))


def _split_dates(above: Sequence[Line]) -> Iterator[int]:
    for at, (year, day) in enumerate(pairwise(above)):
        if cues.YEAR.match(year.plain) and cues.DAY.match(day.plain):
            is_timed = at + 2 < len(above) and cues.CLOCK.match(above[at + 2].plain)
            yield from range(at, at + (3 if is_timed else 2))


def _tells(line: Line, below_title: int) -> bool:
    """Whether a line, so far below the title, tells of the page."""
    beside = MAX_BESIDE if below_title > 0 else MAX_BESIDE_ABOVE
    return below_title >= -HEAD_ABOVE_TITLE and is_meta(line, beside)
