"""Taking what was collected, a minute's file at a time; none is counted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

# The minute before may still be written by whoever was slow.
YOUNGEST_MINUTES = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """A batch: its name, which is never given twice, and how often each page was seen.

    Whoever counts it keeps the name with the counts, in one transaction, and drops it afterwards.
    """

    name: str
    file: Path
    counts: Counter[int]

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
    lines = file.read_text("ascii", "replace").splitlines()
    return Taken(file.name, file, Counter(int(line) for line in lines if line.isdecimal()))
