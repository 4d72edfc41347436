"""What is built from reference data is built once: for the last few tables it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Source = TypeVar("Source")
Built = TypeVar("Built")

# The tables of an install, and those that a test or a change of settings puts beside them.
MOST = 4


def built_once(build: Callable[[Source], Built]) -> Callable[[Source], Built]:
    """The same function, which gives for the same object what it gave before.

    Sources are told apart by identity: tables hold mappings and have no hash. They must not change.
    """
    known: list[tuple[Source, Built]] = []

    @wraps(build)
    def of(source: Source) -> Built:
        for each, built in known:
            if each is source:
                return built
        made = build(source)
        known[:] = [(source, made), *known[: MOST - 1]]
        return made

    return of
