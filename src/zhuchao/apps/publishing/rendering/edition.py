"""While many pages are rendered one after another, what all of them show is read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Edition:
    """The tree's pages that are rendered in it, by id, and what was read for them."""

    pages: Mapping[int, Any]
    held: dict[Hashable, Any] = field(default_factory=dict)


_OPEN: ContextVar[_Edition | None] = ContextVar("edition", default=None)


@contextmanager
def edition(pages: Iterable[Any] = ()) -> Iterator[None]:
    """Within it ``once`` makes each thing once; what changes meanwhile is renewed by its change.

    ``pages`` are those that will be rendered, so that ``of_each`` can ask for all at a time.
    """
    token = _OPEN.set(_Edition({each.pk: each for each in pages}))
    try:
        yield
    finally:
        _OPEN.reset(token)


@contextmanager
def no_edition() -> Iterator[None]:
    """Within it everything is made anew."""
    token = _OPEN.set(None)
    try:
        yield
    finally:
        _OPEN.reset(token)


def once(key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gives, remembered within an edition and made anew outside of one."""
    edition = _OPEN.get()
    if edition is None:
        return make()
    if key not in edition.held:
        edition.held[key] = make()
    found: T = edition.held[key]
    return found


def of_each(name: str, page: Any, read: Callable[[Sequence[Any]], Mapping[int, T]]) -> T | None:
    """What ``read`` tells of a page by its id; None where it tells nothing of it.

    The pages of its kind in an edition are read together, whichever of them is asked first.
    """
    edition = _OPEN.get()
    if edition is None or page.pk not in edition.pages:
        return read([page]).get(page.pk)
    alike = (each for each in edition.pages.values() if type(each) is type(page))
    return once(("each", name, type(page)), lambda: read(list(alike))).get(page.pk)
