"""Lines that rules do not know, or know wrongly, weighed by all that is seen of them.

The rules name what they have met; what is new on a page they take for text or for furniture. The
weights were learned from marked pages (``benchmarks.quality.pages.training``), where possible with
what rules that had not met the page took its lines for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate

from zhuchao.core.reading import cues
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.lists import fill_below
from zhuchao.core.reading.traits import MAX_HEAD, MAX_HEAD_LINKS, text_of, traits_of
from zhuchao.core.text.dates import find_dates
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind
from zhuchao.core.vocabulary.weights import PARTS, Weights

# So much more than for what the rules say must speak for another kind. Set on pages that rules and
# weights had not met and on the 48 evaluation pages, 2026-11: the lines of a text are more
# manifold there, so that amid sentences none becomes furniture, and furniture never text.
LEAVES_TEXT = 2 * PARTS
TELLS_OF_PAGE = PARTS
JOINS_BAR = 2 * PARTS
LEAVES_DAY = 3 * PARTS
LEAVES_LIST = 4 * PARTS
NEVER = 1 << 30
_AROUND = (ZoneKind.NAVIGATION, ZoneKind.META)
# Whether it is held, too: what else may become of a line whose place markup tells.
_PLACED = {(ZoneKind.META, to, True): LEAVES_DAY for to in (ZoneKind.NAVIGATION, ZoneKind.SHARE)}
_FOR_CUES = BODY_KINDS | {ZoneKind.NAVIGATION}


def weighed(
    sheet: Sheet,
    kinds: Sequence[ZoneKind],
    seen: Sequence[ZoneKind],
    title_at: int | None,
    weights: Weights,
) -> list[ZoneKind]:
    """The kinds, each line's by what its traits speak for; without weights as they are."""
    found, lines = list(kinds), sheet.lines
    text = text_of(lines)
    classes = tuple(map(ZoneKind, weights.classes))
    others: dict[int, int] = {}
    for at, words, looks in traits_of(sheet, kinds, seen, title_at, text) if classes else ():
        kind, sums = kinds[at], weights.sums(words, looks)
        if kind is ZoneKind.RELATED:
            others[at] = sums[classes.index(ZoneKind.NAVIGATION)] - sums[classes.index(kind)]
        elif classes[sums.index(max(sums))] is not kind and not _says_title(lines, at, title_at):
            is_amid, is_placed = kind in BODY_KINDS and at in text, sheet.has_dom and at in text
            is_held = is_amid or _is_held(lines, kinds, at)
            margins = _margins(classes, kind, is_held=is_held, is_placed=is_placed)
            left = [own - margin for own, margin in zip(sums, margins, strict=True)]
            to = classes[left.index(max(left))]
            # A day that the rules did not take for the page's is another's.
            is_day = to is ZoneKind.META and bool(find_dates(lines[at].plain))
            found[at] = kind if is_day else to
    _end_lists(kinds, found, others)
    for at in range(text.stop, len(lines)):
        if found[at] is ZoneKind.RELATED and kinds[at] is ZoneKind.NAVIGATION:
            _fill_list(sheet, found, at)
    return found


def _fill_list(sheet: Sheet, found: list[ZoneKind], at: int) -> None:
    """What stands below a head of a list that only the weights know."""
    line = sheet.lines[at]
    if len(line.text) <= MAX_HEAD and line.link_share < MAX_HEAD_LINKS:
        fill_below(sheet, found, at)


def _end_lists(kinds: Sequence[ZoneKind], found: list[ZoneKind], others: Mapping[int, int]) -> None:
    """A list ends where what follows, taken together, speaks for being of the site."""
    ends = [at + 1 for at in others if list(kinds[at : at + 2]).count(ZoneKind.RELATED) == 1]
    for end in ends:
        start = end
        while start and kinds[start - 1] is ZoneKind.RELATED:
            start -= 1
        spoken = list(accumulate(others.get(at, 0) for at in range(end - 1, start - 1, -1)))
        if max(spoken) > LEAVES_LIST:
            first = end - 1 - spoken.index(max(spoken))
            found[first:end] = [ZoneKind.NAVIGATION] * (end - first)


def _says_title(lines: Sequence[Line], at: int, title_at: int | None) -> bool:
    """What says the title again, word for word, is what the rules take it for: its heading."""
    return title_at is not None and key_of(lines[at].text) == key_of(lines[title_at].text)


def _is_held(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    """What opens a text, days and counts, a site's licence, a button between buttons."""
    kind, text = kinds[at], lines[at].plain
    if kind is ZoneKind.META:
        return any(map(str.isdigit, text))
    if kind is ZoneKind.SHARE:
        return list(kinds[at - 1 : at + 2]) == [kind] * 3
    cue = cues.LICENCE if kind is ZoneKind.NAVIGATION else cues.DATELINE
    return kind in _FOR_CUES and bool(cue.search(text))


@cache
def _margins(
    classes: tuple[ZoneKind, ...], kind: ZoneKind, *, is_held: bool, is_placed: bool
) -> tuple[int, ...]:
    """What it takes to become each kind; markup tells the place of a line that ``is_placed``."""
    placed = _PLACED if is_placed else {}
    return tuple(
        0 if to is kind else placed.get((kind, to, is_held), _margin(kind, to, is_held=is_held))
        for to in classes
    )


def _margin(kind: ZoneKind, to: ZoneKind, *, is_held: bool) -> int:
    if kind in BODY_KINDS:
        if to in BODY_KINDS:
            return 0
        is_kept = to in _AROUND if is_held else kind is ZoneKind.HEADING and to is ZoneKind.META
        return NEVER if is_kept else LEAVES_TEXT
    if to in BODY_KINDS or is_held:
        return NEVER
    if to is ZoneKind.SHARE:
        return JOINS_BAR
    return TELLS_OF_PAGE if ZoneKind.META in (kind, to) else 0
