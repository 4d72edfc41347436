"""A page that a list, a feed or a site map names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedPage:
    """``address`` is canonical; ``title`` is empty where none is told."""

    address: str
    title: str
