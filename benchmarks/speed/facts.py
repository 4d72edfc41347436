"""``python -m benchmarks.speed.facts``: how many characters a second facts are found in.

The promise is a rate on the marked texts, and a bound on the largest page of any shape; the exit
status says whether both hold.
"""

from __future__ import annotations

import sys
from time import process_time

from benchmarks.quality.facts.marks import load, page_of
from benchmarks.speed.timing import measure
from zhuchao import tables
from zhuchao.core.facts import find

LEAST_CHARACTERS_PER_SECOND = 60_000
# 100 kB of Chinese text.
LARGEST_CHARACTERS = 33_000
MOST_SECONDS = 2.0
PIECES = (
    "投资10亿元", "1", "一", "1-", "亩", "公司", "王县长", "项目", "、", "“", "（", "2026年3月",
    "增长1%", "两大攻坚", "名单公示\n", "奖励1元；", "江苏省",
)  # fmt: skip


def main() -> int:
    """Print the rate and the slowest shape; 1 when one of them breaks its promise."""
    reference, pages = tables.load(), [text.page for text in load()]

    def work() -> int:
        for page in pages:
            find(page, reference)
        return sum(len(page.text) for page in pages)

    rate = measure(work)
    print(f"facts  {rate.per_second:>10,.0f} characters per CPU second")
    spent = []
    for piece in PIECES:
        page = page_of("", (piece * LARGEST_CHARACTERS)[:LARGEST_CHARACTERS])
        started = process_time()
        find(page, reference)
        spent.append((process_time() - started, piece))
    print(f"100 kB of {max(spent)[1]!r}: {max(spent)[0]:.2f} CPU seconds")
    is_kept = rate.per_second >= LEAST_CHARACTERS_PER_SECOND and max(spent)[0] <= MOST_SECONDS
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
