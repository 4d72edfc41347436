"""Patterns that are tried only where a character stands that one of their matches can begin with.

``re`` tries an alternation at every place of a text, unless all its branches begin with plain
characters; to skip to the next character of a class takes it a fifth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_NAME = re.compile(r"\(\?P<(\w+)>")
_NEVER = "(?!)"


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
    """A pattern that is looked for only where a character stands that can begin a match.

    Of its alternatives only those are tried there that can begin with that character. Groups are
    told by their names.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern, self._whole = pattern, later(pattern)
        first = _first_of(pattern)
        self._opening = re.compile(f"[{first}]") if first else None
        self._beginning: dict[str, re.Pattern[str]] = {}

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match from ``at`` on."""
        if self._opening is None:
            return self._whole.search(text, at)
        for opening in self._opening.finditer(text, at):
            beginning = self._beginning.get(opening[0]) or self._compiled(opening[0])
            if found := beginning.match(text, opening.start()):
                return found
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in order, none inside of another."""
        at = 0
        while at <= len(text) and (found := self.search(text, at)):
            at = max(found.end(), found.start() + 1)
            yield found

    def _compiled(self, character: str) -> re.Pattern[str]:
        """What can begin with the character, compiled when a text first holds it."""
        compiled = re.compile(_beginning_with(self._pattern, character))
        return self._beginning.setdefault(character, compiled)


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


def _beginning_with(pattern: str, character: str) -> str:
    """The pattern without the alternatives that cannot begin with the character."""
    kept, left_out = [], []
    for branch in _branches(pattern):
        if _may_begin(branch, character):
            first, *rest = branch
            written = [_narrowed(first, character), *(item.text + item.times for item in rest)]
            kept.append("".join(written))
        else:
            left_out += [name for item in branch for name in _NAME.findall(item.text)]
    # A group that cannot take part has its name still, so that it can be asked for.
    never = "".join(f"(?P<{name}>{_NEVER})" for name in left_out)
    return "|".join([*kept, never] if never else kept) or _NEVER


def _narrowed(item: _Item, character: str) -> str:
    """The first item of an alternative: of a group only what can begin with the character."""
    group = None if item.times else _GROUP.match(item.text)
    if group is None or not _first_of(item.text[group.end() : -1]):
        return item.text + item.times
    return group[0] + _beginning_with(item.text[group.end() : -1], character) + ")"


def _may_begin(branch: list[_Item], character: str) -> bool:
    first, _ = _first_of_items(branch)
    if "-" not in first and "\\" not in first:
        return character in first
    is_plain = character in first and not character.isascii()
    return is_plain or re.match(f"[{first}]", character) is not None


@cache
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
