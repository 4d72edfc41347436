"""Lists of other pages: where one begins by its head, and where it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from zhuchao.core.reading import bars, cues, offering
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.signs import may_show
from zhuchao.core.reading.wording import shows_foot, shows_notice
from zhuchao.core.vocabulary.page import ZoneKind

MAX_HEAD = 80
# So many entries without a gap make a list that a gap ends; a longer one is not looked through.
MIN_CLOSE = 3
MAX_SEARCHED = 60
# A list below a head that rules do not know is hardly longer.
MAX_LISTED = 24
MIN_SENTENCE = 40
AD = "广告"
# Its label and its lines are fewer than this.
MAX_AD = 5
# A line that shows no sentence in so many characters is none.
SEARCHED = 600
MIN_LINKED = 0.3
_OPENINGS = ("...", "…", "..", "[详细]", "[全文]")
_KEPT = (ZoneKind.SHARE, ZoneKind.BREADCRUMB, ZoneKind.CONTACT)
# A block that holds more of the page's sentences than this is no list.
MAX_SHARE = 0.3
# So many blocks up the head of a list may stand apart from what it heads.
MAX_UP = 3


def class_lists(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """Class what follows the head of a list with it, to the end of the list.

    Without a DOM only below ``start``: above it all is furniture, but nothing shows where a list
    ends before the title comes.
    """
    weights = sheet.weights
    told = next((at for at, line in enumerate(sheet.lines) if _opens_text(line)), 0)
    index = 0 if sheet.has_dom else start
    while index < len(sheet.lines):
        kind = _list_kind(sheet, index, kinds[index], is_below_text=index > told)
        if kind is not None and _is_tab(sheet.lines, index):
            kinds[index], kind = ZoneKind.NAVIGATION, None
        if kind is None:
            index += 1
            continue
        if _last_head(sheet, index) > index and not bars.OFFERED.search(
            sheet.lines[index + 1].plain
        ):
            kind = ZoneKind.NAVIGATION
        end = max(_end(sheet, weights, index), index + 1)
        _fill(sheet.lines, kinds, range(index, end), kind)
        again = None if sheet.has_dom else _below_ad(sheet.lines, end)
        if again is not None:
            end = _first(sheet, again, _ends_list)
            _fill(sheet.lines, kinds, range(again, end), kind)
        index = end


def fill_below(sheet: Sheet, kinds: list[ZoneKind], head: int) -> None:
    """Class what follows a head of its kind, as far as it is furniture, to the end of the list."""
    end = min(_end(sheet, sheet.weights, head), head + MAX_LISTED)
    for at in range(head + 1, end):
        text = sheet.lines[at].plain
        if kinds[at] is not ZoneKind.NAVIGATION or bars.LISTING.match(text) or _is_other(text):
            break
        kinds[at] = kinds[head]


def _is_tab(lines: Sequence[Line], at: int) -> bool:
    """A head right above a part of an offer is a tab that leads to the list further below."""
    return at + 1 < len(lines) and bool(offering.SECTION.match(lines[at + 1].plain))


def _below_ad(lines: Sequence[Line], at: int) -> int | None:
    """Where a list goes on below an advertisement in it: a title, and how often it was read."""
    if at >= len(lines) or lines[at].plain != AD:
        return None
    rows = range(at + 2, min(at + MAX_AD, len(lines) - 1))
    return next((row for row in rows if bars.READ_BY.match(lines[row + 1].plain)), None)


def _fill(lines: Sequence[Line], kinds: list[ZoneKind], rows: range, kind: ZoneKind) -> None:
    """A bar to share by, or a telephone, may stand in the block of a list; below comments not."""
    is_comments = bool(cues.COMMENTS.match(lines[rows.start].plain))
    for at in rows:
        if kinds[at] not in _KEPT or is_comments:
            kinds[at] = ZoneKind.NAVIGATION if _is_other(lines[at].plain) else kind


def _is_other(text: str) -> bool:
    """A button or an advertisement amid a list."""
    if may_show("ELSEWHERE", text) and bars.ELSEWHERE.match(text):
        return True
    return may_show("ADVERTISED", text) and bool(bars.ADVERTISED.match(text))


def is_sentence(line: Line) -> bool:
    """True for a line that only running text has."""
    return len(line.text) >= MIN_SENTENCE and bool(cues.SENTENCE.search(line.plain, 0, SEARCHED))


def _opens_text(line: Line) -> bool:
    return line.in_region and is_sentence(line)


def heads_comments(line: Line) -> bool:
    """True where comments begin, or are counted."""
    return may_show("COMMENTS", line.plain) and bool(cues.COMMENTS.match(line.plain))


def is_told(line: Line) -> bool:
    """True for a sentence, and for a shorter line that ends as one."""
    return is_sentence(line) or line.text.endswith(("。", "！", "？", "”"))


def _list_kind(sheet: Sheet, at: int, kind: ZoneKind, *, is_below_text: bool) -> ZoneKind | None:
    """Related pages, or a list that every page of the site shows; None for no such head."""
    if kind is ZoneKind.RELATED:
        return kind
    line = sheet.lines[at]
    if len(line.text) > MAX_HEAD:
        return None
    if not sheet.has_dom and any(map(is_sentence, sheet.lines[at + 1 : at + 3])):
        return None
    is_comments = sheet.has_dom and is_below_text and heads_comments(line)
    return ZoneKind.NAVIGATION if is_comments or _lists(line.plain) else None


def _end(sheet: Sheet, weights: Sequence[float], head: int) -> int:
    """The index after the list that ``head`` opens."""
    head = _last_head(sheet, head)
    if sheet.has_dom:
        end = _end_of_block(sheet, weights, head)
        end = end if end is not None else _end_of_next(sheet, weights, head)
        if end is not None:
            return end
        if not _is_doubled(sheet.lines[head + 1 : head + 3]):
            return _first(sheet, head, _is_no_entry)
    elif not any(is_sentence(line) for line in sheet.lines[:head]):
        return _first(sheet, head, is_sentence)
    return min(_first(sheet, head, _ends_list), _resumed(sheet, head), _set_apart(sheet, head))


def _last_head(sheet: Sheet, head: int) -> int:
    """Two heads may stand above one list: 相关推荐, 热点推荐."""
    below = sheet.lines[head + 1 : head + 2]
    return head + 1 if not sheet.has_dom and any(is_head(line) for line in below) else head


def is_head(line: Line) -> bool:
    """True for a line that heads a list of other pages."""
    is_short = len(line.text) <= MAX_HEAD
    return is_short and (_lists(line.plain) or _relates(line.plain))


def _lists(text: str) -> bool:
    return may_show("LISTING", text) and bool(bars.LISTING.match(text))


def _relates(text: str) -> bool:
    return may_show("RELATED", text) and bool(bars.RELATED.match(text))


def _is_no_entry(line: Line) -> bool:
    """Not a link, with a date or a bullet beside it at most."""
    return line.link_share < MIN_LINKED or is_sentence(line)


def _first(sheet: Sheet, head: int, ends: Callable[[Line], bool]) -> int:
    rest = range(head + 1, len(sheet.lines))
    return next((i for i in rest if ends(sheet.lines[i])), len(sheet.lines))


def _resumed(sheet: Sheet, head: int) -> int:
    """Where running text goes on below a list: two sentences in a row, no openings of others."""
    rest = sheet.lines[head + 1 :]
    told = [is_sentence(line) and not line.text.endswith(_OPENINGS) for line in rest]
    places = (at for at, pair in enumerate(pairwise(told), start=head + 1) if all(pair))
    return next(places, len(sheet.lines))


def _set_apart(sheet: Sheet, head: int) -> int:
    """In plain text: where a wider gap follows on entries that stand close, but not by turns."""
    if sheet.has_dom:
        return len(sheet.lines)
    lines = sheet.lines[head + 1 :]
    gaps = [
        sheet.text.count("\n", above.span.end, below.span.start)
        for above, below in pairwise(lines[:MAX_SEARCHED])
    ]
    size = next((at for at, gap in enumerate(gaps, start=1) if gap > gaps[0]), 0)
    if size < MIN_CLOSE:
        return len(sheet.lines)
    is_by_turns = len(gaps) >= 2 * size and gaps[2 * size - 1] > gaps[0]
    return len(sheet.lines) if is_by_turns else head + 1 + size


def _is_doubled(lines: Sequence[Line]) -> bool:
    return len(lines) == 2 and key_of(lines[0].text) == key_of(lines[1].text)


def _ends_list(line: Line) -> bool:
    ends = (
        bars.LISTING,
        bars.RELATED,
        bars.TOOLS,
        cues.TAGS,
        cues.EDITOR,
        cues.COMMENTS,
        bars.SHARE,
    )
    if cues.OWNED.match(line.plain) or cues.FILTERS.match(line.plain):
        return True
    if bars.FOOT_MENU.match(line.plain) or cues.ADDRESS.match(line.plain):
        return True
    if cues.CONTACT_HEAD.match(line.plain):
        return True
    if cues.FIGURES.match(line.plain) and not cues.COMMENTS.match(line.plain):
        return False  # How many comments an item has
    if len(line.text) > MAX_HEAD:
        return False
    return (
        shows_foot(line.plain)
        or shows_notice(line.plain)
        or any(cue.match(line.plain) for cue in ends)
    )


def _end_of_next(sheet: Sheet, weights: Sequence[float], head: int) -> int | None:
    """Where a head stands in a block of its own: the end of the blocks of one look right below."""
    if head + 1 >= len(sheet.lines):
        return None
    block = sheet.lines[head].container
    for _ in range(MAX_UP):
        around = sheet.containers[block].parent if block >= 0 else -1
        beside = sheet.child_of(around, sheet.lines[head + 1].container)
        if beside not in (-1, block):
            return _end_of_row(sheet, weights, head, beside)
        block = around
    return None


def _end_of_row(sheet: Sheet, weights: Sequence[float], head: int, beside: int) -> int | None:
    """The end of a block, and of those beside it that look the same; None where they are text."""
    around, look = sheet.containers[beside].parent, sheet.containers[beside][1:]
    ceiling, told, end = MAX_SHARE * max(weights, default=0.0), set[int](), head + 1
    while end < len(sheet.lines):
        child = sheet.child_of(around, sheet.lines[end].container)
        is_same = child >= 0 and sheet.containers[child][1:] == look
        if not is_same or (end > head + 1 and _ends_list(sheet.lines[end])):
            break
        told.add(child)
        end += 1
    # Blocks of a line each that bear no name may be anything.
    is_list = bool(look[1]) or len(told) < end - head - 1
    return end if is_list and sum(weights[child] for child in told) <= ceiling else None


def _end_of_block(sheet: Sheet, weights: Sequence[float], head: int) -> int | None:
    """The end of the smallest block that holds more than the head; None where that is the text."""
    ceiling = MAX_SHARE * max(weights, default=0.0)
    block = sheet.lines[head].container
    while block >= 0 and weights[block] <= ceiling:
        end = head
        while end < len(sheet.lines) and sheet.is_within(sheet.lines[end].container, block):
            end += 1
        if end > head + 1:
            return end
        block = sheet.containers[block].parent
    return None
