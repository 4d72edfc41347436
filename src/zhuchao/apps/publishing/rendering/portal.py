"""The addresses that the portal has besides the tree's pages: the portal says what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from zhuchao.apps.publishing.rendering.values import Wanted

Listed = Iterable[Wanted]


@dataclass(frozen=True, slots=True)
class Addresses:
    """``around_page`` are the lists that a page of the tree is in; ``fixed`` are all lists.

    ``offer`` is where the page of an offer's code may lie, on each site.
    """

    offer: Callable[[str], Listed]
    around_page: Callable[[Any], Listed]
    around_offer: Callable[[int], Listed]
    fixed: Callable[[], Listed]


_REGISTERED: list[Addresses] = []


def register(addresses: Addresses) -> None:
    """Let these addresses be kept as files as well."""
    _REGISTERED[:] = [addresses]


def addresses() -> Addresses:
    return _REGISTERED[0]
