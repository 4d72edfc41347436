"""A sealed value in memory: it shows itself masked, and opens only when asked by name."""

from __future__ import annotations

from typing import Any, NoReturn

# So many digits make a telephone; a shorter number would be shown whole by the usual mask.
TELEPHONE_DIGITS = 7
MOBILE_DIGITS = 11


def masked(plain: str) -> str:
    """138****0001 for a mobile, 87****21 for a short number, 王** for a name; nothing for nothing.

    Spacing and whatever else stands beside the digits is not shown.
    """
    digits = "".join(character for character in plain if character.isdecimal())
    if len(digits) >= MOBILE_DIGITS:
        return f"{digits[:3]}****{digits[-4:]}"
    if len(digits) >= TELEPHONE_DIGITS:
        return f"{digits[:2]}****{digits[-2:]}"
    return plain.strip()[:1] + "**" if plain.strip() else ""


class Sealed:
    """``str`` gives the mask; ``open`` the plain text, for services that record who saw it."""

    __slots__ = ("_plain",)

    def __init__(self, plain: str) -> None:
        self._plain = plain

    def open(self) -> str:
        return self._plain

    def __str__(self) -> str:
        return masked(self._plain)

    def __repr__(self) -> str:
        return f"<Sealed {masked(self._plain)}>"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __bool__(self) -> bool:
        return bool(self._plain)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and other._plain == self._plain

    def __hash__(self) -> int:
        return hash(("sealed", self._plain))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a sealed value is not pickled")

    def __html__(self) -> str:
        return str(self)

    def __copy__(self) -> Sealed:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Sealed:
        return self
