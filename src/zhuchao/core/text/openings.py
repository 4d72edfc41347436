"""Patterns that are tried only where a character stands that one of their matches can begin with.

``re`` tries an alternation at every place of a text, unless all its branches begin with plain
characters; to skip to the next character of a class takes it a fifth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# An escape, a class, the opening of a group, or any other single character.
_ITEM = re.compile(r"\\u[0-9a-f]{4}|\\.|\[(?:\\.|[^\]\\])+\]|.", re.DOTALL)
_QUANTIFIER = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})\??|[+]\??|\{\d+(?:,\d*)?\}\??")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_ANCHORS = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_ANY = frozenset({".", r"\S", r"\W", r"\D"})
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")


class _UnknownError(Exception):
    """What a match begins with cannot be told."""


class Opened:
    """A pattern that is looked for only where a character stands that can begin a match."""

    def __init__(self, pattern: str) -> None:
        self._whole, self._opening = re.compile(pattern), opened(pattern)

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


def opened(pattern: str) -> re.Pattern[str]:
    """A pattern that is found at the same places, quicker; its match is one character long.

    For asking whether there is a match, and where the first one begins. Where any character may
    begin one, or none need to, it is the pattern itself.
    """
    try:
        first, may_be_empty = _first(pattern)
    except _UnknownError:
        return re.compile(pattern)
    if may_be_empty:
        return re.compile(pattern)
    return re.compile(rf"[{first}](?<=(?={pattern})(?s:.))")


def _first(pattern: str) -> tuple[str, bool]:
    """What may begin a match, as the inside of a class, and whether one may be empty."""
    first, may_be_empty = "", False
    for branch in _branches(pattern):
        for item, is_optional in branch:
            begun, is_empty = _begins(item)
            first += begun
            if not (is_optional or is_empty):
                break
        else:
            may_be_empty = True
    return first, may_be_empty


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


def _branches(pattern: str) -> list[list[tuple[str, bool]]]:
    """The alternatives, each as its items and whether each of them may be absent."""
    branches: list[list[tuple[str, bool]]] = [[]]
    at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            branches.append([])
            at += 1
            continue
        end = _end_of_item(pattern, at)
        many = _QUANTIFIER.match(pattern, end)
        branches[-1].append((pattern[at:end], many is not None and many["none"] is not None))
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
