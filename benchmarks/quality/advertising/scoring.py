"""Marked sentences against what the lint says: what it misses, and what it says without cause."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.gate import Suite, digest_of
from zhuchao.core.compliance import lint
from zhuchao.core.vocabulary.advertising import Finding
from zhuchao.tables.advertising import ad_tables

FOLDER = Path(__file__).parent
HALVES = ("test", "tuning")


def suites(*, is_verbose: bool) -> Iterator[Suite]:
    """The two halves; failures are shown of the one that rules are tuned on."""
    files = sorted(FOLDER.glob("*.toml"))
    texts = [each for file in files for each in tomllib.loads(file.read_text("utf-8"))["text"]]
    for half in HALVES:
        chosen = [each for each in texts if each["half"] == half]
        yield measure(f"advertising.{half}", chosen, is_verbose=is_verbose and half == "tuning")


def measure(name: str, texts: list[dict[str, Any]], *, is_verbose: bool) -> Suite:
    """F1 of the passages by group, and how many sentences that are in order were complained of."""
    right = found = marked = disturbed = 0
    notes: list[str] = []
    for each in texts:
        wanted = [tuple(line.split(" ", 1)) for line in each["marks"].split("\n") if line]
        got = list(lint(each["text"], ad_tables()))
        hits = _hits(each["text"], wanted, got)
        right, found, marked = right + hits, found + len(got), marked + len(wanted)
        disturbed += bool(got and not wanted)
        if hits < max(len(got), len(wanted)):
            told = [f"{one.rule.group} {one.written}" for one in got]
            notes.append(f"{each['text'][:50]}: wanted {wanted}, got {told}")
    return Suite(
        name=name,
        digest=digest_of([repr(each).encode() for each in texts]) if texts else "",
        at_least={
            "recall": right / max(1, marked),
            "precision": right / max(1, found),
        },
        at_most={"disturbed": disturbed},
        notes=tuple(notes) if is_verbose else (),
    )


def _hits(text: str, wanted: list[tuple[str, ...]], got: list[Finding]) -> int:
    """How many marks are met by a finding of the same group that overlaps their words."""
    left, hits, done = list(got), 0, 0
    for mark in wanted:
        at = text.find(mark[1], done) if len(mark) > 1 else len(text)
        end = at + len(mark[1]) if len(mark) > 1 else at
        for each in left:
            meets = (each.span.start < end and at < each.span.end) or each.span.start == at == end
            if each.rule.group == mark[0] and meets:
                left.remove(each)
                hits += 1
                done = end if len(mark) > 1 else done
                break
    return hits
