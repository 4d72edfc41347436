"""What two titles are compared by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# A page's lines are compared several times.
KNOWN = 2048
_NOISE = re.compile(r"[\W_]+")


@lru_cache(KNOWN)
def key_of(text: str) -> str:
    """What is compared of a title: letters and digits in compatible form."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()
