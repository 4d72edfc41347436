"""Patterns that are tried only where a character stands that one of their matches can begin with.

``re`` tries an alternation at every place of a text, unless all its branches begin with plain
characters; to skip to the next character of a class takes it a fifth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from zhuchao.core.text.later import later

# An escape, a class, the opening of a group, or any other single character.
_ITEM = re.compile(r"\\u[0-9a-f]{4}|\\.|\[(?:\\.|[^\]\\])+\]|.", re.DOTALL)
_QUANTIFIER = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})\??|[+]\??|\{\d+(?:,\d*)?\}\??")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_ANCHORS = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_ANY = frozenset({".", r"\S", r"\W", r"\D"})
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
# A range, or a character of a class.
_CLASS_ITEM = re.compile(
    r"(?P<low>\\u[0-9a-f]{4}|\\?.)-(?P<high>\\u[0-9a-f]{4}|\\?.)|\\u[0-9a-f]{4}|\\.|.", re.DOTALL
)


class _UnknownError(Exception):
    """What a match begins with cannot be told."""


class _Item(NamedTuple):
    """A character, class, look or group of a pattern, and how often it may stand."""

    text: str
    times: str

    @property
    def is_optional(self) -> bool:
        many = _QUANTIFIER.match(self.times)
        return many is not None and many["none"] is not None


class Opened:
    """A pattern that is looked for only where a character stands that can begin a match."""

    def __init__(self, pattern: str) -> None:
        self._whole, self._opening = later(pattern), opened(pattern)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match from ``at`` on."""
        found = self._opening.search(text, at)
        return self._whole.match(text, found.start()) if found else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in order, none inside of another."""
        at = 0
        while at <= len(text) and (found := self.search(text, at)):
            at = max(found.end(), found.start() + 1)
            yield found


class Alternatives:
    """Patterns of many alternatives each, told by their names: which one stands first in a text.

    Where a character stands only those are tried that can begin with it, in the order in which
    they are given. Raises: ValueError, for one of which that cannot be told.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._beginning: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        firsts = ""
        for name, pattern in patterns.items():
            for branch in _branches(pattern):
                first = _first_of(written := "".join(map("".join, branch)))
                if not first:
                    raise ValueError(f"what begins {written} cannot be told")
                firsts += first
                for character in _members(first):
                    alike = self._beginning.setdefault(character, [])
                    alike.append((name, re.compile(written)))
        self._opening = re.compile(f"[{firsts}]")

    def search(self, text: str, at: int = 0) -> tuple[str, re.Match[str]] | None:
        """The first match from ``at`` on, with the name of its pattern."""
        for opening in self._opening.finditer(text, at):
            for name, pattern in self._beginning[_known(opening[0])]:
                if found := pattern.match(text, opening.start()):
                    return name, found
        return None


def opened(pattern: str) -> re.Pattern[str]:
    """A pattern that is found at the same places, quicker; its match is one character long.

    For asking whether there is a match, and where the first one begins. Where any character may
    begin one, or none need to, it is the pattern itself.
    """
    first = _first_of(pattern)
    return re.compile(rf"[{first}](?<=(?={pattern})(?s:.))" if first else pattern)


def _first_of(pattern: str) -> str:
    """What may begin a match, as the inside of a class; empty where that cannot be told."""
    try:
        first, may_be_empty = _first(pattern)
    except _UnknownError:
        return ""
    return "" if may_be_empty else first


def _members(first: str) -> Iterator[str]:
    """The characters of the inside of a class; one figure and one blank stand for all."""
    for item in _CLASS_ITEM.finditer(first):
        if item["low"]:
            low, high = (ord(_plain(item[end])) for end in ("low", "high"))
            yield from {_known(chr(code)) for code in range(low, high + 1)}
        else:
            yield _known(_plain(item[0]))


def _plain(written: str) -> str:
    """The character that is written so in a class."""
    if written.startswith("\\u"):
        return chr(int(written[2:], 16))
    return {r"\d": "0", r"\s": " ", r"\n": "\n"}.get(written) or written[-1]


def _known(character: str) -> str:
    """The character, or the one that stands for all like it."""
    if character.isdecimal():
        return "0"
    return " " if character.isspace() else character


def _first(pattern: str) -> tuple[str, bool]:
    """What may begin a match, as the inside of a class, and whether one may be empty."""
    told = [_first_of_items(branch) for branch in _branches(pattern)]
    return "".join(first for first, _ in told), any(is_empty for _, is_empty in told)


def _first_of_items(branch: list[_Item]) -> tuple[str, bool]:
    first = ""
    for item in branch:
        begun, is_empty = _begins(item.text)
        first += begun
        if not (item.is_optional or is_empty):
            return first, False
    return first, True


@cache
def _begins(item: str) -> tuple[str, bool]:
    if item in _ANCHORS or item.startswith(_LOOKS):
        return "", True
    group = _GROUP.match(item)
    if group:
        return _first(item[group.end() : -1])
    if item in _ANY or item.startswith(("[^", "(")):
        raise _UnknownError
    if item.startswith("["):
        inside = item[1:-1]
        inside = f"\\{inside}" if inside.startswith("-") else inside
        return (f"{inside[:-1]}\\-" if inside.endswith("-") else inside), False
    return (item if item.startswith("\\") else re.escape(item)), False


@cache
def _branches(pattern: str) -> list[list[_Item]]:
    """The alternatives, each as its items."""
    branches: list[list[_Item]] = [[]]
    at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            branches.append([])
            at += 1
            continue
        end = _end_of_item(pattern, at)
        many = _QUANTIFIER.match(pattern, end)
        branches[-1].append(_Item(pattern[at:end], many[0] if many else ""))
        at = many.end() if many else end
    return branches


def _end_of_item(pattern: str, at: int) -> int:
    """Where the character, class or group ends that begins there."""
    depth = 0
    for found in _ITEM.finditer(pattern, at):
        depth += (found[0] == "(") - (found[0] == ")")
        if depth == 0:
            return found.end()
    raise _UnknownError
