"""``python -m benchmarks.quality.pages.headings``: learns how much each trait speaks for a title.

The pages for tuning alone are learned from, each as it is and, where it has markup, as its plain
text once more. What rules take for the title is no trait: they were made on these pages.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.quality.pages.scoring import folded
from benchmarks.quality.pages.training import first_read, marked_lines, write
from benchmarks.quality.pages.written import Marked, marked_pages
from zhuchao import tables
from zhuchao.core.reading.fitting import text_start
from zhuchao.core.reading.headlines import title_traits
from zhuchao.core.reading.lines import Sheet, lines_of
from zhuchao.core.reading.page import sheet_of_page
from zhuchao.core.vocabulary.weights import PARTS
from zhuchao.tables.files import HOME
from zhuchao.tables.weighing import TITLE_WEIGHTS

CLASSES = ("title", "other")
MIN_SEEN = 3
ROUNDS = 8
STEP = 0.2
SHRINK = 1e-4
SEED = 1
# A part of a title that stands on a line of its own is at least so long.
MIN_PART = 8
# So much may stand beside a title on its line: what kind of thread it is, a mark.
MAX_BESIDE = 10


@dataclass(frozen=True)
class Choice:
    """The lines of a page that may be its title, each with its traits, and which of them are."""

    sheet: Sheet
    traits: dict[int, list[str]]
    right: tuple[int, ...]

    def best(self) -> int:
        """The place among the lines of that which is most of the title."""
        return list(self.traits).index(self.right[0])


def choices_of(page: Marked) -> Iterator[Choice]:
    """The page as it is, then as its plain text; none where the title is not marked."""
    reference, title = tables.load(), folded(page.marks.get("fields", {}).get("title"))
    if not title:
        return
    sheet = sheet_of_page(page.raw, reference)
    yield _choice(sheet, title)
    if sheet.has_dom:
        yield _choice(lines_of(sheet.text, reference.plain), title)


def _choice(sheet: Sheet, title: str) -> Choice:
    traits = {at: sorted(of) for at, of in title_traits(sheet, text_start(sheet))}
    texts = {at: folded(sheet.lines[at].text) for at in traits}
    right = [at for at, text in texts.items() if _is_of(text, title)]
    right.sort(key=lambda at: abs(len(texts[at]) - len(title)))
    return Choice(sheet, traits, tuple(right))


def _is_of(text: str, title: str) -> bool:
    is_part = len(text) >= MIN_PART and (title.startswith(text) or title.endswith(text))
    return text == title or is_part or (title in text and len(text) <= len(title) + MAX_BESIDE)


def learned_titles(choices: Iterable[Choice]) -> dict[str, list[int]]:
    """The weights of each trait: of the lines of a page one is chosen, by a soft maximum."""
    known = [choice for choice in choices if choice.right]
    counts = Counter(each for choice in known for of in choice.traits.values() for each in of)
    traits = sorted(trait for trait, times in counts.items() if times >= MIN_SEEN)
    places = {trait: at for at, trait in enumerate(traits)}
    rows = [
        [np.array([places[each] for each in of if each in places]) for of in choice.traits.values()]
        for choice in known
    ]
    weights, moved = np.zeros(len(traits)), np.full(len(traits), 1e-4)
    order, source = list(range(len(rows))), random.Random(SEED)
    for _ in range(ROUNDS):
        source.shuffle(order)
        for at in order:
            sums = np.array([weights[its].sum() for its in rows[at]])
            shares = np.exp(sums - sums.max())
            shares /= shares.sum()
            shares[known[at].best()] -= 1.0
            each = np.concatenate(rows[at])
            owed = np.repeat(shares, [len(its) for its in rows[at]])
            its, where = np.unique(each, return_inverse=True)
            slope = np.bincount(where, owed) + SHRINK * weights[its]
            moved[its] += slope**2
            weights[its] -= STEP * slope / np.sqrt(moved[its])
    whole = np.rint(weights * PARTS).astype(int).tolist()
    return {trait: [whole[at], 0] for trait, at in places.items()}


def title_before(page: Marked, sheet: Sheet) -> int | None:
    """What rules that had not met the page took for its title; None where they found none."""
    read = first_read()[page.name]
    marks = marked_lines(sheet, page)
    return next(
        (at for at, mark in enumerate(marks) if mark is not None and read[mark] == "a"), None
    )


def main() -> None:
    pages = [page for page in marked_pages() if not page.is_for_testing]
    choices = [choice for page in pages for choice in choices_of(page)]
    weights = learned_titles(choices)
    write(weights, CLASSES, HOME / TITLE_WEIGHTS)
    print(f"{len(choices)} titles of {len(pages)} pages, {len(weights)} traits")


if __name__ == "__main__":
    main()
