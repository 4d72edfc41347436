"""What two titles are compared by."""

from __future__ import annotations

import re
import unicodedata

_NOISE = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """What is compared of a title: letters and digits in compatible form."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()
