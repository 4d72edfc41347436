"""A figure as people write it: ２０００, 2,000, 1.2万, 5千万, with whatever unit behind it."""

from __future__ import annotations

import re
import unicodedata

FIGURE = re.compile(r"(\d+(?:\.\d+)?)(千万|百万|十万|亿|万|千(?!米))?(.*)")
SCALES = {"": 1, "千": 1e3, "万": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8}


def figure_of(written: str) -> tuple[float, str] | None:
    """The figure and what stands behind it; None when it does not begin with one."""
    text = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", written))
    found = FIGURE.fullmatch(text)
    if found is None:
        return None
    return float(found[1]) * SCALES[found[2] or ""], found[3]
