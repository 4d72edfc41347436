"""The title of a page: a part of its declared title that also stands visibly, else its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.reading import cues
from zhuchao.core.reading.declared import (
    PARTS,
    TITLE_HINT,
    Declared,
    is_site_name,
    names_site,
    standing,
)
from zhuchao.core.reading.favours import Favours
from zhuchao.core.reading.fitting import (
    HEADINGS,
    MAX_TITLE,
    MIN_TITLE,
    NEAR_TEXT,
    SUBTITLE,
    declared_titles,
    may_be_declared,
    may_be_title,
    text_start,
)
from zhuchao.core.reading.glued import headline_in
from zhuchao.core.reading.headlines import likeliest
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.newspapers import is_newspaper, listed_heading
from zhuchao.core.reading.papers import goes_on, issues
from zhuchao.core.vocabulary.read import Read, Span, State, unknown
from zhuchao.core.vocabulary.weights import NO_WEIGHTS, Weights

MIN_UNMARKED = 8
# So long a line that opens the declared title was the title on each of 130 pages with markup.
MIN_SURE = 12

FROM_FIRST_LINE = "页面没有标明标题，取正文前的首行"
FROM_DECLARED = "页面正文没有显示标题，取自网页标题栏"
NONE_FOUND = "页面上没有找到标题"

_GAP = re.compile(r"\s*[|｜_»]\s*|\s+[-–—·:：]+\s+|\s*(?:--|——|–|—)\s*|-(?=[^-]{2,20}$)")


def title_line(sheet: Sheet, weights: Weights = NO_WEIGHTS) -> int | None:
    """The index of the line that shows the title, or None.

    ``weights`` tell how much the traits of a line speak for it; without them the rules alone do.
    """
    lines, first = sheet.lines, text_start(sheet)
    ruled = _declared_title(sheet, first) if sheet.has_dom else _first_line(lines, first)
    is_open = bool(weights) and not (ruled is not None and _is_sure(sheet, ruled))
    best = likeliest(sheet, first, ruled, weights) if is_open else ruled
    if best is None or best == ruled:
        return ruled
    if ruled is not None and _is_said_by(sheet, ruled, best):
        return ruled
    return _title_start(lines, best)


def _is_said_by(sheet: Sheet, title_at: int, at: int) -> bool:
    """Whether a line is part of a title, or says the same at another place."""
    is_same = key_of(sheet.lines[title_at].text) == key_of(sheet.lines[at].text)
    return is_same or title_at < at < title_end(sheet, title_at)


def _is_sure(sheet: Sheet, title_at: int) -> bool:
    """Whether a whole headline opens the title that the window bears."""
    key = key_of(sheet.lines[title_at].text)
    return len(key) >= MIN_SURE and key_of(sheet.head.title).startswith(key)


def _declared_title(sheet: Sheet, first: int) -> int | None:
    lines = sheet.lines
    declared = _declared_line(sheet, first)
    if declared is not None:
        return _title_start(lines, _named_below(sheet, declared, first))
    heading = _heading_line(lines[:first])
    above = _line_above(lines, first) if heading is None else _heading_start(lines, heading)
    return above if above is not None else _named_line(lines[:first])


def _title_start(lines: Sequence[Line], at: int) -> int:
    """The issuer of a paper may stand above what it is called."""
    return at - 1 if at > 0 and issues(lines[at - 1], lines[at]) else _heading_start(lines, at)


def _heading_start(lines: Sequence[Line], at: int) -> int:
    """A heading may be broken into lines."""
    while at > 0 and _is_same_heading(lines[at - 1], lines[at]):
        at -= 1
    return at


def _is_same_heading(line: Line, below: Line) -> bool:
    is_one = line.container == below.container >= 0 and line.tag in HEADINGS
    return is_one and may_be_title(cues.squeezed(line.plain))


def _named_below(sheet: Sheet, declared: int, first: int) -> int:
    """Where the window bears but a column's name, the line below that calls itself the title."""
    if len(key_of(sheet.lines[declared].text)) >= MIN_UNMARKED + 1:
        return declared
    for at in range(declared + 1, first):
        line = sheet.lines[at]
        is_named = TITLE_HINT.search(sheet.containers[line.container].hints)
        if (is_named or line.tag in HEADINGS) and _is_full_title(line):
            return at
    return declared


