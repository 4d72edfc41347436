"""The original cut into runs, so that a template can mark what each field was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.term import Term

# Beyond this an officer does not scroll, and a phone stutters; the whole stays in the kept file.
MOST_SHOWN = 40_000
CUT = "cut"


@dataclass(frozen=True, slots=True)
class Mark:
    """A named place in the original; ``look`` is "given", "inferred", "unknown" or "cut"."""

    name: str
    span: Span
    look: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that the same marks cover; ``names`` is empty for plain text."""

    text: str
    names: str
    look: str
    is_cut: bool


def _edges(marks: Iterable[Mark], end: int) -> dict[int, list[tuple[Mark, int]]]:
    edges: dict[int, list[tuple[Mark, int]]] = {0: [], end: []}
    for mark in marks:
        if mark.span.start < min(mark.span.end, end):
            edges.setdefault(mark.span.start, []).append((mark, 1))
            edges.setdefault(min(mark.span.end, end), []).append((mark, -1))
    return edges


def runs(text: str, marks: Iterable[Mark], *, most: int = MOST_SHOWN) -> Iterator[Run]:
    """The first ``most`` characters of the text as runs in order; marks may overlap."""
    end = min(len(text), most)
    edges = _edges(marks, end)
    places, active = sorted(edges), Counter[Mark]()
    for start, stop in pairwise(places):
        for mark, change in edges[start]:
            active[mark] += change
        here = [mark for mark, count in active.items() if count > 0]
        named = [mark for mark in here if mark.look != CUT]
        yield Run(
            text=text[start:stop],
            names=" ".join(dict.fromkeys(mark.name for mark in named)),
            look=named[0].look if named else "",
            is_cut=len(named) < len(here),
        )


def term_marks(terms: Iterable[Term]) -> Iterator[Mark]:
    """Where each term was read, named as its row is."""
    for place, term in enumerate(terms):
        if term.read.span is not None:
            yield Mark(f"t{place}", term.read.span, term.read.state.value)
