"""What two titles are compared by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A page's lines are compared several times.
KNOWN = 2048
_NOISE = re.compile(r"[\W_]+")
# As NFKC gives them: a text without such is normalized at once.
_WIDE_MARKS = tuple(
    (mark, unicodedata.normalize("NFKC", mark)) for mark in "，：；！？（）｜…\u3000\u00a0"
)


@lru_cache(KNOWN)
def key_of(text: str) -> str:
    """What is compared of a title: letters and digits in compatible form."""
    for mark, meant in _WIDE_MARKS:
        text = text.replace(mark, meant)
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()
