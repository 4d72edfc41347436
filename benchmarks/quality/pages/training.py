"""``python -m benchmarks.quality.pages.training``: learns the weights of lines from the marks.

The pages for tuning alone are learned from. What the rules take a line for is itself a trait; on
pages that rules were made on it is right too often. ``first_read.csv`` keeps, a letter for each
marked line, what the rules took it for before they had met the page: a to p in the order of
``ZoneKind``, "-" where the line was not found. Pages without an entry lend it to their neighbours
only. The same marks give the same weights: the order is shuffled from a fixed seed.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.quality.pages.scoring import folded
from benchmarks.quality.pages.written import Marked, marked_pages
from zhuchao import tables
from zhuchao.core.reading.lines import Sheet
from zhuchao.core.reading.page import sheet_of_page
from zhuchao.core.reading.titles import title_line
from zhuchao.core.reading.traits import text_of, traits_of
from zhuchao.core.reading.zoning import ruled_kinds
from zhuchao.core.vocabulary.page import ZoneKind
from zhuchao.core.vocabulary.weights import PARTS
from zhuchao.tables.files import HOME
from zhuchao.tables.weighing import LINE_WEIGHTS

FIRST_READ = Path(__file__).with_name("first_read.csv")
# What no line becomes by its weight.
UNWEIGHED = (ZoneKind.TITLE, ZoneKind.ORIGINAL_TITLE, ZoneKind.BREADCRUMB)
KINDS = [kind for kind in ZoneKind if kind not in UNWEIGHED]
LETTERS = {chr(ord("a") + at): kind for at, kind in enumerate(ZoneKind)}

# A trait seen on fewer pages tells of a page, not of pages.
MIN_PAGES = 3
ROUNDS = 6
STEP = 0.2
SHRINK = 1e-6
SEED = 1
OF_RULES = "kind "


@dataclass(frozen=True)
class Example:
    """A marked line of a page: its traits and its kind's place in ``KINDS``."""

    page: str
    traits: tuple[str, ...]
    kind: int


def first_read(file: Path = FIRST_READ) -> dict[str, str]:
    with file.open(encoding="utf-8", newline="") as rows:
        return {row["page"]: row["kinds"] for row in csv.DictReader(rows)}


def examples_of(pages: Iterable[Marked]) -> list[Example]:
    """Every line of the pages that may be weighed and is marked."""
    known = first_read()
    return [each for page in pages for each in of_page(page, known.get(page.name))]


def of_page(page: Marked, read: str | None) -> Iterator[Example]:
    """The examples of one page; ``read`` are the letters of its first reading."""
    sheet, kinds, seen, title_at, gold = opened_kinds(page, read)
    text = text_of(sheet.lines)
    for at, words, looks in traits_of(sheet, kinds, seen, title_at, text):
        if gold[at] in KINDS:
            traits = chain(chain.from_iterable(looks), sorted(words))
            told = (each for each in traits if read or not each.startswith(OF_RULES))
            kind = KINDS.index(ZoneKind(gold[at]))
            yield Example(page.name, tuple(dict.fromkeys(told)), kind)


def opened_kinds(
    page: Marked, read: str | None
) -> tuple[Sheet, list[ZoneKind], list[ZoneKind], int | None, list[str]]:
    """The page as rules that had not met it saw it, with the mark of each line, "" for none."""
    reference = tables.load()
    sheet = sheet_of_page(page.raw, reference)
    title_at = title_line(sheet, reference.title_weights)
    kinds, seen = ruled_kinds(sheet, title_at)
    marks = marked_lines(sheet, page)
    for at, mark in enumerate(marks if read else ()):
        letter = read[mark] if read and mark is not None else "-"
        kinds[at] = LETTERS.get(letter, kinds[at])
    gold = ["" if mark is None else str(page.marks["lines"][mark][0]) for mark in marks]
    return sheet, kinds, seen, title_at, gold


def marked_lines(sheet: Sheet, page: Marked) -> list[int | None]:
    """For each line of the page the place of its mark, found from top to bottom."""
    keys = [folded(text) for _, text in page.marks["lines"]]
    whole = "".join(keys)
    owner = [place for place, key in enumerate(keys) for _ in key]
    found: list[int | None] = []
    at = 0
    for line in sheet.lines:
        key = folded(line.text)
        begin = whole.find(key, at) if key else -1
        begin = whole.find(key) if key and begin < 0 else begin
        found.append(owner[begin + len(key) // 2] if begin >= 0 else None)
        at = begin + len(key) if begin >= 0 else at
    return found


def learned(examples: Sequence[Example]) -> dict[str, list[int]]:
    """The weights of each trait that is seen often enough: a soft maximum, by small steps."""
    pages = {(trait, example.page): None for example in examples for trait in example.traits}
    counts = Counter(trait for trait, _ in pages)
    traits = [trait for trait, times in counts.items() if times >= MIN_PAGES]
    places = {trait: at for at, trait in enumerate(traits)}
    rows = [
        np.array([places[trait] for trait in example.traits if trait in places])
        for example in examples
    ]
    weights = np.zeros((len(traits), len(KINDS)))
    moved = np.full_like(weights, 1e-4)
    order, source = list(range(len(rows))), random.Random(SEED)
    for _ in range(ROUNDS):
        source.shuffle(order)
        for at in order:
            its = rows[at]
            sums = weights[its].sum(0)
            shares = np.exp(sums - sums.max())
            shares /= shares.sum()
            shares[examples[at].kind] -= 1.0
            moved[its] += shares**2
            weights[its] -= STEP * (shares + SHRINK * weights[its]) / np.sqrt(moved[its])
    whole = np.rint(weights * PARTS).astype(int)
    return {trait: whole[at].tolist() for trait, at in sorted(places.items())}


def write(weights: dict[str, list[int]], classes: Iterable[str], file: Path) -> None:
    """A row a trait, as ``tables.weighing`` reads them."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened, lineterminator="\n")
        rows.writerow(("trait", " ".join(classes)))
        rows.writerows((trait, " ".join(map(str, row))) for trait, row in weights.items())


def main() -> None:
    pages = [page for page in marked_pages() if not page.is_for_testing]
    examples = examples_of(pages)
    weights = learned(examples)
    write(weights, KINDS, HOME / LINE_WEIGHTS)
    print(f"{len(examples)} lines of {len(pages)} pages, {len(weights)} traits")


if __name__ == "__main__":
    main()
