"""``python -m benchmarks.speed.readers``: this reader beside two others, page by page in one run.

The evaluation pages are read in turns by each, so that a loaded machine slows all of them alike.
The promise is a rate and a ratio; both are printed, and the exit status says whether they hold.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

from benchmarks.quality.pages.evaluation import folder, raw_pages
from zhuchao import tables
from zhuchao.core.reading import read

ROUNDS = 4
MIN_PAGES_PER_SECOND = 100
# readability-lxml, the quicker of the two, at least so many times slower.
MIN_RATIO = 2.0

Reader = Callable[[bytes], object]


def readers() -> dict[str, Reader]:
    """The readers by name, ours first; the others are imported only here."""
    import trafilatura  # noqa: PLC0415
    from readability import Document  # noqa: PLC0415

    reference = tables.load()
    return {
        "zhuchao": lambda raw: read(raw, tables=reference),
        "readability-lxml": lambda raw: Document(raw).summary(),
        "trafilatura": lambda raw: trafilatura.bare_extraction(raw, with_metadata=True),
    }


def measure(pages: list[bytes]) -> dict[str, float]:
    """Pages per CPU second for each reader, timed in turns."""
    timed = readers()
    spent = dict.fromkeys(timed, 0.0)
    for work in timed.values():
        _quietly(work, pages[0])
    for _ in range(ROUNDS):
        for page in pages:
            for name, work in timed.items():
                started = process_time()
                _quietly(work, page)
                spent[name] += process_time() - started
    return {name: ROUNDS * len(pages) / seconds for name, seconds in spent.items()}


def _quietly(work: Reader, page: bytes) -> None:
    try:
        work(page)
    except Exception:
        # What another reader cannot read took its time all the same.
        return


def main() -> int:
    pages = list(raw_pages().values())
    if not pages:
        print(f"The evaluation pages are absent: {folder()} (set ZHUCHAO_EVAL).")
        return 0
    rates = measure(pages)
    for name, rate in rates.items():
        print(f"{name:18} {rate:7.0f} pages per CPU second")
    ratio = rates["zhuchao"] / rates["readability-lxml"]
    print(f"{ratio:.1f} times as quick as readability-lxml (at least {MIN_RATIO})")
    return 0 if rates["zhuchao"] >= MIN_PAGES_PER_SECOND and ratio >= MIN_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
