"""Investment events of financial news: who puts how much into whom.

The sentences are not in the repository (FewFC, CC BY-SA 4.0): they lie in ``events/`` of the folder
that ZHUCHAO_EVAL names, else of ``../shared/eval`` beside the repository. Shares that change hands
are not what officers attract, so this measures names and sums in foreign territory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.quality.facts.marks import page_of
from benchmarks.quality.gate import Suite, digest_of
from benchmarks.quality.pages.evaluation import folder
from zhuchao import tables
from zhuchao.core.facts import find
from zhuchao.core.vocabulary.fact import Dimension, Facts
from zhuchao.core.vocabulary.read import Read, Span

NAME = "facts.financial"
INVESTMENT = "投资"
ORGANISATIONS = frozenset({"sub", "obj", "sub-org", "obj-org"})
MONEY = "money"


def source() -> Path:
    """Where the sentences should lie."""
    return folder().parent / "events" / "train_base.json"


def suites() -> Iterator[Suite]:
    """Recall of the marked roles by exact character spans; sums are marked with 约 and 人民币, so
    that one inside counts. Precision is not known, as only the roles of events are marked."""
    if not source().is_file():
        yield Suite(NAME, "", {}, notes=(f"absent: {source()} (set ZHUCHAO_EVAL)",))
        return
    raw, reference = source().read_bytes(), tables.load()
    hits: dict[str, list[bool]] = {"organisations": [], "money": []}
    for entry in _entries(raw):
        facts = find(page_of("", entry["content"]), reference)
        shift = 1  # the page begins with an empty headline
        for role, span in _roles(entry):
            marked = Span(span.start + shift, span.end + shift)
            found = _spans(facts, role)
            is_within = role == MONEY and any(marked.covers(each) for each in found)
            hits[role].append(marked in found or is_within)
    figures = {role: sum(marks) / max(1, len(marks)) for role, marks in hits.items()}
    yield Suite(NAME, digest_of([raw]), figures)


def _entries(raw: bytes) -> Iterator[dict[str, Any]]:
    for line in raw.decode("utf-8").splitlines():
        entry = json.loads(line)
        if any(event["type"] == INVESTMENT for event in entry["events"]):
            yield entry


def _roles(entry: dict[str, Any]) -> Iterator[tuple[str, Span]]:
    """Each role once, with its place."""
    told = {
        ("money" if mention["role"] == MONEY else "organisations", tuple(mention["span"]))
        for event in entry["events"]
        if event["type"] == INVESTMENT
        for mention in event["mentions"]
        if mention["role"] in ORGANISATIONS | {MONEY}
    }
    for role, (start, end) in sorted(told):
        yield role, Span(start, end)


def _spans(facts: Facts, role: str) -> set[Span]:
    reads: list[Read[Any]] = [each.name for each in facts.organisations]
    if role == "money":
        reads = [f.value for f in facts.figures if f.dimension is Dimension.MONEY]
    return {read.span for read in reads if read.span is not None}
