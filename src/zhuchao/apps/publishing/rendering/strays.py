"""Files that the renewal of the whole site did not come past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from zhuchao.apps.publishing.rendering.models import PublishedFile
from zhuchao.apps.publishing.rendering.renewing import root
from zhuchao.apps.publishing.rendering.values import Wanted, Why
from zhuchao.ground.published.places import TYPES, address_of, name_of


def strays(since: datetime | None) -> list[Wanted]:
    """Files noted nowhere, notes without a file, and what was last renewed before ``since``.

    They are to be rendered like any other: what still answers there stays.
    """
    rows = PublishedFile.objects.values_list("site", "address", "page_id", "made_at")
    noted = {(site, address): (page_id, made_at) for site, address, page_id, made_at in rows}
    lying = set(_lying())
    old = {place for place, (_, made_at) in noted.items() if since and made_at < since}
    return [
        Wanted(address, Why.STRAY, noted.get((site, address), (None,))[0], site)
        for site, address in sorted((lying ^ noted.keys()) | old)
    ]


def _lying() -> Iterator[tuple[str, str]]:
    for site in root().iterdir():
        if not site.is_dir() or site.name.startswith("."):
            continue
        for suffix in TYPES:
            for file in site.rglob(f"*{suffix}"):
                name = str(file.relative_to(site))
                if name_of(address_of(name)) == name:
                    yield site.name, address_of(name)
