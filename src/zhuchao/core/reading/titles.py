"""The title of a page: a part of its declared title that also stands visibly, else its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zhuchao.core.reading import bars, cues
from zhuchao.core.reading.declared import (
    PARTS,
    TITLE_HINT,
    Declared,
    is_site_name,
    names_site,
    standing,
)
from zhuchao.core.reading.favours import Favours
from zhuchao.core.reading.glued import headline_in
from zhuchao.core.reading.judging import shows_foot
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.newspapers import is_newspaper, listed_heading
from zhuchao.core.reading.papers import goes_on, issues
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

MIN_TITLE = 4
MAX_TITLE = 120
MIN_UNMARKED = 8
# Two sentences of the first length in a row stand in no menu; in a text of short lines, the next.
MIN_TOLD = (40, 25, 15)
MAX_LINKS = 0.8
# A line with a date that is no longer than this is a meta line.
MAX_DATED = 24
# A title that nothing marks, or that is itself a link, stands so few lines above the text.
NEAR_TEXT = 8

FROM_FIRST_LINE = "页面没有标明标题，取正文前的首行"
FROM_DECLARED = "页面正文没有显示标题，取自网页标题栏"
NONE_FOUND = "页面上没有找到标题"

_GAP = re.compile(r"\s*[|｜_»]\s*|\s+[-–—·:：]+\s+|\s*(?:--|——|–|—)\s*|-(?=[^-]{2,20}$)")
_FIGURES = re.compile(r"[\d\W]+")
_EDITION = re.compile(r"第?\s?[A-Z]?\d{1,2}\s?版\s*[:：]")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SUMMARY = re.compile(r"^[【\[]?(?:内容)?(?:摘要|导读|导语|提要|核心提示)[】\]]?\s*[:：丨|｜]")
# What a paper about one day is called; no line of the page itself ends so.
_PAPER = re.compile(r"[\u4e00-\u9fff]{3}(?:公示|公告|通知|通报|结果|纪要|简报|名单|报告)$")
_PRICE = re.compile(r"^[\d.,~-]+\s*[万亿]?元(?:[/／每].{0,8})?$")
_SUBTITLE = ("——", "--", "—")
_DECLARED_NAMES = ("og:title", "twitter:title", "articletitle", "headline", "title")


def title_line(sheet: Sheet) -> int | None:
    """The index of the line that shows the title, or None."""
    if not sheet.has_dom:
        return _first_line(sheet.lines)
    lines = sheet.lines
    first = next((i for i, line in enumerate(lines) if _opens_text(line)), len(lines))
    declared = _declared_line(sheet, first)
    if declared is not None:
        declared = _named_below(sheet, declared, first)
        is_issued = declared > 0 and issues(lines[declared - 1], lines[declared])
        return declared - 1 if is_issued else _heading_start(lines, declared)
    heading = _heading_line(lines[:first])
    above = _line_above(lines, first) if heading is None else _heading_start(lines, heading)
    return above if above is not None else _named_line(lines[:first])


def _heading_start(lines: Sequence[Line], at: int) -> int:
    """A heading may be broken into lines."""
    while at > 0 and _is_same_heading(lines[at - 1], lines[at]):
        at -= 1
    return at


def _is_same_heading(line: Line, below: Line) -> bool:
    is_one = line.container == below.container >= 0 and line.tag in _HEADINGS
    return is_one and _may_be_title(cues.squeezed(line.plain))


def _named_below(sheet: Sheet, declared: int, first: int) -> int:
    """Where the window bears but a column's name, the line below that calls itself the title."""
    if len(key_of(sheet.lines[declared].text)) >= MIN_UNMARKED + 1:
        return declared
    for at in range(declared + 1, first):
        line = sheet.lines[at]
        is_named = TITLE_HINT.search(sheet.containers[line.container].hints)
        if (is_named or line.tag in _HEADINGS) and _is_full_title(line):
            return at
    return declared


def _is_full_title(line: Line) -> bool:
    is_long = len(key_of(line.text)) > MIN_UNMARKED and not line.links
    return is_long and _may_be_title(cues.squeezed(line.plain)) and not is_site_name(line)


