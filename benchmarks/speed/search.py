"""``python -m benchmarks.speed.search [records]``: the search itself, and that it misses nothing.

Records are made of the words of the reference tables, the common ones often. The processor's time
of a question is taken: all words, who may see it, ranked, counted, the first twenty keys. Counts by
kind, as the tabs show them, are a second question and are told apart. Recall is compared with the
truth by substring.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from zhuchao import tables as reference
from zhuchao.core.text.searched import Spelling
from zhuchao.ground.finding import PUBLIC, Findable, Question, SearchIndex, Seen
from zhuchao.ground.finding.searching import MEMORY_OF_MANY

SEED, RECORDS = 10, 100_000
KINDS = ("article", "policy", "notice", "offer")
SENTENCES, WORDS_OF_ONE = 25, 4
QUESTIONS, COMPARED, PAGE = 400, 60, 20
LAST = datetime(2026, 11, 1, tzinfo=UTC)
DAYS = 3_650
# By how many records, the most milliseconds that 95 of 100 questions may take.
BOUNDS_MS = {100_000: 10.0, 1_000_000: 40.0}
SEEN = (Seen((), (PUBLIC,)),)


class Lexicon:
    """Words with their shares: the hundredth is a tenth as common as the first."""

    def __init__(self, seed: int) -> None:
        tables = reference.load()
        told = {region.short_name for region in tables.regions.values()}
        told |= set(tables.industries.values()) | {each.word for each in tables.lexemes}
        self.words = sorted(word for word in told if 2 <= len(word) <= 8)
        random.Random(seed).shuffle(self.words)
        self._shares = list(accumulate(1 / (10 + rank) for rank in range(len(self.words))))

    def draw(self, draw: random.Random, count: int) -> list[str]:
        return draw.choices(self.words, cum_weights=self._shares, k=count)


def records(count: int, lexicon: Lexicon) -> Iterator[Findable]:
    draw = random.Random(SEED)
    for pk in range(1, count + 1):
        sentences = ("".join(lexicon.draw(draw, WORDS_OF_ONE)) for _ in range(SENTENCES))
        title = "".join(lexicon.draw(draw, 4))
        at = LAST - timedelta(days=draw.randrange(DAYS))
        kind = draw.choice(KINDS)
        yield Findable("entry", pk, kind, title, "，".join(sentences), (PUBLIC,), pk, at)


def questions(lexicon: Lexicon) -> list[tuple[str, ...]]:
    """As people ask: a word, the first two characters of one, two words, one character."""
    draw = random.Random(SEED + 1)
    asked: list[tuple[str, ...]] = []
    for number in range(QUESTIONS):
        one, other = lexicon.draw(draw, 2)
        forms = ((one,), (one[:2],), (one[1:] if len(one) > 2 else one,), (one, other), (one[:1],))
        asked.append(tuple(dict.fromkeys(forms[number % len(forms)])))
    return asked


def timed(index: SearchIndex, asked: list[tuple[str, ...]]) -> tuple[list[float], list[float]]:
    """Milliseconds of the search, and of the counts by kind beside it, each in order."""
    index.find(Question(asked[0], SEEN), limit=PAGE)
    searching, counting = [], []
    for words in asked:
        question, started = Question(words, SEEN), process_time()
        index.find(question, limit=PAGE)
        between = process_time()
        index.kinds(question)
        searching.append((between - started) * 1000)
        counting.append((process_time() - between) * 1000)
    return sorted(searching), sorted(counting)


def recall(index: SearchIndex, lexicon: Lexicon, count: int) -> tuple[float, float]:
    """Shares of what a substring finds that is found, and of what is found that one finds."""
    asked = questions(lexicon)[:COMPARED]
    truth: dict[tuple[str, ...], set[int]] = {words: set() for words in asked}
    for row in records(count, lexicon):
        text = index.spelling.folded(f"{row.title}\n{row.body}")
        for words, found in truth.items():
            if all(word in text for word in words):
                found.add(row.pk)
    right = given = meant = 0
    for words, wanted in truth.items():
        hits = index.find(Question(words, SEEN), limit=max(1, count)).found
        found = {pk for _, pk in hits}
        right, given, meant = right + len(found & wanted), given + len(found), meant + len(wanted)
    return right / max(1, meant), right / max(1, given)


def quantile(sorted_ms: list[float], share: float) -> float:
    return sorted_ms[min(len(sorted_ms) - 1, int(len(sorted_ms) * share))]


def main(count: int) -> int:
    """Print the figures; 1 where one is out of its bounds."""
    tables, lexicon = reference.load(), Lexicon(SEED)
    spelling = Spelling(
        folding=tables.folding, traditional=tables.traditional, evasions=tables.evasions
    )
    with TemporaryDirectory() as folder:
        index = SearchIndex(
            Path(folder) / "index", amounts=("area",), registers=("entry",), spelling=spelling
        )
        started = process_time()
        index.put(records(count, lexicon), memory=MEMORY_OF_MANY)
        print(f"index  {count / (process_time() - started):>10,.0f} records per CPU second")
        size = sum(file.stat().st_size for file in index.folder.iterdir())
        print(f"size   {size / 1_000_000:>10,.0f} MB for {count:,} records")
        searching, counting = timed(index, questions(lexicon))
        for name, found in (("search", searching), ("kinds", counting)):
            print(
                f"{name:6} {quantile(found, 0.5):>10.2f} ms of CPU in the middle, "
                f"{quantile(found, 0.95):.2f} in 95 of 100, {found[-1]:.2f} at most"
            )
        share, exact = recall(index, lexicon, count) if count <= RECORDS else (1.0, 1.0)
        if count <= RECORDS:
            print(f"recall {share:>10.4f} of what a substring finds; {exact:.4f} of what is found")
    is_late = quantile(searching, 0.95) > BOUNDS_MS.get(count, BOUNDS_MS[1_000_000])
    return 1 if is_late or share < 1.0 else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS))
