"""HTML to lines: one pass over the parsed document, block elements breaking lines.

The parser mends the markup; its well-formed serialisation is then read in one pass, which
takes a third of the time of asking the DOM for every node (48 pages measured, 2026-11).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from resiliparse.parse.html import HTMLTree

from zhuchao.core.reading.elements import BLOCKS, UNSEEN, VOID
from zhuchao.core.reading.lines import BLANKS, Container, Head, Line, Sheet
from zhuchao.core.reading.rows import joined_rows
from zhuchao.core.vocabulary.read import Span

_TOKEN = re.compile(
    r"<!--.*?-->|<![^>]*>"
    r"|<(?P<raw>script|style|iframe|noembed|noframes)\b(?:[^>\"]|\"[^\"]*\")*+>.*?</(?P=raw)>"
    r"|<(?P<verbatim>xmp)\b(?:[^>\"]|\"[^\"]*\")*+>(?P<shown>.*?)</(?P=verbatim)>"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s>]*)(?P<attributes>(?:[^>\"]|\"[^\"]*\")*+)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
# An obsolete element that is never closed; the parser serialises it in two ways.
_PLAINTEXT = re.compile(r"<(/?)plaintext\b", re.IGNORECASE)
_HIDDEN = re.compile(r"\shidden(?:=|\s|$)|\sstyle=\"[^\"]*display\s*:\s*none", re.IGNORECASE)
_HINTS = re.compile(r"\s(?:class|id)=\"([^\"]*)\"")
_PAIRS = re.compile(r"\s([^\s=\"]+)=\"([^\"]*)\"")
_LINK = re.compile(r"\shref=\"([^\"]*)\"")
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z)(?:$|[?#])", re.I)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_STRAY = str.maketrans({"\r": " ", "\f": " ", "\v": " "})

_Piece = tuple[str, str, int, float, bool]


def sheet_of(markup: str) -> Sheet:
    """The visible lines of an HTML page, joined by newlines, and what its head tells."""
    tree = HTMLTree.parse(_PLAINTEXT.sub(r"<\1pre", markup))
    walk = _Walk()
    walk.through(str(tree))
    return joined_rows(_laid_out(walk.pieces), tuple(walk.containers), walk.head())


class _Walk:
    """The state of one pass: the open elements, and the line being gathered."""

    def __init__(self) -> None:
        self.containers: list[Container] = []
        self.pieces: list[_Piece] = []
        self._tags: list[str] = []
        self._hidden_from = 0
        self._open: list[int] = [-1]
        self._links: list[bool] = []
        self._gathered: list[str] = []
        self._linked = 0
        self._attached = False
        self._preformatted = 0
        self._titles: list[str] = []
        self._metas: dict[str, str] = {}

    def through(self, serialised: str) -> None:
        """Gather all that is shown; no recursion, for a page may nest deep."""
        for _, _, shown, close, tag, attributes, text in _TOKEN.findall(serialised):
            if shown and not self._hidden_from:
                self._gathered.append(shown)
            elif text:
                if not self._hidden_from or self._tags[-1] == "title":
                    self._take(text)
            elif close:
                self._close(tag)
            elif tag:
                self._start(tag, attributes)
        self._break_line()

    def head(self) -> Head:
        """What the page declared, wherever broken markup has put it."""
        return Head(_SPACES.sub(" ", "".join(self._titles[:1])).strip(BLANKS), self._metas)

    def _start(self, tag: str, attributes: str) -> None:
        if tag == "br" and not self._hidden_from:
            self._break_line()
        if tag in VOID:
            if tag == "meta":
                self._note(attributes)
            return
        self._tags.append(tag)
        if self._hidden_from:
            return
        if tag in UNSEEN or _HIDDEN.search(attributes):
            self._hidden_from = len(self._tags)
        elif tag in BLOCKS:
            self._break_line()
            hints = " ".join(_HINTS.findall(attributes)).lower() if attributes else ""
            self.containers.append(Container(self._open[-1], tag, hints))
            self._open.append(len(self.containers) - 1)
            self._preformatted += tag == "pre"
        elif tag == "a":
            link = _LINK.search(attributes)
            self._links.append(bool(link and _DOCUMENT.search(link[1])))
            self._attached = self._attached or self._links[-1]

    def _close(self, tag: str) -> None:
        if not self._tags or self._tags[-1] != tag:
            return
        hidden_from, size = self._hidden_from, len(self._tags)
        self._tags.pop()
        if hidden_from:
            self._hidden_from = 0 if size == hidden_from else hidden_from
        elif tag in BLOCKS:
            self._break_line()
            self._open.pop()
            self._preformatted -= tag == "pre"
        elif tag == "a":
            self._links.pop()

    def _break_line(self) -> None:
        if not self._gathered:
            return
        text, linked, attached = "".join(self._gathered), self._linked, self._attached
        self._gathered, self._linked, self._attached = [], 0, any(self._links)
        container = self._open[-1]
        tag = self.containers[container].tag if container >= 0 else "body"
        for part in text.split("\n") if self._preformatted else [_SPACES.sub(" ", text)]:
            shown = part.translate(_STRAY).strip(BLANKS)
            if shown:
                share = min(1.0, linked / len(shown))
                self.pieces.append((shown, tag, container, share, attached))

    def _note(self, attributes: str) -> None:
        found = {name.lower(): html.unescape(value) for name, value in _PAIRS.findall(attributes)}
        name = found.get("name") or found.get("property") or found.get("itemprop") or ""
        content = found.get("content", "").strip()
        if name and content:
            self._metas.setdefault(name.strip().lower(), content)

    def _take(self, text: str) -> None:
        if "&" in text:
            text = _unescaped(text)
        if self._hidden_from:
            self._titles.append(text)
            return
        self._gathered.append(text)
        if self._links:
            self._linked += len(text.strip())


def _unescaped(text: str) -> str:
    """The four references that a serialised text holds; ``html.unescape`` is slower."""
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">")
    return text.replace("&amp;", "&")


def _laid_out(pieces: list[_Piece]) -> Iterator[Line]:
    start = 0
    for text, tag, container, share, attached in pieces:
        yield Line(text, Span(start, start + len(text)), tag, container, share, attached)
        start += len(text) + 1