def title_parts(sheet: Sheet) -> list[str]:
    """What the declared title is put together from: title, column, site."""
    return [part.strip() for part in PARTS.split(sheet.head.title) if part.strip()]


def title_end(sheet: Sheet, title_at: int) -> int:
    """The index after the title's last line: a subtitle may stand on a line of its own."""
    below = title_at + 1
    if below >= len(sheet.lines):
        return below
    title, line = sheet.lines[title_at], sheet.lines[below]
    joined = key_of(title.text + line.text)
    declared = any(joined in key_of(whole) for whole in _declared(sheet))
    # Where a page declares its title, a sub-headline is part of it only if it is declared too.
    is_subtitle = line.text.startswith(_SUBTITLE) and len(line.text) <= MAX_TITLE
    is_subtitle = is_subtitle and (declared or not _declared(sheet))
    is_subtitle = is_subtitle and not is_newspaper(sheet.lines)
    is_issued = issues(title, line) or goes_on(title, line)
    is_one = _is_same_heading(title, line) and _may_be_title(cues.squeezed(line.plain))
    return below + int(
        is_one or is_subtitle or is_issued or (declared and len(key_of(line.text)) >= MIN_TITLE)
    )


def title_of(sheet: Sheet, title_at: int | None) -> Read[str]:
    """The title as shown; given where it is marked as such, else inferred."""
    if title_at is not None:
        return _shown_title(sheet, title_at)
    for declared in _declared(sheet):
        value = _GAP.split(declared)[0] or declared
        title, _, column = value.rpartition("-")
        is_column = title and cues.SITE_NAME.search(column)
        return Read(title if is_column else value, State.INFERRED, why=FROM_DECLARED)
    return unknown(NONE_FOUND)


def _shown_title(sheet: Sheet, title_at: int) -> Read[str]:
    lines = sheet.lines[title_at : title_end(sheet, title_at)]
    written = "".join(line.text for line in lines)
    inner = headline_in(written, _declared(sheet))
    end = lines[-1].span.end - (len(written) - inner.end)
    end = max(end, lines[0].span.end if len(lines) > 1 else end)
    value, span = inner.of(written), Span(lines[0].span.start + inner.start, end)
    if _is_declared(sheet, lines[0]) or _is_marked(sheet.lines, title_at):
        return Read(value, State.GIVEN, span)
    return Read(value, State.INFERRED, span, why=FROM_FIRST_LINE)


def _is_declared(sheet: Sheet, line: Line) -> bool:
    key = key_of(line.text)
    return line.tag == "h1" or any(key in key_of(declared) for declared in _declared(sheet))


def _declared(sheet: Sheet) -> list[str]:
    metas = [sheet.head.metas.get(name, "") for name in _DECLARED_NAMES]
    return [declared for declared in (sheet.head.title, *metas) if declared]


def _declared_line(sheet: Sheet, first: int) -> int | None:
    """The line above the text that is most of the declared title; no mere name of the site."""
    declared = [Declared(whole) for whole in _declared(sheet)]
    keys = [each.key for each in declared]
    best, best_score = None, 0.0
    for index, line in enumerate(sheet.lines[: first + 1]):
        key = key_of(line.text)
        if not _may_be_declared(line, first - index) or (names_site(line) and key in keys):
            continue
        score = max((each.likeness(key) for each in declared), default=0.0)
        score += standing(line, sheet) if score else 0.0
        if score > best_score:
            best, best_score = index, score
    return best


def _may_be_declared(line: Line, above_text: int) -> bool:
    if not MIN_TITLE <= len(line.text) <= MAX_TITLE:
        return False
    if line.link_share > MAX_LINKS and line.tag not in _HEADINGS and above_text > NEAR_TEXT:
        return False
    return line.tag == "h1" or not is_site_name(line)


def _opens_text(line: Line) -> bool:
    return (
        line.in_region and len(line.text) >= 60 and bool(cues.SENTENCE.search(line.plain, 0, 600))
    )


