"""A read page as the reading room shows it: its text in blocks, its fields, what was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from zhuchao.apps.library import mapping, rezoning, typed
from zhuchao.apps.parties.persons import covered
from zhuchao.apps.publishing.mapping import web_address
from zhuchao.core.vocabulary.page import BODY_KINDS, Zone, ZoneKind
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.faces.desk.stating import Piece, pieces_of
from zhuchao.faces.hand.marking import Mark
from zhuchao.faces.hand.moments import date_cn, moment_cn
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Correction

CUT_KINDS = [(k, text) for k, text in choices("zone") if k not in BODY_KINDS]
CELL_GAPS = ("\t", " | ")
ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block; ``place`` is its span as an address and a form carry it.

    ``start`` is where its first shown character stands in the page's text.
    """

    text: str
    place: str
    start: int


@dataclass(frozen=True, slots=True)
class Block:
    """What is shown as one: a paragraph, a table with all its rows, or a run that was cut."""

    kind: str
    place: str
    lines: tuple[Line, ...]
    is_cut: bool
    marks: tuple[Mark, ...] = ()

    @property
    def start(self) -> str:
        return self.place.partition("-")[0]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def pieces(self) -> list[Piece]:
        """The text with the marks of what it states."""
        return [piece for line in self.lines for piece in pieces_of(line, self.marks)]

    @property
    def rows(self) -> list[list[list[Piece]]]:
        """The cells of a table, row by row, each in pieces."""
        return [[list(pieces_of(c, self.marks)) for c in _cells(line)] for line in self.lines]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field with how it is known; ``text`` is shown, ``written`` stands in its input."""

    name: str
    label: str
    read: Read[object]
    text: str
    written: str
    is_correctable: bool
    error: str = ""

    @property
    def help(self) -> str:
        if self.name in typed.DAYS:
            return "如 2026-03-31 或 2026年3月31日；清空即为未知。"
        if self.name in typed.COUNTS:
            return "如 1234 或 1.2万；清空即为未知。"
        return "" if self.name == "title" else "清空即为未知。"

    @property
    def address(self) -> str:
        """Where the value leads; empty for what is no address."""
        return web_address(self.text) if self.name in typed.ADDRESSES else ""


@dataclass(frozen=True, slots=True)
class Link:
    """What a page points to; ``address`` is empty where it gives none that can be followed."""

    text: str
    address: str
    more: str


@dataclass(frozen=True, slots=True)
class Change:
    """A correction in words; ``place`` leads to the lines of a zone, where it is one."""

    record: Correction
    label: str
    was: str
    now: str
    place: str


def place_of(start: int, end: int) -> str:
    return f"{start}-{end}"


def span_of(place: str) -> tuple[int, int]:
    """The two ends of a place; (0, 0), which no line has, for anything else."""
    start, _, end = place.partition("-")
    is_place = start.isdecimal() and end.isdecimal() and len(place) <= 20
    return (int(start), int(end)) if is_place else (0, 0)


def blocks_of(
    stored: Mapping[str, Any], *, with_cut: bool, marks: Sequence[Mark] = ()
) -> list[Block]:
    """The page from top to bottom; what was cut away stands in its place, or is left out."""
    zones = rezoning.zoned(stored)
    shown = sorted([*zones.body, *(zones.cut if with_cut else ())], key=lambda zone: zone.span)
    parts = groupby(enumerate(shown), key=lambda at: _part(at[0], at[1]))
    return [_block([zone for _, zone in group], marks) for _, group in parts]


def field_rows(
    stored: Mapping[str, Any], *, failed: str = "", written: str = "", error: str = ""
) -> list[FieldRow]:
    """Every field that has a word; the ``failed`` one with what was written and what is wrong."""
    rows = (_field(stored, name, label) for name, label in choices("page_field") if name != ZONE)
    return [
        FieldRow(r.name, r.label, r.read, r.text, written, r.is_correctable, error)
        if r.name == failed
        else r
        for r in rows
        if r.name in stored or r.is_correctable
    ]


def attachments(stored: Mapping[str, Any]) -> list[Link]:
    """The files that the page offers, in order; an address without a name names itself."""
    listed = stored.get("attachments") or []
    named = ((each.get("name") or each.get("address") or "", each) for each in listed)
    return [_link(name, each) for name, each in named]


def related(stored: Mapping[str, Any]) -> list[Link]:
    """The pages that the page names as related, in order."""
    return [_link(each["title"], each) for each in stored.get("related") or []]


def changes(made: Iterable[Correction]) -> Iterator[Change]:
    for each in made:
        if each.field == ZONE:
            was, now = (word("zone", kind).text for kind in (each.was, each.now))
            place = place_of(each.start or 0, each.end or 0)
            yield Change(each, _zone_act(each.now), was, now, place)
        else:
            was, now = (_in_words(each.field, typed.told(kept)) for kept in (each.was, each.now))
            yield Change(each, word("page_field", each.field).text, was, now, "")


def _link(text: str, each: Mapping[str, Any]) -> Link:
    return Link(text, web_address(each.get("address") or ""), each.get("excerpt") or "")


def _zone_act(now: object) -> str:
    return "放回正文" if now in BODY_KINDS else "从正文剪去"


def _part(index: int, zone: Zone) -> tuple[str, int]:
    """Rows of a table go together; everything else stands alone."""
    return (ZoneKind.TABLE, -1) if zone.kind is ZoneKind.TABLE else (zone.kind, index)


def _block(zones: list[Zone], marks: Sequence[Mark]) -> Block:
    first, last = zones[0], zones[-1]
    is_cut = first.kind not in BODY_KINDS
    lines = [line for zone in zones for line in (rezoning.lines_of(zone) if is_cut else (zone,))]
    return Block(
        kind=first.kind.value,
        place=place_of(first.span.start, last.span.end),
        lines=tuple(_line(line, is_cut=is_cut) for line in lines),
        is_cut=is_cut,
        marks=tuple(m for m in marks if first.span.start <= m.span.start < last.span.end),
    )


def _line(line: Zone, *, is_cut: bool) -> Line:
    # What an officer cuts as a contact block keeps its text, so that it can be put back.
    text = covered(line.text) if is_cut else line.text
    start = line.span.start + len(text) - len(text.lstrip())
    return Line(text.strip(), place_of(line.span.start, line.span.end), start)


def _cells(line: Line) -> list[Line]:
    gap = next((gap for gap in CELL_GAPS if gap in line.text), CELL_GAPS[0])
    cells, start = [], line.start
    for cell in line.text.split(gap):
        inner = start + len(cell) - len(cell.lstrip())
        cells.append(Line(cell.strip(), line.place, inner))
        start += len(cell) + len(gap)
    return cells


def _field(stored: Mapping[str, Any], name: str, label: str) -> FieldRow:
    kept = stored.get(name) or {}
    value = kept.get("value")
    state = State.UNKNOWN if value is None else State(kept["state"])
    read: Read[object] = Read(value, state, None, kept.get("unit", ""), kept.get("why", ""))
    shown = "" if value is None else _in_words(name, value)
    written = str(value)[:10] if name in typed.DAYS and value else str(value or "")
    if name in typed.COUNTS and value == 0:
        written = "0"
    return FieldRow(name, label, read, shown, written, name in mapping.CORRECTABLE)


def _in_words(name: str, value: object) -> str:
    if value is None:
        return "未知"
    if name in typed.DAYS:
        return _moment(str(value))
    return f"{value:,}" if isinstance(value, int) else str(value)


def _moment(written: str) -> str:
    """An ISO day or moment in Chinese."""
    moment = datetime.fromisoformat(written)
    return moment_cn(moment) if "T" in written else date_cn(moment)
