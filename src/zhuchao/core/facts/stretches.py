"""What a project's stretches name: organisations, firms, and the first of what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import M, Mark, Marked, Named
from zhuchao.core.facts.projects import PRIVATE


def first_of(
    stretches: Iterable[Stretch], find: Callable[[Stretch], Iterable[M]]
) -> tuple[Marked, M] | None:
    """The first that the stretches tell."""
    for stretch in stretches:
        for mark in find(stretch):
            return stretch.marked, mark
    return None


def inside(stretch: Stretch) -> Iterator[Named]:
    """The organisations of the stretch, in order."""
    for each in stretch.marked.organisations:
        if stretch.start <= each.start < stretch.end:
            yield each


def firms_in(stretch: Stretch) -> Iterator[Named]:
    """The firms, banks and funds of the stretch, in order."""
    private = [each for each in inside(stretch) if each.kind in PRIVATE]
    offices = [start for p in stretch.marked.people for start, _ in p.titles]
    of_people = [o for o in private if any(o.start <= start <= o.end for start in offices)]
    yield from (each for each in private if each not in of_people)
    yield from of_people


def before(stretch: Stretch, mark: Mark) -> str:
    """The words right before a mark."""
    return stretch.marked.text[max(0, mark.start - 24) : mark.start]
