"""``python -m benchmarks.quality.pages.opening 30``: opens the oldest 30 pages kept for testing.

What the rules of the day take their lines for goes into ``first_read.csv``, for a page is met once;
then they get the next odd numbers and belong to the half for tuning. The figures of this first
reading are printed: they belong into the decision that tells why the pages were opened.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.quality.pages.scoring import kinds_found
from benchmarks.quality.pages.training import FIRST_READ, LETTERS
from benchmarks.quality.pages.written import FOLDER, Marked, marked_pages, measure
from zhuchao import tables
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.weights import NO_WEIGHTS

_LETTER_OF = {str(kind): letter for letter, kind in LETTERS.items()}


def letters_of(page: Marked) -> str:
    """A letter for each marked line: what the rules alone take it for."""
    unweighed = replace(tables.load(), line_weights=NO_WEIGHTS)
    found = kinds_found(read(page.raw, tables=unweighed), page.marks["lines"])
    return "".join(_LETTER_OF.get(kind, "-") for kind in found)


def opened_as(page: Marked, number: int) -> str:
    """Rename the page's files to the number; the new name."""
    name = f"{number}-{page.name.split('-', 1)[1]}"
    for file in FOLDER.glob(f"{page.name}.*"):
        file.rename(file.with_name(f"{name}{file.suffix}"))
    return name


def main(count: int, file: Path = FIRST_READ) -> None:
    pages = list(marked_pages())
    taken = max(int(page.name.split("-")[0]) for page in pages if not page.is_for_testing)
    opened = [page for page in pages if page.is_for_testing][:count]
    result = measure(opened)
    rows = [
        (opened_as(page, taken + 2 * step), letters_of(page))
        for step, page in enumerate(opened, start=1)
    ]
    with file.open("a", encoding="utf-8", newline="") as end:
        csv.writer(end, lineterminator="\n").writerows(rows)
    print(f"{len(rows)} pages, lines {result.lines_right / result.lines:.3f}")
    for name, tally in result.fields.items():
        print(f"{name} {tally.f1:.3f} ({tally.right} of {tally.gold}, {tally.found} found)")


if __name__ == "__main__":
    main(int(sys.argv[1]))
