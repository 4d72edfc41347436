"""Which file holds a public address: below ``ZHUCHAO_HOME/published``, a folder for each site."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "published"
# Served for every host that has no folder of its own.
DEFAULT_SITE = "default"
INDEX = "index.html"
# Segments of letters, digits, "-" and "_", as pages have them: no dot, so nothing leads upwards,
# and nothing half-written, which begins with a dot, has an address.
ADDRESS = re.compile(r"/(?:[\w-]+/)*(?:[\w-]+\.(?:xml|atom|rss|txt))?")
LONGEST = 1000
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}


def name_of(address: str) -> str | None:
    """The file's place within its site; None for an address that no file can have.

    ``address`` is a path with its escapes resolved, as "/news/12/" or "/sitemap.xml".
    """
    if len(address) > LONGEST or not ADDRESS.fullmatch(address):
        return None
    return address[1:] + INDEX if address.endswith("/") else address[1:]


def file_of(root: Path, site: str, address: str) -> Path:
    """Raises: ValueError, for an address that no file can have."""
    name = name_of(address)
    if name is None:
        raise ValueError(f"no file can have the address {address!r}")
    return root / site / name


def address_of(name: str) -> str:
    """The address of a file by its place within its site."""
    return "/" + (name.removesuffix(INDEX) if name.endswith(INDEX) else name)
