"""Is a text HTML, and is its markup sane enough to be given to a parser."""

from __future__ import annotations

import html
import re
from itertools import islice

from zhuchao.core.reading.elements import CLOSED_BY_OTHERS, FORMATTING, VOID

# So many tags at the beginning show HTML.
SEARCHED = 20_000
MIN_SIGNS = 2
# Beyond these a page is an attack or an accident: of the 48 evaluation pages (measured 2026-11)
# none nests deeper than 36, leaves more than 4 formatting tags open, or holds 4,500 tags.
MAX_DEPTH = 2_000
MAX_TAGS = 100_000
MAX_REOPENED = 500_000
MAX_OPEN_FORMATTING = 60
# The parser compares each attribute of a tag with all before it: 0.4 s for so many comparisons.
MAX_COMPARED = 200_000_000
MIN_LOADED_TAG = 600
# With fewer "<" in it, a loaded tag has a piece of its own when the page is cut at them.
MIN_LOADED_PIECES = 6_000

_SIGNS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|table|span|article|section|h[1-6]|br|ul|a|img|meta"
    r"|script|font|center)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_WHOLE_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')++")
_LONG_PIECE = re.compile(rf"<([^<]{{{MIN_LOADED_TAG + 1},}}+)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_APART = re.compile(r"[\s/=]+")
_FORMATTING_NAMES = sorted(FORMATTING - {"a"})
_INITIALS = "".join({name[0] + name[0].upper() for name in _FORMATTING_NAMES})
_FORMATTING = re.compile(rf"<(?=[{_INITIALS}])(?:{'|'.join(_FORMATTING_NAMES)})[\s>]", re.I)
_NEVER_NESTED = re.compile(rf"<(?:{'|'.join(sorted(VOID | CLOSED_BY_OTHERS))})[> /]")
_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.S | re.I)
_ANY_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>?")


def is_markup(text: str) -> bool:
    """True when the text is HTML or a fragment of it."""
    signs = islice(_SIGNS.finditer(text, 0, SEARCHED), MIN_SIGNS)
    return sum(1 for _ in signs) == MIN_SIGNS or text.lstrip()[:9].lower() == "<!doctype"


def is_tangled(text: str) -> bool:
    """True when parsing would take too long: too many tags, nested, left open, or overloaded."""
    size = text.count("<")
    if size > MAX_TAGS or _is_overloaded(text, size):
        return True
    opened = size - text.count("</")
    if _nests_little(text, opened) and _reopens_few(text, size, opened):
        return False
    depth = formatting = tags = worst = 0
    for close, written in _TAG.findall(text):
        tags += 1
        name = written.lower()
        if name in VOID or name in CLOSED_BY_OTHERS:
            continue
        step = -1 if close else 1
        depth += step
        formatting = max(0, formatting + step * (name in FORMATTING))
        worst = max(worst, formatting)
        if depth > MAX_DEPTH:
            return True
    return worst > MAX_OPEN_FORMATTING and worst * tags > MAX_REOPENED


def _nests_little(text: str, opened: int) -> bool:
    """Whether too few tags are opened to nest deep, those that never nest left out."""
    return opened < MAX_DEPTH or opened - len(_NEVER_NESTED.findall(text)) < MAX_DEPTH


def _reopens_few(text: str, size: int, opened: int) -> bool:
    """Whether formatting tags are few: the more tags a page has, the fewer it may leave open."""
    return size * opened <= MAX_REOPENED or size * len(_FORMATTING.findall(text)) <= MAX_REOPENED


def _is_overloaded(text: str, size: int) -> bool:
    """True when tags have more attributes than can be compared in time."""
    if size < MIN_LOADED_PIECES:
        long = [piece for piece in _LONG_PIECE.findall(text) if not _ends_soon(piece)]
        apart = (len(piece.split()) + piece.count("=") + piece.count("/") for piece in long)
        if sum(count**2 for count in apart) <= MAX_COMPARED:
            return False
    tags = (tag for tag in _WHOLE_TAG.findall(text) if len(tag) > MIN_LOADED_TAG)
    return sum(len(_APART.findall(_QUOTED.sub("", tag))) ** 2 for tag in tags) > MAX_COMPARED


def _ends_soon(piece: str) -> bool:
    """True when the tag that opens the piece is short, and a long text or script follows it."""
    end = piece.find(">", 0, MIN_LOADED_TAG)
    return end >= 0 and not (piece.count('"', 0, end) & 1 or piece.count("'", 0, end) & 1)


def flattened(text: str) -> str:
    """The text without its markup, one line a tag: what is left to read of a tangled page."""
    seen = _ANY_TAG.sub("\n", _UNSEEN.sub("\n", text))
    return re.sub(r"[ \t\r\f]*\n\s*", "\n", html.unescape(seen)).strip()
