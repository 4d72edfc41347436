"""Moving whole lines of a page between its body and what was cut away; nothing is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.page import BODY_KINDS, Zone, ZoneKind
from zhuchao.core.vocabulary.read import Span

CELL_GAP = "\t"
MOVED = "页面上没有这样的几行，可能刚被别人更正过：请刷新后再试"
MIXED = "所选的几行不是同一类：请一类一类地剪去或放回"


@dataclass(frozen=True, slots=True)
class Zoned:
    """A page's zones, each list in the order of its spans; what is cut stands in runs."""

    body: tuple[Zone, ...]
    cut: tuple[Zone, ...]


def zoned(stored: Mapping[str, Any]) -> Zoned:
    """The zones of a stored page (``vocabulary.wire.page_to_json``)."""
    return Zoned(tuple(_zones(stored.get("body", []))), tuple(_zones(stored.get("cut", []))))


def to_json(zones: Zoned) -> dict[str, list[dict[str, Any]]]:
    """The keys ``body`` and ``cut`` of the stored page."""
    return {
        name: [
            {"kind": zone.kind.value, "text": zone.text, "span": [zone.span.start, zone.span.end]}
            for zone in listed
        ]
        for name, listed in (("body", zones.body), ("cut", zones.cut))
    }


def lines_of(zone: Zone) -> tuple[Zone, ...]:
    """The zone's lines, each with the blank lines that follow it; joined by newlines, the zone."""
    pieces: list[str] = []
    for piece in zone.text.split("\n"):
        if pieces and (not piece.strip() or not pieces[0].strip()):
            pieces[-1] += f"\n{piece}"
        else:
            pieces.append(piece)
    return tuple(_placed(pieces, zone))


def kind_of(zones: Zoned, span: Span) -> ZoneKind:
    """The kind of the lines that ``span`` covers.

    Raises: Refused, when it covers no whole lines, or lines of several kinds.
    """
    found = [line for line in _lines(zones) if span.covers(line.span)]
    if not found or (found[0].span.start, found[-1].span.end) != (span.start, span.end):
        raise Refused(MOVED)
    if len({line.kind for line in found}) > 1:
        raise Refused(MIXED)
    return found[0].kind


def rezoned(zones: Zoned, span: Span, kind: ZoneKind) -> Zoned:
    """The zones after the lines that ``span`` covers became ``kind``.

    Raises: Refused, when it covers no whole lines, or lines of several kinds.
    """
    kind_of(zones, span)
    lines = [
        Zone(kind, line.text, line.span) if span.covers(line.span) else line
        for line in _lines(zones)
    ]
    body = tuple(line for line in lines if line.kind in BODY_KINDS)
    return Zoned(body, tuple(_runs(line for line in lines if line.kind not in BODY_KINDS)))


def body_kind(zones: Zoned, span: Span) -> ZoneKind:
    """What cut lines are when they come back: rows of a table where all have cells, else text."""
    lines = [line for line in _lines(zones) if span.covers(line.span)]
    is_table = bool(lines) and all(CELL_GAP in line.text for line in lines)
    return ZoneKind.TABLE if is_table else ZoneKind.PARAGRAPH


def _zones(listed: Iterable[Mapping[str, Any]]) -> Iterator[Zone]:
    for each in listed:
        start, end = each["span"]
        yield Zone(ZoneKind(each["kind"]), each["text"], Span(start, end))


def _placed(pieces: Iterable[str], zone: Zone) -> Iterator[Zone]:
    start = zone.span.start
    for piece in pieces:
        yield Zone(zone.kind, piece, Span(start, start + len(piece)))
        start += len(piece) + 1


def _lines(zones: Zoned) -> list[Zone]:
    """Every line in the order of the page; a zone of the body is a line, whatever it holds."""
    cut = [line for zone in zones.cut for line in lines_of(zone)]
    return sorted([*zones.body, *cut], key=lambda line: line.span)


def _runs(lines: Iterable[Zone]) -> Iterator[Zone]:
    """Lines of one kind that follow each other directly, as one zone."""
    run: Zone | None = None
    for line in lines:
        if run is not None and run.kind is line.kind and run.span.end + 1 == line.span.start:
            span = Span(run.span.start, line.span.end)
            run = Zone(run.kind, f"{run.text}\n{line.text}", span)
            continue
        if run is not None:
            yield run
        run = line
    if run is not None:
        yield run
