"""The lines of a page, with or without a DOM: what the zone classifier sees."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zhuchao.core.vocabulary.read import Span
from zhuchao.core.vocabulary.tables import NO_FOLDING, Folding

BLANKS = " \t\r\n\f\v\u00a0\u3000\u200b\ufeff\u2002\u2003"

# None of the 48 evaluation pages has more than 560 lines (measured 2026-11).
MAX_LINES = 3_000

# The place of a line whose page is not laid out yet.
UNPLACED = Span(0, 0)

DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z)(?:$|[?#])", re.I)


_TELLING = frozenset({"h1", "h2", "h3", "h4", "tr", "caption", "figcaption"})


class Container(NamedTuple):
    """A block element that holds lines; ``parent`` is an index, -1 for the root."""

    parent: int
    tag: str
    hints: str


class Link(NamedTuple):
    """A link in a line: its text, and its address as written ("" for none)."""

    text: str
    address: str


class Line(NamedTuple):
    """One visible line: ``text`` is stripped and is what ``span`` quotes.

    ``plain`` is the text with script, radicals and width folded, as long as it: in it wordings are
    looked for.
    ``table`` is the container of the table whose row it is.
    ``tag`` is the block element it stands in, "" in plain text; ``link_share`` is the share of
    its characters inside links; ``follows_picture`` tells of a picture since the line before;
    ``in_region`` is False for what stands outside the main region.
    """

    text: str
    span: Span
    tag: str = ""
    container: int = -1
    link_share: float = 0.0
    links: tuple[Link, ...] = ()
    is_bold: bool = False
    follows_picture: bool = False
    in_region: bool = True
    plain: str = ""
    table: int = -1

    @property
    def documents(self) -> tuple[Link, ...]:
        """The links that lead to a file to download."""
        if not self.links:
            return ()
        return tuple([link for link in self.links if DOCUMENT.search(link.address)])


@dataclass(frozen=True, slots=True)
class Head:
    """What a page tells about itself without showing it; ``base`` is where its links start."""

    title: str = ""
    metas: Mapping[str, str] = field(default_factory=dict)
    base: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as lines; in plain text there are no containers and the head is empty.

    ``weights`` gives for each container how much is told in it and below it.
    """

    text: str
    lines: tuple[Line, ...]
    containers: tuple[Container, ...] = ()
    head: Head = Head()
    weights: tuple[float, ...] = ()

    @property
    def has_dom(self) -> bool:
        return bool(self.containers)

    @property
    def is_structured(self) -> bool:
        """Whether markup tells more than where lines end: by links, names of blocks, headings."""
        if self.head.title or any(container.hints for container in self.containers):
            return True
        return any(line.links or line.is_bold or line.tag in _TELLING for line in self.lines)

    def child_of(self, block: int, container: int) -> int:
        """The container right in the block in which another lies, or -1."""
        while container > block and self.containers[container].parent != block:
            container = self.containers[container].parent
        return container if container > block else -1

    def is_within(self, container: int, block: int) -> bool:
        """Whether a container is the block, or lies in it at any depth."""
        while container > block:
            container = self.containers[container].parent
        return container == block


def lines_of(text: str, folding: Folding = NO_FOLDING) -> Sheet:
    """The non-blank lines of a plain text, quoted where they stand."""
    plain = folding.of(text)
    lines: list[Line] = []
    start = 0
    for whole in text.split("\n"):
        stripped = whole.strip(BLANKS)
        if stripped:
            begin = start + whole.index(stripped)
            span = Span(begin, begin + len(stripped))
            lines.append(Line(stripped, span, plain=span.of(plain)))
        start += len(whole) + 1
        if len(lines) > MAX_LINES:
            break
    return Sheet(text, bounded(text, lines))


def bounded(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """At most ``MAX_LINES`` lines; what follows them is kept whole as one more."""
    if len(lines) <= MAX_LINES:
        return tuple(lines)
    rest = Span(lines[MAX_LINES].span.start, len(text.rstrip(BLANKS)))
    left = rest.of(text)
    return (*lines[:MAX_LINES], Line(left, rest, plain=left))
