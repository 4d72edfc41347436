"""``python -m benchmarks.speed``: read, parse and match on the fixed samples."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.speed.supply import properties
from benchmarks.speed.timing import measure
from zhuchao import tables as reference
from zhuchao.core.matching import match
from zhuchao.core.messages import parse
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.enquiry import Enquiry

SAMPLES = Path(__file__).parents[1] / "samples"
FETCHED_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PROPERTIES = 10_000


def reading() -> Callable[[], int]:
    pages = [(SAMPLES / name).read_bytes() for name in ("page.html", "page.txt")]
    tables = reference.load()

    def work() -> int:
        for page in pages:
            read(page, tables=tables, fetched_at=FETCHED_AT)
        return len(pages)

    return work


def parsing() -> Callable[[], int]:
    messages = (SAMPLES / "messages.txt").read_text("utf-8").splitlines()
    tables = reference.load()

    def work() -> int:
        for message in messages:
            parse(message, tables)
        return len(messages)

    return work


def matching() -> Callable[[], int]:
    tables = reference.load()
    register = properties(PROPERTIES, tables)
    enquiry = parse((SAMPLES / "messages.txt").read_text("utf-8").splitlines()[0], tables)
    terms = enquiry.terms if isinstance(enquiry, Enquiry) else ()

    def work() -> int:
        match(terms, register, tables)
        return len(register)

    return work


def main() -> None:
    """Print one line for each piece of work: the median and the slowest of the rounds."""
    for name, unit, prepare in (
        ("read", "pages", reading),
        ("parse", "messages", parsing),
        ("match", f"properties (of {PROPERTIES:,} for one enquiry)", matching),
    ):
        rate = measure(prepare())
        print(
            f"{name:6} {rate.per_second:>10,.0f} {unit} per CPU second"
            f" (slowest round {rate.slowest:,.0f})"
        )
    for words in (["--help"], ["parse", "求租溧阳厂房2000平"]):
        print(f"start  {_start_seconds(words):>10.2f} CPU seconds of zhuchao {words[0]}")


def _start_seconds(words: list[str]) -> float:
    """The processor time of one whole command, from its start to its end."""
    command = [sys.executable, "-m", "zhuchao.config.entry", *words]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
