"""Real pages: body F1, title, date, invented dates.

The pages are not in the repository: they lie in ``pages/`` of the folder that ZHUCHAO_EVAL
names, else of ``../shared/eval`` beside the repository.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.gate import Suite, digest_of
from benchmarks.quality.pages.scoring import folded, gram_f1
from zhuchao import tables
from zhuchao.core.errors import ZhuchaoError
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables

ROOT = Path(__file__).resolve().parents[3]
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True)
class Score:
    """One page's marks; None where the gold does not say."""

    file: str
    body_f1: float
    title_is_right: bool | None
    date_is_right: bool | None
    date_is_invented: bool


def folder() -> Path:
    """Where the pages should lie."""
    return Path(os.environ.get("ZHUCHAO_EVAL", ROOT.parent / "shared" / "eval")) / "pages"


def raw_pages() -> dict[str, bytes]:
    """The pages that are there, by file name; empty where the folder is absent."""
    golds = _golds()
    return {
        gold["file"]: (folder() / gold["file"]).read_bytes()
        for gold in golds
        if (folder() / gold["file"]).is_file()
    }


def suites(*, is_verbose: bool) -> list[Suite]:
    """The pages as they are, and as the plain text that one would copy from them."""
    golds, raws, reference = _golds(), raw_pages(), tables.load()
    absent = [gold["file"] for gold in golds if gold["file"] not in raws]
    if not golds or absent:
        gone = " ".join(absent) or f"{folder()} does not exist (set ZHUCHAO_EVAL)"
        return [Suite("pages.evaluation", "", {}, notes=(f"absent: {gone}",))]
    digest = digest_of([(folder() / "gold.jsonl").read_bytes(), *raws.values()])
    whole = {file: _read(raw, reference) for file, raw in raws.items()}
    plain = {file: page and _read(page.text, reference) for file, page in whole.items()}
    return [
        _suite("pages.evaluation", digest, golds, whole, is_verbose=is_verbose),
        _suite("pages.evaluation_as_text", digest, golds, plain, is_verbose=False),
    ]


def _golds() -> list[dict[str, Any]]:
    file = folder() / "gold.jsonl"
    if not file.is_file():
        return []
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line]


def _read(raw: bytes | str, reference: Tables) -> Page | None:
    try:
        return read(raw, tables=reference)
    except ZhuchaoError:
        return None


def _suite(
    name: str,
    digest: str,
    golds: list[dict[str, Any]],
    pages: dict[str, Page | None],
    *,
    is_verbose: bool,
) -> Suite:
    scores = [_score(gold, pages[gold["file"]]) for gold in golds]
    return Suite(
        name,
        digest,
        {
            "body_f1": sum(score.body_f1 for score in scores) / len(scores),
            "title": _share([score.title_is_right for score in scores]),
            "date": _share([score.date_is_right for score in scores]),
        },
        {"invented_dates": sum(score.date_is_invented for score in scores)},
        tuple(_lines(scores)) if is_verbose else (),
    )


def _score(gold: dict[str, Any], page: Page | None) -> Score:
    title = (page.title.value or "") if page else ""
    published = page.published.value.isoformat() if page and page.published.value else ""
    gold_day = _day(gold["published"])
    bears_none = gold["date_known"] and gold["published"] is None
    return Score(
        gold["file"],
        gram_f1(page.body_text if page else "", gold["body"]),
        folded(title) == folded(gold["title"]) if gold["title"] else None,
        _day(published) == gold_day if gold_day or bears_none else None,
        bool(bears_none and published),
    )


def _day(written: str | None) -> str:
    match = _DAY.match(written or "")
    return "-".join(f"{int(part):02d}" for part in match.groups()) if match else ""


def _share(marks: list[bool | None]) -> float:
    known = [mark for mark in marks if mark is not None]
    return sum(known) / max(1, len(known))


def _lines(scores: list[Score]) -> list[str]:
    marks = {None: "?", True: "+", False: "-"}
    return [
        f"{score.body_f1:.3f} title {marks[score.title_is_right]}"
        f" date {marks[score.date_is_right]} {score.file}"
        for score in sorted(scores, key=lambda score: score.body_f1)
    ]