def _opening(lines: Sequence[Line]) -> int:
    """Where a plain text begins: at a long sentence, else at two shorter ones in a row."""
    first = next((i for i, line in enumerate(lines) if _opens_text(line)), len(lines))
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


def _heading_line(lines: Sequence[Line]) -> int | None:
    """The first main heading, else the lower one nearest above the text."""
    fitting = [i for i, line in enumerate(lines) if _may_be_declared(line, 0)]
    main = next((i for i in fitting if lines[i].tag == "h1" and not names_site(lines[i])), None)
    if main is not None:
        return main
    near = [
        i for i in fitting if lines[i].tag in ("h2", "h3", "h4") and len(lines) - i <= NEAR_TEXT
    ]
    return near[-1] if near else None


def _named_line(lines: Sequence[Line]) -> int | None:
    """Where nothing else fits, a main heading that looks like the name of the site."""
    fitting = (i for i, line in enumerate(lines) if line.tag == "h1" and _may_be_declared(line, 0))
    return next(fitting, None)


def _line_above(lines: Sequence[Line], first: int) -> int | None:
    """Without any mark: the first line of the region, else the nearest above its text."""
    above = range(max(0, first - NEAR_TEXT), first)
    fitting = [
        i
        for i in above
        if len(lines[i].links) <= 1
        and _may_be_title(cues.squeezed(lines[i].plain))
        and _may_be_declared(lines[i], 0)
    ]
    long = [i for i in fitting if len(key_of(lines[i].text)) >= MIN_UNMARKED]
    return next((i for i in long if lines[i].in_region), long[-1] if long else None)


def _first_line(lines: Sequence[Line]) -> int | None:
    """In plain text: the fitting line above the text that its surroundings favour most."""
    first = _opening(lines)
    fitting = [i for i in range(first) if _may_be_title(cues.squeezed(lines[i].plain))]
    scores = Favours(lines[: first + 1])
    best = max(fitting, key=lambda at: (scores.of(at), -at), default=None)
    if best is not None and is_newspaper(lines):
        best = listed_heading(lines, fitting, best)
    if best is not None and best + 1 < first and issues(lines[best], lines[best + 1]):
        best += 1
    if best and issues(lines[best - 1], lines[best]):
        # The site's headline above may call the issuer by another name: 某股份：关于….
        key = key_of(lines[best].text)
        best = next((at for at in fitting if at < best and _heads_paper(lines[at], key)), best - 1)
    return best


def _heads_paper(line: Line, key: str) -> bool:
    return key_of(line.text).endswith(key)


def _tells_date(text: str) -> bool:
    return len(text) <= MAX_TITLE and any(
        written.is_absolute or written.ago or written.clock for written in find_dates(text)
    )


def _may_be_title(text: str) -> bool:
    if len(text) > MAX_TITLE or text.startswith(_SUBTITLE):
        return False
    furniture = (
        cues.BREADCRUMB, _SUMMARY, cues.ORIGINAL_TITLE, bars.TOOLS, cues.TAGS, cues.META_LABEL,
        cues.RECORD, _PRICE,
    )  # fmt: skip
    if cues.ATTACHMENT.search(text) or shows_foot(text):
        return False
    if any(cue.search(text) for cue in (*furniture, bars.SHARE, cues.EDITOR, bars.RELATED)):
        return False
    if _tells_date(text) and len(key_of(text)) <= MAX_DATED and not _PAPER.search(text):
        return False
    if _FIGURES.fullmatch(text) or _EDITION.match(text):
        return False
    return len(key_of(text)) >= MIN_TITLE and not text.endswith(("。", "，", "；", ";", ",", "："))


def _is_marked(lines: Sequence[Line], title_at: int) -> bool:
    """In plain text: repeated below, named as the original title, or between crumb and meta."""
    key = key_of(lines[title_at].text)
    below = lines[title_at + 1 : title_at + 8]
    if any(key and key in key_of(line.text) for line in below if len(line.text) <= MAX_TITLE + 10):
        return True
    return title_at > 0 and bool(cues.BREADCRUMB.match(lines[title_at - 1].plain))
