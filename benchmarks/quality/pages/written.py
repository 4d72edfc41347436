"""The pages written for this repository: fields, dates, body and the kind of each line.

Odd numbers are for tuning and may be looked at (``-v``); even ones are for testing only.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from benchmarks.quality.gate import Suite, digest_of
from benchmarks.quality.pages.scoring import Tally, folded, gram_f1, kinds_found
from zhuchao import tables
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import BODY_KINDS, Page

FOLDER = Path(__file__).parents[1] / "pages_written"
TEXTS = (
    "title", "original_title", "source", "editor", "author", "category", "source_address",
)  # fmt: skip
COUNTS = ("views", "likes")
FRONT = frozenset({"首页", "主页", "网站首页", "Home"})
DAYS = ("published", "event_on")


_NUMBER = re.compile(r"^附件\s*[\d一二三四五六七八九]{0,2}\s*[:：、.]?\s*|^\d{1,2}\s*[、.．]\s*")
_SIZE = re.compile(r"\s*[（(]?[\d.]+\s*[KMG]B?[)）]?$", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    """A page with its marks."""

    name: str
    raw: bytes
    marks: dict[str, Any]

    @property
    def is_for_testing(self) -> bool:
        return int(self.name.split("-")[0]) % 2 == 0

    @property
    def body(self) -> str:
        return "\n".join(text for kind, text in self.marks["lines"] if kind in BODY_KINDS)


@dataclass
class Result:
    """What was right on one half of the pages."""

    pages: int = 0
    body_f1: float = 0.0
    fields: dict[str, Tally] = field(default_factory=dict)
    lines: int = 0
    lines_right: int = 0
    confused: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong_lines: list[str] = field(default_factory=list)


def marked_pages(folder: Path = FOLDER) -> Iterator[Marked]:
    for marks in sorted(folder.glob("*.toml")):
        page = next(file for file in folder.glob(f"{marks.stem}.*") if file.suffix != ".toml")
        yield Marked(marks.stem, page.read_bytes(), tomllib.loads(marks.read_text("utf-8")))


def measure(pages: list[Marked]) -> Result:
    """The figures of these pages together."""
    result, reference = Result(pages=len(pages)), tables.load()
    for marked in pages:
        told = marked.marks.get("fetched_at")
        fetched_at = datetime.fromisoformat(told) if told else None
        page = read(marked.raw, tables=reference, fetched_at=fetched_at)
        result.body_f1 += gram_f1(page.body_text, marked.body) / len(pages)
        _add_fields(result, marked, page)
        _add_lines(result, marked, page)
    return result


def _add_fields(result: Result, marked: Marked, page: Page) -> None:
    gold = marked.marks.get("fields", {})
    pairs: dict[str, tuple[object, object]] = {
        name: (folded(getattr(page, name).value), folded(gold.get(name))) for name in TEXTS
    }
    pairs |= {name: (getattr(page, name).value, gold.get(name)) for name in COUNTS}
    pairs |= {name: (_day(getattr(page, name).value), _day(gold.get(name))) for name in DAYS}
    pairs["breadcrumb"] = (_path(page.breadcrumb), _path(gold.get("breadcrumb", ())))
    related = marked.marks.get("related", [])
    pairs["related"] = (
        _all(item.title for item in page.related),
        _all(item["title"] for item in related),
    )
    pairs["excerpts"] = (
        _all(item.excerpt for item in page.related if item.excerpt),
        _all(item["excerpt"] for item in related if item.get("excerpt")),
    )
    attachments = marked.marks.get("attachments", [])
    pairs["attachments"] = (
        _all(_bare(each.name) for each in page.attachments),
        _all(_bare(each["name"]) for each in attachments),
    )
    for name, (found, right) in pairs.items():
        result.fields.setdefault(name, Tally()).add(marked.name, found, right)


def _bare(name: str) -> str:
    """An attachment's name without its number and its size, which pages set beside it."""
    return _SIZE.sub("", _NUMBER.sub("", name.strip()))


def _all(texts: Any) -> tuple[str, ...]:
    return tuple(folded(text) for text in texts)


def _path(levels: Any) -> tuple[str, ...]:
    """Without the front page, which some writers of marks count as a level and some do not."""
    return _all(level for level in levels if level not in FRONT)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value[:10]) if isinstance(value, str) else value  # type: ignore[return-value]


def _add_lines(result: Result, marked: Marked, page: Page) -> None:
    lines = marked.marks["lines"]
    for (kind, text), found in zip(lines, kinds_found(page, lines), strict=True):
        if not folded(text):
            continue
        result.lines += 1
        result.lines_right += found == kind
        if found != kind:
            result.confused[kind, found] += 1
            result.wrong_lines.append(f"{marked.name}: {found or 'absent'} for {kind}: {text[:60]}")


def suites(folder: Path = FOLDER, *, is_verbose: bool) -> list[Suite]:
    """Both halves; with ``is_verbose`` what is wrong in the tuning half, never in the other."""
    pages = list(marked_pages(folder))
    made = []
    for is_test, name in ((False, "tuning"), (True, "test")):
        half = [each for each in pages if each.is_for_testing is is_test]
        if not half:
            continue
        result = measure(half)
        notes = _wrong(result) if is_verbose and not is_test else []
        digest = digest_of(
            [part for each in half for part in (each.raw, repr(each.marks).encode())]
        )
        made.append(Suite(f"pages.written_{name}", digest, _figures(result), notes=tuple(notes)))
    return made


def _figures(result: Result) -> dict[str, float]:
    share = result.lines_right / max(1, result.lines)
    fields = {key: tally.f1 for key, tally in result.fields.items()}
    return {"body_f1": result.body_f1, "zones_by_line": share} | fields


def _wrong(result: Result) -> list[str]:
    fields = [f"{key} {wrong}" for key, tally in result.fields.items() for wrong in tally.wrong]
    return [*result.wrong_lines, *fields]
