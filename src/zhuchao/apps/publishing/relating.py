"""Which pages tell of the same matter: by the words and names they share.

The index follows what is live; it is made from the pages and can be thrown away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from zhuchao import tables as reference
from zhuchao.apps.publishing import mapping
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.rendering.edition import once
from zhuchao.core.facts import find
from zhuchao.core.reading import read
from zhuchao.core.reposts import Sketch, is_repost, sketch_of
from zhuchao.core.text.companies import normal_name
from zhuchao.ground.finding import Entry, Found, TextIndex

# Reposts of a text lie nearest to it: so many more are looked at as are wanted.
LOOKED_AT, LEAST_LOOKED_AT = 4, 20
AT_ONCE = 200
# Texts whose names are kept: drafts are in no index, and are opened many times before they change.
KEPT_TEXTS = 64


def index() -> TextIndex:
    """The index of the portal's live pages."""
    return _opened(settings.ZHUCHAO_INDEX / "portal")


@lru_cache(maxsize=4)
def _opened(folder: Path) -> TextIndex:
    return TextIndex(folder)


def follow(page_id: int) -> None:
    """Put a page in as it is before the public, or take it out."""
    page = PublishedPage.objects.live().filter(pk=page_id).first()
    if page is None:
        index().drop([key_of(page_id)])
    else:
        index().put([entry_of(page)])


def rebuild() -> int:
    """Make the index anew of all live pages; how many."""
    index().drop(index().keys())
    return mend()


def mend() -> int:
    """Put in what is live and missing, and take out what is no more; how many pages differed."""
    found = index()
    lacking, extra = _apart(found)
    if extra:
        found.drop(extra)
    missing = sorted(map(int, lacking))
    for start in range(0, len(missing), AT_ONCE):
        pages = PublishedPage.objects.filter(pk__in=missing[start : start + AT_ONCE])
        found.put(entry_of(each) for each in pages)
    return len(extra) + len(missing)


def apart() -> int:
    """How many live pages are missing, and how many are in that are no more."""
    return sum(map(len, _apart(index())))


def _apart(found: TextIndex) -> tuple[frozenset[str], frozenset[str]]:
    known = found.keys()
    live = frozenset(map(key_of, PublishedPage.objects.live().values_list("pk", flat=True)))
    return live - known, known - live


def near(page: PublishedPage, *, limit: int) -> list[int]:
    """The ids of the nearest pages, best first: no repost of the page, nor of one another."""
    entry, found = _nearest(page, limit)
    told, kept = [Sketch.unpacked(entry.mark)], []
    for each in found:
        sketch = Sketch.unpacked(each.mark)
        if any(is_repost(sketch, other) for other in told):
            continue
        told.append(sketch)
        kept.append(int(each.key))
    return kept[:limit]


def reposts(page: PublishedPage) -> list[int]:
    """The ids of the nearest pages that tell the page's own text once more."""
    entry, found = _nearest(page, 1)
    own = Sketch.unpacked(entry.mark)
    return [int(each.key) for each in found if is_repost(own, Sketch.unpacked(each.mark))]


def _nearest(page: PublishedPage, limit: int) -> tuple[Entry, list[Found]]:
    """Asked once for a page that is rendered: for what is related, and for its reposts."""
    looked_at = max(LEAST_LOOKED_AT, limit * LOOKED_AT)
    return once(("nearest", page.pk, looked_at), lambda: _asked(page, looked_at))


def _asked(page: PublishedPage, looked_at: int) -> tuple[Entry, list[Found]]:
    found = index()
    entry = found.get(key_of(page.pk)) or entry_of(page)
    return entry, found.near(entry, limit=looked_at)


def key_of(page_id: int) -> str:
    return str(page_id)


def entry_of(page: PublishedPage) -> Entry:
    """A page as the index keeps it, with the organisations, places and projects it names."""
    body = "\n".join(each.text for each in mapping.paragraphs_of(page.body) if each.text)
    names, mark = _told(page.title, body)
    return Entry(key_of(page.pk), page.title, body, names, mark)


@lru_cache(maxsize=KEPT_TEXTS)
def _told(title: str, body: str) -> tuple[tuple[str, ...], bytes]:
    """The names and the sketch of a text, found once for as long as the text is the same."""
    return tuple(_names(title, body)), sketch_of(body, reference.load()).packed()


def _names(title: str, body: str) -> Iterator[str]:
    tables = reference.load()
    facts = find(read(f"{title}\n{body}", tables=tables), tables)
    for organisation in facts.organisations:
        if organisation.name.value:
            yield f"organisation:{normal_name(organisation.name.value)}"
    for place in facts.places:
        if place.value.value is not None:
            yield f"place:{place.value.value.code}"
    for event in facts.events:
        if event.project is not None and event.project.value:
            yield f"project:{event.project.value}"
