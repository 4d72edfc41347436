"""A short list of what is due, and one line of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse

if TYPE_CHECKING:
    from django.db.models import QuerySet

# One phone screen of each list; the rest is one tap away.
ROWS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is, when it came, and where it opens; ``copy`` is ready to be sent."""

    title: str
    more: str
    at: datetime | None
    address: str
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A short list with its whole count; ``none`` is said when it is empty."""

    title: str
    count: int
    rows: tuple[Row, ...]
    address: str
    none: str


def panel(
    title: str, found: QuerySet[Any], row: Callable[[Any], Row], name: str, query: str, none: str
) -> Panel:
    """The first rows of a list with its whole count, and where the rest is."""
    rows = tuple(row(record) for record in found[:ROWS_SHOWN])
    count = found.count() if rows else 0
    return Panel(title, count, rows, reverse(name) + query, none)


def panel_if_any(
    title: str, found: QuerySet[Any], row: Callable[[Any], Row], name: str, query: str = ""
) -> Iterator[Panel]:
    """The panel of a list that has something in it, and none of one that has not."""
    filled = panel(title, found, row, name, query, "")
    if filled.count:
        yield filled
