"""``python -m benchmarks.quality.pages.crossing``: lines that neither rules nor weights have met.

The pages of ``first_read.csv`` are put into groups by number. The lines of each group start from
what the rules of the day said before the page was opened, and are weighed by what is learned from
all other pages: the figure says what to expect of a page from outside, the tuning half does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.quality.pages.training import (
    KINDS,
    first_read,
    learned,
    of_page,
    opened_kinds,
)
from benchmarks.quality.pages.written import Marked, marked_pages
from zhuchao.core.reading.weighing import weighed
from zhuchao.core.vocabulary.weights import Weights

GROUPS = 8
# The pages that were opened last are counted for themselves as well: rules had met none like them.
LAST = 555


def crossed(pages: Sequence[Marked]) -> Iterator[tuple[Marked, list[tuple[str, str, str, str]]]]:
    """For each page with a first reading: text, mark, what rules and what weights said, by line."""
    known = first_read()
    examples = {page.name: list(of_page(page, known.get(page.name))) for page in pages}
    met = [page for page in pages if page.name in known]
    for group in range(GROUPS):
        held = met[group::GROUPS]
        names = {page.name for page in held}
        others = [each for name, of in examples.items() if name not in names for each in of]
        weights = Weights(KINDS, learned(others))
        for page in held:
            sheet, kinds, seen, title_at, gold = opened_kinds(page, known[page.name])
            found = weighed(sheet, kinds, seen, title_at, weights)
            lines = zip(sheet.lines, gold, kinds, found, strict=True)
            yield page, [(ln.text, mark, str(k), str(f)) for ln, mark, k, f in lines if mark]


def main() -> None:
    pages = [page for page in marked_pages() if not page.is_for_testing]
    right: Counter[str] = Counter()
    for page, lines in crossed(pages):
        parts = ("all", "last") if int(page.name.split("-")[0]) >= LAST else ("all",)
        for part in parts:
            right[f"{part} lines"] += len(lines)
            right[f"{part} rules"] += sum(mark == kind for _, mark, kind, _ in lines)
            right[f"{part} weighed"] += sum(mark == found for _, mark, _, found in lines)
    for part in ("all", "last"):
        count = right[f"{part} lines"]
        rules, weights = (right[f"{part} {by}"] / count for by in ("rules", "weighed"))
        print(f"{part}: {count} lines, by rules {rules:.4f}, weighed {weights:.4f}")


if __name__ == "__main__":
    main()
