"""A medal as a reader sees it: the working line by line, the inputs, and the ways to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhuchao.core.scoring import Change, Node, Raising, Scheme, Way
from zhuchao.core.scoring.wording import in_words, limits_words, plain
from zhuchao.core.vocabulary.scoring import Input, Scored, Taken

UNKNOWN = "未知"


@dataclass(frozen=True, slots=True)
class Line:
    """A node of the scheme; ``depth`` is how far it stands below the total."""

    depth: int
    title: str
    primitive: str
    rule: str
    limits: str
    source: str
    number: str = ""
    working: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """An input with its value, or with what is taken where there is none."""

    title: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Step:
    """An input that would change, from what to what, and how one does that."""

    title: str
    before: str
    after: str
    hint: str


@dataclass(frozen=True, slots=True)
class Path:
    """Changes that together lead to the next level, and the score then."""

    steps: tuple[Step, ...]
    score: str


def worked(found: Scored, depth: int = 0) -> Iterator[Line]:
    """The nodes from the total down, each with its number; inputs and fixed numbers left out.

    What has no title of its own is a step of the working of the node above.
    """
    if not found.primitive:
        return
    steps = [each.working for each in found.parts if each.primitive and not each.title]
    yield Line(
        depth,
        found.title,
        found.primitive,
        found.rule,
        limits_words(found.limits),
        found.source,
        UNKNOWN if found.number is None else plain(found.number),
        "；".join([*steps, found.working]),
    )
    for each in found.parts:
        yield from worked(each, depth + 1) if each.title else _below(each, depth)


def ruled(node: Node, depth: int = 0) -> Iterator[Line]:
    """The nodes from the total down, as the scheme has them."""
    if not node.primitive:
        return
    limits = limits_words(node.limits())
    yield Line(depth, node.title, node.primitive, node.rule, limits, node.source)
    for each in node.parts:
        if each.title:
            yield from ruled(each, depth + 1)
        else:
            for inner in each.parts:
                yield from ruled(inner, depth + 1)


def said(taken: Taken) -> Said:
    """What went in."""
    note = "没有数据，按办法记这个数" if taken.is_assumed else ""
    return Said(taken.input.title, in_words(taken.input, taken.value), note)


def asked(known: Input) -> Said:
    """What the scheme asks for."""
    missing = "缺了就不评" if known.missing is None else f"缺了记 {in_words(known, known.missing)}"
    return Said(known.title, known.unit or "是或否", missing)


def paths(scheme: Scheme, found: Raising | None) -> list[Path]:
    """The ways to the next level: those in the author's own hands first."""
    ways = () if found is None else found.ways
    own_first = sorted(ways, key=lambda way: not all(each.input.hint for each in way.changes))
    return [_path(way) for way in own_first]


def points(number: Decimal | None) -> str:
    return UNKNOWN if number is None else plain(number)


def _below(found: Scored, depth: int) -> Iterator[Line]:
    for each in found.parts:
        yield from worked(each, depth + 1)


def _path(way: Way) -> Path:
    return Path(tuple(_step(each) for each in way.changes), plain(way.score))


def _step(change: Change) -> Step:
    told = change.input
    before, after = in_words(told, change.before), in_words(told, change.after)
    return Step(told.title, before, after, told.hint)
