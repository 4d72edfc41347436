"""Which line is the title, weighed by all that is seen of each that may be.

Rules that find the title were made on the pages that their makers met. The weights were learned
from marked pages (``benchmarks.quality.pages.headings``), each as it is and as its plain text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import add

from zhuchao.core.reading import cues
from zhuchao.core.reading.declared import TITLE_HINT, Declared, is_site_name, names_site
from zhuchao.core.reading.fitting import (
    declared_titles,
    may_be_declared,
    may_be_title,
    opens_text,
)
from zhuchao.core.reading.judging import cued_kind, is_meta
from zhuchao.core.reading.keys import key_of
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.signs import may_show
from zhuchao.core.reading.traits import size_of, sort_of, stops_of
from zhuchao.core.vocabulary.weights import PARTS, Weights

# So much does it weigh that rules take a line for the title, and so much must speak for another.
# Set on what rules said of 163 written pages before they had met them and on the 48 evaluation
# pages, 2026-11: rules alone are wrong on 15 and 1 (as plain text 1), so weighed on 1 and 1 (2).
BY_RULES = 3 * PARTS
LEAST = -3 * PARTS
MAX_BESIDE = 24
MAX_WORDS, MAX_GAP = 6, 10
# So many lines above and below a line are looked at.
_STEPS = (-2, -1, 1, 2)
NEAR_CRUMB = 4
MIN_SAID = 9
SAID_WITHIN = 8
_FIGURE = re.compile(r"\d+")
_QUOTES = frozenset("【】《》“”")
_LENGTHS, _SIZES = (4, 8, 16, 40), ("tiny", "short", "some", "long", "told")
_NEAR, _FAR = 4, (5, 9, 19, 39)


def likeliest(sheet: Sheet, first: int, ruled: int | None, weights: Weights) -> int | None:
    """The line above the text for which most speaks; ``ruled`` is what rules take for the title."""
    best, most = ruled, LEAST
    for at, traits in title_traits(sheet, first):
        title, other = weights.sums(traits)
        spoken = title - other + BY_RULES * (at == ruled)
        if spoken > most:
            best, most = at, spoken
    return best


def title_traits(sheet: Sheet, first: int) -> Iterator[tuple[int, list[str]]]:
    """The lines that may be the title, with their traits; ``first`` is the first of the text."""
    seen = _Seen(sheet, first)
    for at, line in enumerate(sheet.lines[: first + sheet.has_dom]):
        if sheet.has_dom and not may_be_declared(line, first - at):
            continue
        if may_be_title(cues.squeezed(line.plain)):
            yield at, [*seen.form(at), *seen.place(at), *seen.likeness(at), *seen.markup(at)]


class _Seen:
    """What is seen of the lines above a text, each thing looked at once."""

    def __init__(self, sheet: Sheet, first: int) -> None:
        self._sheet, self._first = sheet, first
        self._lines = sheet.lines[: first + 1]
        self._looks: dict[int, str] = {}
        self._keys = [key_of(line.text) for line in self._lines]
        declared = declared_titles(sheet) if sheet.has_dom else []
        self._declared = [Declared(whole) for whole in declared]
        self._pairs = [_pairs(each.key) for each in self._declared]

    def form(self, at: int) -> Iterator[str]:
        """How long it is, what it begins and ends with, and its words."""
        text = cues.squeezed(self._lines[at].plain)
        words = text.split()
        yield size_of(len(self._keys[at]))
        yield f"begins {sort_of(text[0])}"
        yield f"ends {sort_of(text[-1])}"
        yield f"words {min(MAX_WORDS, len(words))}"
        yield f"stops {stops_of(text)}"
        yield f"quotes {not _QUOTES.isdisjoint(text)}"
        if cues.ISSUER.search(text):
            yield "issuer"
        framed = f"^{_FIGURE.sub('0', text)}$"
        yield f"closes {framed[-3:]}"
        yield from {framed[i : i + 2] for i in range(len(framed) - 1)}

    def place(self, at: int) -> Iterator[str]:
        """What stands around it, and how far it is to the text and to the line that tells of it."""
        yield f"look {self._look(at)}"
        for step in _STEPS:
            yield f"{step} {self._look(at + step)}"
        yield f"at {_apart(at)}"
        yield f"text {_apart(self._first - at)}"
        below = range(at + 1, min(at + MAX_GAP, len(self._lines)))
        gap = next((i - at for i in below if self._look(i) == "told of"), MAX_GAP)
        yield f"gap {_apart(gap)}"
        above = range(1, min(at, NEAR_CRUMB) + 1)
        path = next((i for i in above if self._look(at - i) == "breadcrumb"), 0)
        yield f"path {path}"

    def likeness(self, at: int) -> Iterator[str]:
        """What else says the same."""
        key, keys = self._keys[at], self._keys
        yield f"said {min(2, keys[at + 1 :].count(key))} {min(2, keys[:at].count(key))}"
        below = self._sheet.lines[at + 1 : at + SAID_WITHIN]
        is_held = any(key in key_of(line.text) for line in below)
        yield f"held below {is_held} {len(key) >= MIN_SAID}"
        yield f"held above {any(key in each and key != each for each in keys[:at])}"

    def markup(self, at: int) -> Iterator[str]:
        """What its block says, and how much it is like the titles that the page declares."""
        if not self._sheet.has_dom:
            yield "plain"
            return
        line, key = self._lines[at], self._keys[at]
        yield f"tag {line.tag}"
        is_named = bool(TITLE_HINT.search(self._sheet.containers[line.container].hints))
        yield f"named {is_named} {bool(line.links)}"
        yield f"linked {int(line.link_share * 3)}"
        yield f"region {line.in_region} bold {line.is_bold}"
        is_owner, like = names_site(line), max((d.likeness(key) for d in self._declared), default=0)
        yield f"site {is_owner} {is_site_name(line)}"
        yield f"like {int(like * 5)}"
        if is_owner and any(key == each.key for each in self._declared):
            yield "owner alone"
        own = _pairs(key)
        shared = [(len(own & pairs), len(own) + len(pairs)) for pairs in self._pairs if own]
        yield f"shares {max((12 * both // all_ for both, all_ in shared), default=0)}"
        covered = max((4 * both // len(own) for both, _ in shared), default=0)
        yield f"covered {covered}"
        yield f"covered {covered} {size_of(len(key))}"

    def _look(self, at: int) -> str:
        if not 0 <= at < len(self._lines):
            return "none"
        look = self._looks.get(at)
        if look is None:
            look = self._looks[at] = _look_of(self._lines[at], self._keys[at])
        return look


def _look_of(line: Line, key: str) -> str:
    """A line by its wording, else by its length."""
    text = cues.squeezed(line.plain)
    if may_show("BREADCRUMB", text) and (
        cues.BREADCRUMB.match(text) or ("/" not in text and cues.PATH.match(text))
    ):
        return "breadcrumb"
    if is_meta(line, MAX_BESIDE):
        return "told of"
    kind = cued_kind(line)
    if kind is not None:
        return str(kind)
    return "text" if opens_text(line) else _SIZES[bisect_left(_LENGTHS, len(key))]


def _pairs(key: str) -> frozenset[str]:
    return frozenset(map(add, key, key[1:]))


def _apart(lines: int) -> int:
    """Far apart a few lines more or less say nothing."""
    return lines if lines < _NEAR else _NEAR + bisect_left(_FAR, lines)
