"""Which row of a sheet is its header, and what each heading and its unit mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from zhuchao.core.vocabulary.sheet import Cell, Column, ColumnSpec, Head

# Titles, dates and who compiled the list stand above the header; none that was seen takes more.
MOST_ROWS_ABOVE = 20
# One word of a title may happen to be a heading; two of them in a row are a header.
FEWEST_KNOWN = 2
LONGEST_HEADING = 40
BRACKETED = re.compile(r"[(\[【〔](?P<inside>[^)\]】〕]*)[)\]】〕]")
# A star marks what must be filled in.
TRIMMED = re.compile(r"[\s*★:：]+")
_AREA = "m2|㎡|平方米|平方|平米|平|亩"
_TIME = "天|日|个?月|年"
UNIT = re.compile(
    rf"(?:单位[:：]?)?(?P<unit>[万亿]?(?:元|{_AREA}|米|m|吨|t|公斤|kg|kva|kw|千瓦|{_TIME}|台|部)"
    rf"(?:[/·.每*](?:{_AREA}|{_TIME})){{0,2}})起?"
)
JOINT = "/:-_,、"


def find_head(rows: Sequence[Sequence[Cell]], specs: Sequence[ColumnSpec]) -> Head | None:
    """The row of the first twenty with the most known headings; None where none has two.

    A second column of the same meaning keeps its heading and has no spec.
    """
    by_heading = {_plain(spec.heading): spec for spec in specs}
    best, most = None, FEWEST_KNOWN - 1
    for place, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        columns = _columns(row, by_heading)
        known = sum(column.spec is not None for column in columns)
        if known > most:
            best, most = Head(place, columns), known
    return best


def _columns(row: Sequence[Cell], by_heading: Mapping[str, ColumnSpec]) -> tuple[Column, ...]:
    columns: list[Column] = []
    taken: set[tuple[str, str]] = set()
    for at, cell in enumerate(row):
        heading = " ".join(str(cell).split())[:LONGEST_HEADING]
        if not heading:
            continue
        spec, unit = _meaning(heading, by_heading)
        if spec is not None and (spec.role, spec.key) in taken:
            spec = None
        if spec is not None:
            taken.add((spec.role, spec.key))
        columns.append(Column(at, heading, spec, unit or (spec.unit if spec else "")))
    return tuple(columns)


def _meaning(heading: str, by_heading: Mapping[str, ColumnSpec]) -> tuple[ColumnSpec | None, str]:
    """What a heading means, and the unit that it names: 租金(元/㎡/天), 层高 m, 总价/万元."""
    plain = _plain(heading)
    inside = [found["inside"] for found in BRACKETED.finditer(plain)]
    units = [found["unit"] for each in inside if (found := UNIT.fullmatch(each))]
    bare = BRACKETED.sub("", plain)
    unit = units[0] if units else ""
    if bare in by_heading:
        return by_heading[bare], unit
    for end in range(len(bare) - 1, 0, -1):
        spec = by_heading.get(bare[:end].rstrip(JOINT))
        found = UNIT.fullmatch(bare[end:].lstrip(JOINT)) if spec else None
        if spec is not None and found is not None:
            return spec, unit or found["unit"]
    return None, ""


def _plain(heading: str) -> str:
    return TRIMMED.sub("", unicodedata.normalize("NFKC", heading)).casefold()
