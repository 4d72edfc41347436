"""What the search keeps of a record, and what is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum
from hashlib import blake2b

# Who may see a record without signing in.
PUBLIC = "public"
# Records of a register are told apart by the first bits of their key.
_BITS = 44


@dataclass(frozen=True, slots=True)
class Findable:
    """A record of a register as it is searched.

    ``who`` are those who may see it; ``facets`` what it can be narrowed by, as "height=8";
    ``amounts`` its figures by name, in steps of a hundredth; ``at`` is the moment that it is of.
    ``mark`` changes with the record.
    """

    register: str
    pk: int
    kind: str
    title: str
    body: str
    who: tuple[str, ...]
    mark: int
    at: datetime | None = None
    facets: tuple[str, ...] = ()
    amounts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """The kinds of records that are looked for, with who the asker is: any of ``who`` will do.

    No kinds are all of them. ``who`` None is the machine itself, which sees all. ``within`` is a
    facet that each must have.
    """

    kinds: tuple[str, ...]
    who: tuple[str, ...] | None
    within: str = ""


class Sort(StrEnum):
    """The order of what is found; amounts are sorted by their names."""

    NEAREST = "nearest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: every word, within what may be seen, and where all of it holds.

    ``facets`` map a facet's name to its value; ``ranges`` an amount's name to its bounds, both
    included. ``sort`` is one of ``Sort``, or an amount's name, "-" before it turns it round.
    """

    words: tuple[str, ...]
    seen: tuple[Seen, ...]
    facets: Mapping[str, str] = field(default_factory=dict)
    ranges: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    sort: str = Sort.NEAREST


@dataclass(frozen=True, slots=True)
class Hits:
    """The records of a page of the answer, in order, by register and id; how many there are."""

    found: tuple[tuple[str, int], ...]
    total: int


Changes = tuple[str, frozenset[int] | None]


@dataclass(frozen=True, slots=True)
class Register:
    """A register whose records are found.

    ``rows`` gives the records with those ids as they are searched, ``marks`` the marks of all, or
    of those. ``since`` gives, for the text that it gave before, a newer one and the ids that
    changed in between; None for all of them.
    """

    name: str
    rows: Callable[[Iterable[int]], Iterator[Findable]]
    marks: Callable[[Iterable[int] | None], Iterator[tuple[int, int]]]
    since: Callable[[str], Changes]


def noon(day: date) -> datetime:
    """A day as a moment."""
    return datetime.combine(day, time(12), UTC)


def mark_of(*told: object) -> int:
    """A figure that changes with what is told."""
    digest = blake2b(repr(told).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def key_of(register: str, pk: int) -> int:
    """One figure for a record of any register."""
    return (_number(register) << _BITS) | pk


def register_bits(register: str) -> tuple[int, int]:
    """The least and the greatest key of a register's records."""
    return key_of(register, 0), key_of(register, (1 << _BITS) - 1)


def id_of(key: int) -> int:
    """The id in a key."""
    return key & ((1 << _BITS) - 1)


def number_of(key: int) -> int:
    """The register in a key."""
    return key >> _BITS


def _number(register: str) -> int:
    # 20 bits, never 0, which stands for what the index keeps of itself.
    digest = blake2b(register.encode(), digest_size=3).digest()
    return (int.from_bytes(digest, "big") >> 5) + 1


def numbers(registers: Iterable[str]) -> dict[int, str]:
    """The registers by their numbers in keys."""
    return {_number(each): each for each in registers}
