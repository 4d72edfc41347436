"""What a page states as the desk shows it: words for each fact, and its marks on the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from zhuchao.core.vocabulary.read import Span
from zhuchao.faces.hand.marking import Mark, runs
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Fact
    from zhuchao.apps.library.selectors import Stated
    from zhuchao.faces.desk.reading_room import Line

SHOWN = {
    "measure": ("period", "subject", "metric"),
    "event": ("on", "investor", "company", "project", "place"),
    "plan": ("by", "about", "goal", "heading", "name"),
    "honour": ("who", "what", "by"),
    "policy": ("who", "what", "until"),
    "notice": ("about", "period"),
}
YI, WAN = 1e8, 1e4


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under the same marks; ``anchor`` is where a link to the first of them leads."""

    text: str
    kinds: str
    look: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Other:
    """Another page that states the fact, or contradicts it with ``amount``."""

    page_id: int
    title: str
    source: str
    amount: str


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of the list: what it says, where it stands, who else says so or otherwise."""

    fact: Fact
    text: str
    times: int
    sources: tuple[Other, ...]
    against: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind, in the order of the text."""

    kind: str
    label: str
    rows: tuple[Told, ...]


def groups_of(stated: Iterable[Stated], text: str) -> list[Group]:
    """The kinds that the page has facts of, in the order of the words."""
    order = {kind: at for at, (kind, _) in enumerate(choices("fact"))}
    by_kind = sorted(stated, key=lambda each: order[each.fact.kind])
    parts = groupby(by_kind, key=lambda each: each.fact.kind)
    return [
        Group(kind, word("fact", kind).text, tuple(_told(each, text) for each in rows))
        for kind, rows in parts
    ]


def marks_of(stated: Iterable[Stated]) -> list[Mark]:
    """A mark a mention, named after its kind and place."""
    mentions = (each for one in stated for each in one.mentions)
    return [
        Mark(f"{each.kind}:{each.start}", Span(each.start, each.end), each.state)
        for each in mentions
    ]


def pieces_of(line: Line, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The line's text cut where marks begin and end."""
    here = [_moved(mark, line) for mark in marks if _touches(mark, line)]
    seen: set[str] = set()
    for run in runs(line.text, here):
        names = run.names.split()
        fresh = [name for name in names if name not in seen]
        seen.update(fresh)
        anchor = f"s-{fresh[0].partition(':')[2]}" if fresh else ""
        kinds = " ".join(dict.fromkeys(name.partition(":")[0] for name in names))
        yield Piece(run.text, kinds, run.look, anchor)


def _moved(mark: Mark, line: Line) -> Mark:
    end = line.start + len(line.text)
    start, stop = max(mark.span.start, line.start), min(mark.span.end, end)
    return Mark(mark.name, Span(start - line.start, stop - line.start), mark.look)


def _touches(mark: Mark, line: Line) -> bool:
    return mark.span.start < line.start + len(line.text) and mark.span.end > line.start


def _told(stated: Stated, text: str) -> Told:
    fact = stated.fact
    sources = tuple(_other(each) for each in stated.sources)
    against = tuple(_other(each) for each in stated.against)
    return Told(fact, in_words(fact, text), len(stated.mentions), sources, against)


def _other(fact: Fact) -> Other:
    return Other(fact.page_id, fact.page.title, fact.page.source, _amount(fact))


def in_words(fact: Fact, text: str) -> str:
    """The fact in one line; ``text`` is the page's, for what is quoted."""
    quoted = text[fact.start : fact.end].strip()
    if fact.kind == "person":
        return " ".join([quoted, "、".join(fact.value["titles"])]).strip()
    told = _values(fact.value, SHOWN.get(fact.kind, ()))
    if fact.kind == "measure":
        told.append(quoted)
    if fact.kind == "event":
        told.append(word("project_step", fact.value["step"]).text)
        told.append(_amount(fact) and f"总投资 {_amount(fact)}")
    return "　".join(part for part in told if part) or quoted


def _values(value: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    reads = (value.get(name) for name in names)
    return [str(read["value"]) for read in reads if read and read["value"] is not None]


def _amount(fact: Fact) -> str:
    """The amount as an officer says it: 12.5 亿元, 35.1%."""
    if fact.amount is None:
        return ""
    read = fact.value.get("total" if fact.kind == "event" else "value") or {}
    unit = str(read.get("unit") or "")
    if not unit and abs(fact.amount) <= 1:
        return f"{fact.amount:.4g}" if fact.amount == 0 else f"{fact.amount:.1%}"
    for size, name in ((YI, "亿"), (WAN, "万")):
        if abs(fact.amount) >= size:
            return f"{fact.amount / size:,.10g} {name}{unit}"
    return f"{fact.amount:,.10g} {unit}".strip()


def value_in(fact: Fact, name: str) -> str:
    """What a slot of the fact holds; empty where it is not told."""
    return "".join(_values(fact.value, (name,)))


def slots_of(
    fact: Fact, text: str, *, names: Iterable[str] = ("total", "land", "place", "trade")
) -> list[tuple[str, str]]:
    """The named slots with their labels, sums and areas as the text writes them."""
    labels = dict(choices("event_slot"))
    told = ((labels[name], _said(fact.value.get(name), text)) for name in names)
    return [(label, said) for label, said in told if said]


def _said(read: Mapping[str, Any] | None, text: str) -> str:
    if not read or read["value"] is None:
        return ""
    is_number = isinstance(read["value"], float | int)
    return text[slice(*read["span"])].strip() if is_number and read["span"] else str(read["value"])
