"""``python -m benchmarks.quality``: every suite against its floors.

``-v`` adds what is wrong in the halves that are for tuning; ``--raise`` raises the floors.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.quality import reposts
from benchmarks.quality.advertising import scoring as advertising
from benchmarks.quality.facts import financial
from benchmarks.quality.facts import scoring as facts
from benchmarks.quality.gate import Suite, faults, load_floors, raised, write_floors
from benchmarks.quality.messages import scoring as messages
from benchmarks.quality.pages import evaluation, written


def suites(*, is_verbose: bool) -> Iterator[Suite]:
    """Every suite, measured as it is asked for."""
    yield from messages.suites(is_verbose=is_verbose)
    yield from written.suites(is_verbose=is_verbose)
    yield from evaluation.suites(is_verbose=is_verbose)
    yield from reposts.suites(is_verbose=is_verbose)
    yield from facts.suites(is_verbose=is_verbose)
    yield from financial.suites()
    yield from advertising.suites(is_verbose=is_verbose)


def show(suite: Suite) -> None:
    """Print a suite's notes and figures."""
    for note in suite.notes:
        print(f"    {note}")
    figures = [f"{key} {value:.4f}" for key, value in suite.at_least.items()]
    figures += [f"{key} {value:g}" for key, value in suite.at_most.items()]
    print(f"{suite.name}: {', '.join(figures) or 'not measured'}")


def main(arguments: list[str]) -> int:
    """Print the figures; 1 when a floor is broken or an input is not what it was."""
    floors, broken = load_floors(), []
    for suite in suites(is_verbose="-v" in arguments):
        show(suite)
        if "--raise" in arguments and suite.digest:
            floors[suite.name] = raised(suite, floors)
        broken += faults(suite, floors)
    if "--raise" in arguments:
        write_floors(floors)
    for fault in broken:
        print(f"BROKEN {fault}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
