"""Receipt numbers, and the mark by which the asker's last digits are compared."""

from __future__ import annotations

import re
import secrets
import unicodedata

from zhuchao.ground.sealed import keyed_hash

# No vowels, so that no word comes of it; nothing that is read as something else when told aloud.
LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
GROUP, GROUPS = 4, 2
DIGITS = 4
DASHES = re.compile(r"[\u2010-\u2015\u2212\uff0d\u30fc\u4e00_]")
BARE = re.compile(rf"([A-Z])([{LETTERS}]{{{GROUP}}})([{LETTERS}]{{{GROUP}}})")


def new_number(kind: str) -> str:
    """P-7K2M-9QXR for the kind P: one of 280,000 million, in no order."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join((kind, *groups))


def normal_number(written: str) -> str:
    """A number as it is kept, however it was typed: small letters, full width, without dashes."""
    folded = DASHES.sub("-", unicodedata.normalize("NFKC", written))
    told = "".join(folded.upper().split())
    bare = BARE.fullmatch(told.replace("-", ""))
    return "-".join(bare.groups()) if bare else told


def digits_mark(number: str, telephone: str) -> str:
    """The last four digits as a keyed mark, another for each number; empty for fewer digits."""
    digits = "".join(each for each in unicodedata.normalize("NFKC", telephone) if each.isdecimal())
    if len(digits) < DIGITS:
        return ""
    return keyed_hash(f"receipt:{number}:{digits[-DIGITS:]}")
