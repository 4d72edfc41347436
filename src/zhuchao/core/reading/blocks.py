"""HTML to lines: block elements break them, cells of a true table's row stand on one."""

from __future__ import annotations

import re

from resiliparse.parse.html import HTMLTree

from zhuchao.core.reading.lines import Sheet
from zhuchao.core.reading.rows import laid_out
from zhuchao.core.reading.walking import Walk
from zhuchao.core.vocabulary.tables import Folding

# An obsolete element that is never closed; the parser serialises it in two ways.
_PLAINTEXT = re.compile(r"<(/?)plaintext\b", re.IGNORECASE)


def sheet_of(markup: str, folding: Folding) -> Sheet:
    """The visible lines of an HTML page, joined by newlines, and what its head tells."""
    tree = HTMLTree.parse(_PLAINTEXT.sub(r"<\1pre", markup))
    walk = Walk()
    walk.through(str(tree))
    return laid_out(walk, folding)
