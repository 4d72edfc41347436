"""One pass over a serialised document: what it shows, line by line, and what its head tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from zhuchao.core.reading.attributes import address_of, hints_of, is_bold, is_hidden, meta_of
from zhuchao.core.reading.elements import BLOCKS, BOLD, UNSEEN, VOID
from zhuchao.core.reading.lines import BLANKS, UNPLACED, Container, Head, Line, Link
from zhuchao.core.reading.pieces import apart
from zhuchao.core.reading.serialised import Token, tokens_of

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_OTHER_BLANKS = "\t\r\n\f\v"
_STRAY = str.maketrans({"\r": " ", "\f": " ", "\v": " "})
_BACK = "查看更多"
# These tell of the page wherever they stand.
_TELLING = frozenset({"meta", "base"})
# What is passed over may never be closed.
_CUT = "<"
_LAST: Token = (_CUT, "", "")
# A tag's name, its attributes as they stand.
_Act = Callable[[str, str], "bool | None"]


class _Acts(dict[str, _Act]):
    """What is done at each tag, as the name of an unknown one is met: opened, or closed."""

    def __init__(self, known: Mapping[str, _Act], opened: _Act, closed: _Act) -> None:
        super().__init__(known)
        self._opened, self._closed = opened, closed

    def __missing__(self, tag: str) -> _Act:
        act = self[tag] = self._closed if tag[0] == "/" else self._opened
        return act


class Walk:
    """The open elements, and the line being gathered; no recursion, for a page may nest deep."""

    def __init__(self) -> None:
        self.containers: list[Container] = []
        self.lines: list[Line] = []
        self.base = ""
        # How the open elements will be closed: "/div".
        self._ends: list[str] = []
        self._open: list[int] = [-1]
        self._links: list[str] = []
        self._is_new_link = False
        self._bold_at: list[int] = []
        self._preformatted = 0
        self._has_picture = False
        self._has_option = False
        self._titles: list[str] = []
        self._known_hints: dict[str, str | None] = {"": ""}
        self._metas: dict[str, str] = {}
        self._begin_line()

    def through(self, serialised: str) -> None:
        """Gather all that is shown."""
        acts, take, tokens = self._acts(), self._take, iter(tokens_of(serialised))
        for tag, attributes, text in tokens:
            if tag and acts[tag](tag, attributes):
                text = self._pass_over(tokens, text)  # noqa: PLW2901
            # Blanks between two blocks are no line.
            if text and (self._gathered or not text.isspace()):
                take(text)
        self._break_line()

    def head(self) -> Head:
        """What the page declared, wherever broken markup has put it."""
        title = _SPACES.sub(" ", "".join(self._titles[:1])).strip(BLANKS)
        return Head(title, self._metas, self.base)

    def _acts(self) -> _Acts:
        """What is done at each tag; true where it opens what is not seen."""
        starts = (
            dict.fromkeys(BLOCKS, self._start_block)
            | dict.fromkeys(BOLD, self._start_bold)
            | dict.fromkeys(VOID, self._void)
            | dict.fromkeys(UNSEEN, self._start_unseen)
            | {"a": self._start_link, "option": self._start_option}
            | {"span": self._start_styled, "font": self._start_styled}
        )
        ends = (
            dict.fromkeys(BLOCKS, self._end_block)
            | dict.fromkeys((*BOLD, "span", "font"), self._end_bold)
            | {"a": self._end_link}
        )
        known = starts | {f"/{tag}": act for tag, act in ends.items()}
        return _Acts(known, self._start, self._end)

    def _begin_line(self) -> None:
        self._gathered: list[str] = []
        self._linked: list[Link] = []
        self._bold = 0

    def _pass_over(self, tokens: Iterator[Token], text: str) -> str:
        """What follows the element just opened, of which only titles and the like are noted."""
        ends, depth = self._ends, len(self._ends)
        while True:
            if text and ends[-1] == "/title" and (self._gathered or not text.isspace()):
                self._titles.append(_unescaped(text))
            tag, attributes, text = next(tokens, _LAST)
            if tag == ends[-1]:
                ends.pop()
                if len(ends) < depth:
                    return text
            elif tag in _TELLING:
                self._void(tag, attributes)
            elif tag == _CUT:
                return ""
            elif tag and tag[0] != "/" and tag not in VOID:
                ends.append("/" + tag)

    def _start(self, tag: str, attributes: str) -> bool:
        self._ends.append("/" + tag)
        return bool(attributes) and is_hidden(attributes)

    def _start_unseen(self, tag: str, _attributes: str) -> bool:
        self._ends.append("/" + tag)
        return True

    def _start_option(self, tag: str, attributes: str) -> bool:
        """Of a closed list of choices only the first is seen."""
        if self._start(tag, attributes):
            return True
        is_folded, self._has_option = self._has_option, True
        return is_folded

    def _start_block(self, tag: str, attributes: str) -> bool:
        self._ends.append("/" + tag)
        known = self._known_hints
        # Most blocks have the attributes of another; those that are hidden have no hints.
        if attributes not in known:
            known[attributes] = None if is_hidden(attributes) else hints_of(attributes)
        hints = known[attributes]
        if hints is None:
            return True
        if self._gathered:
            self._break_line()
        self.containers.append(Container(self._open[-1], tag, hints))
        self._open.append(len(self.containers) - 1)
        self._preformatted += tag == "pre"
        self._has_option = False
        return False

    def _void(self, tag: str, attributes: str) -> None:
        if tag == "br":
            self._break_line()
        elif tag == "img":
            self._has_picture = True
        elif tag == "meta":
            self._note(attributes)
        elif tag == "base":
            self.base = self.base or address_of(attributes)

    def _start_link(self, _tag: str, attributes: str) -> bool:
        self._ends.append("/a")
        if is_hidden(attributes):
            return True
        self._links.append(address_of(attributes).strip())
        self._is_new_link = True
        return False

    def _start_bold(self, tag: str, attributes: str) -> bool:
        if self._start(tag, attributes):
            return True
        self._bold_at.append(len(self._ends))
        return False

    def _start_styled(self, tag: str, attributes: str) -> bool:
        start = self._start_bold if is_bold(attributes) else self._start
        return start(tag, attributes)

    def _end(self, tag: str, _attributes: str) -> None:
        if self._ends and self._ends[-1] == tag:
            self._ends.pop()

    def _end_bold(self, tag: str, _attributes: str) -> None:
        """What may have been bold by its name or its style."""
        if self._ends and self._ends[-1] == tag:
            if self._bold_at and self._bold_at[-1] == len(self._ends):
                self._bold_at.pop()
            self._ends.pop()

    def _end_block(self, tag: str, _attributes: str) -> None:
        if self._ends and self._ends[-1] == tag:
            self._ends.pop()
            if self._gathered:
                self._break_line()
            self._open.pop()
            self._preformatted -= tag == "/pre"

    def _end_link(self, tag: str, _attributes: str) -> None:
        if self._ends and self._ends[-1] == tag:
            self._ends.pop()
            self._links.pop()

    def _break_line(self) -> None:
        if not self._gathered:
            return
        pieces, linked, bold = self._gathered, tuple(self._linked), self._bold
        self._begin_line()
        container = self._open[-1]
        tag = self.containers[container].tag if container >= 0 else "body"
        if len(pieces) == 1 and not (self._preformatted or (linked and _leads_back(linked))):
            self._add(_evenly(pieces[0].strip(BLANKS)), (container, tag), linked, bold)
            return
        parts = pieces if self._preformatted or len(pieces) == 1 else apart(pieces, tag)
        if len(parts) > 1 and not self._preformatted:
            self._add_apart(parts, linked, container, tag)
            return
        text = "".join(parts)
        size = sum(len(link.text.strip()) for link in linked)
        for part in text.split("\n") if self._preformatted else _parts(text, linked):
            shown = part.strip(BLANKS)
            if shown:
                shown = shown.translate(_STRAY) if self._preformatted else _evenly(shown)
                share, is_bold = min(1.0, size / len(shown)), bold >= len(shown)
                looks = (share, linked, is_bold, self._has_picture)
                self.lines.append(Line(shown, UNPLACED, tag, container, *looks))
                self._has_picture = False

    def _add(self, shown: str, block: tuple[int, str], linked: tuple[Link, ...], bold: int) -> None:
        """A line of one piece, as most are."""
        if shown:
            share = min(1.0, len(linked[0].text.strip()) / len(shown)) if linked else 0.0
            looks = (share, linked, bold >= len(shown), self._has_picture)
            self.lines.append(Line(shown, UNPLACED, block[1], block[0], *looks))
            self._has_picture = False

    def _add_apart(
        self, parts: list[str], linked: tuple[Link, ...], container: int, tag: str
    ) -> None:
        """Parts of one line as lines of their own, each with those links that stand in it."""
        for part in parts:
            shown = _evenly(part.strip(BLANKS))
            if shown:
                its = tuple(link for link in linked if link.text.strip() in part)
                size = sum(len(link.text.strip()) for link in its)
                share = min(1.0, size / len(shown))
                self.lines.append(Line(shown, UNPLACED, tag, container, share, its))

    def _note(self, attributes: str) -> None:
        name, content = meta_of(attributes)
        if name and content:
            self._metas.setdefault(name, content)

    def _take(self, text: str) -> None:
        if "&" in text:
            text = _unescaped(text)
        self._gathered.append(text)
        if self._links:
            self._link(text, self._links[-1])
        if self._bold_at:
            self._bold += len(text)

    def _link(self, text: str, address: str) -> None:
        """Add to the link that is open, or begin one; others without an address stand apart."""
        is_other = self._is_new_link and not address
        self._is_new_link = self._is_new_link and text.isspace()
        if self._linked and self._linked[-1].address == address and not is_other:
            self._linked[-1] = Link(self._linked[-1].text + text, address)
        elif text.strip():
            self._linked.append(Link(text.lstrip(), address))


def _evenly(text: str) -> str:
    """The text with one blank where several stand."""
    if text.isprintable() and "  " not in text:
        return text
    for blank in _OTHER_BLANKS:
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _leads_back(linked: tuple[Link, ...]) -> bool:
    """Whether the last link is that to where the page was first published."""
    return linked[-1].text.rstrip().endswith(_BACK)


def _parts(text: str, linked: tuple[Link, ...]) -> tuple[str, ...]:
    """The text, apart from the link back to where it was first published."""
    back = linked[-1].text.strip() if linked and _leads_back(linked) else ""
    if not back or not text.rstrip().endswith(back):
        return (text,)
    return (text.rstrip().removesuffix(back), back)


def _unescaped(text: str) -> str:
    """The four references that a serialised text holds; ``html.unescape`` is slower."""
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">")
    return text.replace("&amp;", "&")
