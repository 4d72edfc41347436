"""Patterns that are compiled when they are first asked for something: a message needs few of them.

To compile all that messages may need takes as long as to read three hundred messages.
"""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub")


class _Later:
    """Compiled at its first use; from then on what is asked of it is the compiled pattern's own."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern)
        for each in _ASKED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def later(pattern: str) -> re.Pattern[str]:
    """A pattern to be asked as the compiled one is; for one that few messages need."""
    return cast("re.Pattern[str]", _Later(pattern))
