"""A page's markup without its scripts, styles and comments: half of it, which nobody sees."""

from __future__ import annotations

import re

_OPENS = re.compile(r"<(?:!--|(script|style)\b)", re.IGNORECASE)
_ENDS = {
    "script": re.compile(r"</script\b[^>]*>", re.IGNORECASE),
    "style": re.compile(r"</style\b[^>]*>", re.IGNORECASE),
    "": re.compile(r"--!?>"),
}


def unscripted(markup: str) -> str:
    """The markup with nothing in the place of what a parser would pass over.

    What is never closed, and what only stands in a tag's quoted value, is left as it is.
    """
    parts: list[str] = []
    kept = at = 0
    while opened := _OPENS.search(markup, at):
        start, name = opened.start(), (opened[1] or "").lower()
        at = opened.end()
        if _is_in_tag(markup, start):
            continue
        # A comment may end with the dashes that open it.
        ended = _ENDS[name].search(markup, at if name else at - 2)
        if ended is None:
            break
        parts.append(markup[kept:start])
        kept = at = ended.end()
    parts.append(markup[kept:])
    return "".join(parts)


def _is_in_tag(markup: str, at: int) -> bool:
    """Whether the tag that opens before a place is still open there."""
    tag = markup.rfind("<", 0, at)
    return tag >= 0 and markup[tag + 1 : tag + 2].isalpha() and markup.find(">", tag, at) < 0
