"""Taking what was collected, a minute's file at a time; none is counted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from zhuchao.ground.counting.collecting import KINDS, SEEN
from zhuchao.ground.counting.visitors import day_of

# The minute before may still be written by whoever was slow.
YOUNGEST_MINUTES = 2


LONGEST_MARK = 64


@dataclass(frozen=True, slots=True)
class Visit:
    """That a visitor did something with a page on a day; ``mark`` is of ``Visitors``."""

    kind: str
    page: int
    day: int
    mark: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A batch: its name, which is never given twice, how often each page was seen, and by whom.

    ``visits`` hold each once. Whoever counts a batch keeps its name with the counts, in one
    transaction, and drops it afterwards.
    """

    name: str
    file: Path
    counts: Counter[int]
    visits: frozenset[Visit] = frozenset()

    def drop(self) -> None:
        self.file.unlink(missing_ok=True)


def take(folder: Path, now: float) -> Iterator[Taken]:
    """The batches that are complete, those that were taken before and not dropped first."""
    youngest = int(now) // 60 - YOUNGEST_MINUTES
    for file in sorted(folder.glob("*.taken")):
        yield _read(file)
    for file in sorted(folder.glob("*.log")):
        if file.stem.isdecimal() and int(file.stem) <= youngest:
            yield _read(file.rename(file.with_name(f"{file.stem}-{uuid4().hex}.taken")))


def _read(file: Path) -> Taken:
    minute = int(file.stem.partition("-")[0])
    day, counts, visits = day_of(minute * 60), Counter[int](), set()
    for line in file.read_text("ascii", "replace").splitlines():
        kind, page, mark = (*line.split(" "), "", "")[:3]
        if kind in KINDS and page.isdecimal() and 0 < len(mark) <= LONGEST_MARK:
            visits.add(Visit(kind, int(page), day, mark))
            counts[int(page)] += kind == SEEN
    return Taken(file.name, file, +counts, frozenset(visits))