def _is_full_title(line: Line) -> bool:
    is_long = len(key_of(line.text)) > MIN_UNMARKED and not line.links
    return is_long and may_be_title(cues.squeezed(line.plain)) and not is_site_name(line)


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
    declared = any(joined in key_of(whole) for whole in declared_titles(sheet))
    # Where a page declares its title, a sub-headline is part of it only if it is declared too.
    is_subtitle = line.text.startswith(SUBTITLE) and len(line.text) <= MAX_TITLE
    is_subtitle = is_subtitle and (declared or not declared_titles(sheet))
    is_subtitle = is_subtitle and not is_newspaper(sheet.lines)
    is_issued = issues(title, line) or goes_on(title, line)
    is_one = _is_same_heading(title, line) and may_be_title(cues.squeezed(line.plain))
    return below + int(
        is_one or is_subtitle or is_issued or (declared and len(key_of(line.text)) >= MIN_TITLE)
    )


def title_of(sheet: Sheet, title_at: int | None) -> Read[str]:
    """The title as shown; given where it is marked as such, else inferred."""
    if title_at is not None:
        return _shown_title(sheet, title_at)
    for declared in declared_titles(sheet):
        value = _GAP.split(declared)[0] or declared
        title, _, column = value.rpartition("-")
        is_column = title and cues.SITE_NAME.search(column)
        return Read(title if is_column else value, State.INFERRED, why=FROM_DECLARED)
    return unknown(NONE_FOUND)


def _shown_title(sheet: Sheet, title_at: int) -> Read[str]:
    lines = sheet.lines[title_at : title_end(sheet, title_at)]
    written = "".join(line.text for line in lines)
    inner = headline_in(written, declared_titles(sheet))
    end = lines[-1].span.end - (len(written) - inner.end)
    end = max(end, lines[0].span.end if len(lines) > 1 else end)
    value, span = inner.of(written), Span(lines[0].span.start + inner.start, end)
    if _is_declared(sheet, lines[0]) or _is_marked(sheet.lines, title_at):
        return Read(value, State.GIVEN, span)
    return Read(value, State.INFERRED, span, why=FROM_FIRST_LINE)


def _is_declared(sheet: Sheet, line: Line) -> bool:
    key = key_of(line.text)
    return line.tag == "h1" or any(key in key_of(declared) for declared in declared_titles(sheet))


def _declared_line(sheet: Sheet, first: int) -> int | None:
    """The line above the text that is most of the declared title; no mere name of the site."""
    declared = [Declared(whole) for whole in declared_titles(sheet)]
    keys = [each.key for each in declared]
    best, best_score = None, 0.0
    for index, line in enumerate(sheet.lines[: first + 1]):
        key = key_of(line.text)
        if not may_be_declared(line, first - index) or (names_site(line) and key in keys):
            continue
        score = max((each.likeness(key) for each in declared), default=0.0)
        score += standing(line, sheet) if score else 0.0
        if score > best_score:
            best, best_score = index, score
    return best


def _heading_line(lines: Sequence[Line]) -> int | None:
    """The first main heading, else the lower one nearest above the text."""
    fitting = [i for i, line in enumerate(lines) if may_be_declared(line, 0)]
    main = next((i for i in fitting if lines[i].tag == "h1" and not names_site(lines[i])), None)
    if main is not None:
        return main
    near = [
        i for i in fitting if lines[i].tag in ("h2", "h3", "h4") and len(lines) - i <= NEAR_TEXT
    ]
    return near[-1] if near else None


def _named_line(lines: Sequence[Line]) -> int | None:
    """Where nothing else fits, a main heading that looks like the name of the site."""
    fitting = (i for i, line in enumerate(lines) if line.tag == "h1" and may_be_declared(line, 0))
    return next(fitting, None)


def _line_above(lines: Sequence[Line], first: int) -> int | None:
    """Without any mark: the first line of the region, else the nearest above its text."""
    above = range(max(0, first - NEAR_TEXT), first)
    fitting = [
        i
        for i in above
        if len(lines[i].links) <= 1
        and may_be_title(cues.squeezed(lines[i].plain))
        and may_be_declared(lines[i], 0)
    ]
    long = [i for i in fitting if len(key_of(lines[i].text)) >= MIN_UNMARKED]
    return next((i for i in long if lines[i].in_region), long[-1] if long else None)


def _first_line(lines: Sequence[Line], first: int) -> int | None:
    """In plain text: the fitting line above the text that its surroundings favour most."""
    fitting = [i for i in range(first) if may_be_title(cues.squeezed(lines[i].plain))]
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


def _is_marked(lines: Sequence[Line], title_at: int) -> bool:
    """In plain text: repeated below, named as the original title, or between crumb and meta."""
    key = key_of(lines[title_at].text)
    below = lines[title_at + 1 : title_at + 8]
    if any(key and key in key_of(line.text) for line in below if len(line.text) <= MAX_TITLE + 10):
        return True
    return title_at > 0 and bool(cues.BREADCRUMB.match(lines[title_at - 1].plain))
