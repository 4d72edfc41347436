"""While many pages are rendered one after another, what all of them show is read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

_HELD: ContextVar[dict[Hashable, Any] | None] = ContextVar("edition", default=None)


@contextmanager
def edition() -> Iterator[None]:
    """Within it ``once`` makes each thing once; what changes meanwhile is renewed by its change."""
    token = _HELD.set({})
    try:
        yield
    finally:
        _HELD.reset(token)


def once(key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gives, remembered within an edition and made anew outside of one."""
    held = _HELD.get()
    if held is None:
        return make()
    if key not in held:
        held[key] = make()
    found: T = held[key]
    return found
