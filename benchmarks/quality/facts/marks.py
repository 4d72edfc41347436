"""The marks of the texts beside this file, and the facts of a page in the same notation.

Both sides become items of one kind each: what is compared is a tuple of strings.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zhuchao.core.vocabulary.page import Page, Zone, ZoneKind
from zhuchao.core.vocabulary.read import Read, Span, State, unknown

FOLDER = Path(__file__).parent
SLOT = re.compile(r"(?P<name>[a-z]+)=(?P<value>.*)", re.DOTALL)


@dataclass(frozen=True)
class Item:
    """One mark or fact: its kind, its main words, and its slots."""

    kind: str
    words: tuple[str, ...]
    slots: tuple[tuple[str, str], ...] = ()

    def slot(self, name: str) -> str:
        return dict(self.slots).get(name, "")


@dataclass(frozen=True)
class Marked:
    """One marked text."""

    half: str
    page: Page
    items: tuple[Item, ...]


def load() -> list[Marked]:
    """The marked texts, file by file."""
    entries = [
        entry
        for table in sorted(FOLDER.glob("*.toml"))
        for entry in tomllib.loads(table.read_text("utf-8"))["text"]
    ]
    return [
        Marked(
            entry["half"],
            page_of(entry["title"], entry["body"], entry.get("published")),
            tuple(item_of(line) for line in entry["marks"].splitlines() if line.strip()),
        )
        for entry in entries
    ]


def page_of(title: str, body: str, published: date | None = None) -> Page:
    """A page of a headline and its body, each line a paragraph."""
    text = f"{title}\n{body.strip()}"
    none: Read[str] = unknown()
    return Page(
        text=text,
        charset="utf-8",
        title=Read(title, State.GIVEN, Span(0, len(title))) if title else none,
        original_title=none,
        source=none,
        source_address=none,
        editor=none,
        author=none,
        category=none,
        breadcrumb=(),
        published=Read(published, State.GIVEN) if published else unknown(),
        event_on=unknown(),
        views=unknown(),
        likes=unknown(),
        body=tuple(_zones(text, len(title) + 1)),
        related=(),
        attachments=(),
        contacts=(),
        cut=(),
    )


def _zones(text: str, start: int) -> Iterator[Zone]:
    for found in re.compile(r"[^\n]+").finditer(text, start):
        yield Zone(ZoneKind.PARAGRAPH, found[0], Span(*found.span()))


def item_of(line: str) -> Item:
    """A line of marks as an item; ``a = b`` gives two words, ``|`` separates slots."""
    kind, _, rest = line.strip().partition(" ")
    parts = [part.strip() for part in rest.split(" | ")]
    if kind in {"list", "cluster"}:
        heading, _, members = rest.partition(" = ")
        return Item(kind, (heading.strip(), *(m.strip() for m in members.split("|") if m.strip())))
    if kind in {"measure", "event", "plan", "policy", "notice", "honour", "person"}:
        words = [part for part in parts if not SLOT.fullmatch(part)]
        slots = [(m["name"], m["value"]) for part in parts if (m := SLOT.fullmatch(part))]
        return Item(kind, tuple(words), tuple(slots))
    written, _, value = rest.partition(" = ")
    return Item(kind, (written.strip(), value.strip()))
