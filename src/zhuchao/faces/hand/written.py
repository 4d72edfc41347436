"""A figure as people write it: ２０００, 2,000, 1.2万, 5千万, 三千, with its unit behind it."""

from __future__ import annotations

import re
import unicodedata

from zhuchao.core.text.numerals import NUMBER, value_of

SEPARATORS = re.compile(r"[\s,，]")


def figure_of(written: str) -> tuple[float, str] | None:
    """The figure and what stands behind it, in lower case; None when it begins with none."""
    text = SEPARATORS.sub("", unicodedata.normalize("NFKC", written).lower())
    found = NUMBER.match(text)
    value = value_of(found) if found is not None else None
    if found is None or value is None:
        return None
    return value, text[found.end() :]
