"""How well pages are read: body F1, title, date, invented dates, and pages per CPU second.

The pages are not in the repository: they lie in ``pages/`` of the folder that ZHUCHAO_EVAL
names, else of ``../shared/eval`` beside the repository.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhuchao import tables
from zhuchao.core.errors import ZhuchaoError
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page

ROOT = Path(__file__).resolve().parents[3]
GRAM = 4
_NOISE = re.compile(r"[\W_]+")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True)
class Score:
    """One page's marks; None where the gold does not say."""

    file: str
    body_f1: float
    title_is_right: bool | None
    date_is_right: bool | None
    date_is_invented: bool


def main() -> int:
    """Print a line a page with ``-v``, then the figures; say so where the pages are absent."""
    folder = Path(os.environ.get("ZHUCHAO_EVAL", ROOT.parent / "shared" / "eval")) / "pages"
    gold_file = folder / "gold.jsonl"
    if not gold_file.is_file():
        print(f"The evaluation pages are absent: {gold_file} does not exist (set ZHUCHAO_EVAL).")
        return 0
    golds = [json.loads(line) for line in gold_file.read_text("utf-8").splitlines() if line]
    absent = [gold["file"] for gold in golds if not (folder / gold["file"]).is_file()]
    raws = {
        gold["file"]: (folder / gold["file"]).read_bytes()
        for gold in golds
        if gold["file"] not in absent
    }
    reference = tables.load()
    started = time.process_time()
    pages = {file: _read(raw, reference) for file, raw in raws.items()}
    seconds = time.process_time() - started
    scores = [_score(gold, pages[gold["file"]]) for gold in golds if gold["file"] in pages]
    if "-v" in sys.argv[1:]:
        _print_pages(scores)
    _print_figures(scores, seconds, absent)
    return 0


def _read(raw: bytes, reference: Any) -> Page | None:
    try:
        return read(raw, tables=reference)
    except ZhuchaoError:
        return None


def _folded(text: str | None) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", text or ""))


def _f1(found: str, gold: str) -> float:
    one, other = (
        Counter(text[i : i + GRAM] for i in range(max(1, len(text) - GRAM + 1)))
        for text in (_folded(found), _folded(gold))
    )
    shared = sum((one & other).values())
    return 2 * shared / (sum(one.values()) + sum(other.values()))


def _day(written: str | None) -> str:
    match = _DAY.match(written or "")
    return "-".join(f"{int(part):02d}" for part in match.groups()) if match else ""


def _score(gold: dict[str, Any], page: Page | None) -> Score:
    title = (page.title.value or "") if page else ""
    published = page.published.value.isoformat() if page and page.published.value else ""
    gold_day = _day(gold["published"])
    bears_none = gold["date_known"] and gold["published"] is None
    return Score(
        gold["file"],
        _f1(page.body_text if page else "", gold["body"]),
        _folded(title) == _folded(gold["title"]) if gold["title"] else None,
        _day(published) == gold_day if gold_day or bears_none else None,
        bool(bears_none and published),
    )


def _print_pages(scores: list[Score]) -> None:
    for score in sorted(scores, key=lambda score: score.body_f1):
        marks = {None: "?", True: "+", False: "-"}
        title, day = marks[score.title_is_right], marks[score.date_is_right]
        print(f"{score.body_f1:.3f} title {title} date {day} {score.file}")


def _share(marks: list[bool | None]) -> str:
    known = [mark for mark in marks if mark is not None]
    return f"{sum(known) / max(1, len(known)):.3f} ({sum(known)} of {len(known)})"


def _print_figures(scores: list[Score], seconds: float, absent: list[str]) -> None:
    print(f"pages                {len(scores)} read, {len(absent)} absent {' '.join(absent)}")
    print(f"body F1              {sum(s.body_f1 for s in scores) / max(1, len(scores)):.4f}")
    print(f"title exact          {_share([s.title_is_right for s in scores])}")
    print(f"date exact           {_share([s.date_is_right for s in scores])}")
    print(f"invented dates       {sum(s.date_is_invented for s in scores)}")
    print(f"pages per CPU second {len(scores) / max(seconds, 1e-9):.0f}")


if __name__ == "__main__":
    sys.exit(main())
