"""What a row of a sheet tells: columns of the register, terms, and what could not be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from zhuchao import tables as reference
from zhuchao.apps.parties.persons import PERSONAL, TELEPHONE, covered
from zhuchao.core.errors import Refused
from zhuchao.core.messages import cell_terms, example_of, parse
from zhuchao.core.sheets import term_cell
from zhuchao.core.text.numerals import parse_number
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.read import Span, State
from zhuchao.core.vocabulary.sheet import Column, Head
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef, Term
from zhuchao.ground.sheets import Sheet

# Longer is no value of a field; remarks may be of any length.
LONGEST_CELL = 300
SAID_OF_SKIPPED = 60
# In a sheet of fewer, one cell may be all that is told.
FEWEST_COLUMNS = 3
SUM = re.compile(r"(?:合|总|小|共)\s*计[:：]?")
# Fewer digits are nobody's telephone.
FEWEST_DIGITS = 7
# A masked name or telephone of our own export tells nothing new.
MASK = re.compile(r"[*＊]")
CARRIER = ("park", "building", "floor", "unit", "plot")
# What a title may tell where no column does.
OF_THE_TITLE = (FieldKey.INTENT, FieldKey.KIND, FieldKey.LAYOUT, FieldKey.PLACE)
OF_PRICES = {
    FieldKey.RENT: ("rent", "按租金报价"),
    FieldKey.SALE_PRICE: ("sale", "按售价报价"),
    FieldKey.TOTAL_PRICE: ("sale", "按售价报价"),
    FieldKey.LAND_PRICE: ("sale", "按售价报价"),
}
FLOOR = re.compile(
    r"(?:第|地上)?(?P<below>[-负]?)(?P<number>[\d一二三四五六七八九十]+)(?:层|楼|f)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell, and what would be accepted.

    ``at`` is the cell's place among the columns that have a heading, -1 for the whole row.
    """

    at: int
    why: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A row as understood. ``text`` is the row as lines, which the spans of the terms quote.

    ``written`` are the cells of the terms by field; ``record`` those of the register's columns.
    """

    number: int
    cells: tuple[str, ...]
    record: Mapping[str, str]
    terms: tuple[Term, ...]
    written: Mapping[FieldKey, str]
    text: str
    problems: tuple[Problem, ...] = ()
    # Where the record's columns stand, as ``Problem.at`` counts.
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def carrier(self) -> dict[str, str]:
        """The names of its carrier that are told."""
        return {name: self.record[name] for name in CARRIER if name in self.record}


@dataclass
class _Draft:
    record: dict[str, str] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    written: dict[FieldKey, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    length: int = 0


def tell(head: Head, row: Sequence[str], number: int) -> Told:
    """The row under its header; ``number`` is its place in the sheet, counted from 1."""
    draft = _Draft()
    cells = tuple(row[column.at] if column.at < len(row) else "" for column in head.columns)
    for place, (column, cell) in enumerate(zip(head.columns, cells, strict=True)):
        if cell:
            _take(draft, column, cell, place)
    if draft.remarks:
        known = [draft.record["remarks"]] if "remarks" in draft.record else []
        lines = [line for line in draft.remarks if line not in "\n".join(known).split("\n")]
        draft.record["remarks"] = "\n".join([*known, *lines])
    _name_address(draft)
    terms = (*draft.terms, *_inferred(draft.terms, draft.record.get("title", "")))
    record = draft.record | {"title": draft.record.get("title") or _title(draft, terms)}
    return Told(
        number, cells, record, terms, draft.written,
        "\n".join(draft.lines), tuple(draft.problems), draft.places,
    )  # fmt: skip


def is_offer(told: Told) -> bool:
    """Whether the row tells of one thing: not a line across the table, and not its sum."""
    filled = [cell for cell in told.cells if cell]
    is_alone = len(filled) <= 1 and len(told.cells) >= FEWEST_COLUMNS
    return not is_alone and SUM.fullmatch(filled[0]) is None


def told_rows(sheet: Sheet, skipped: list[tuple[int, str]]) -> Iterator[Told]:
    """The rows below the header; empty ones are passed over, headings between rows are noted."""
    for place, row in enumerate(sheet.rows[sheet.head.row + 1 :], sheet.head.row + 2):
        if not any(row):
            continue
        told = tell(sheet.head, row, place)
        if is_offer(told):
            yield told
        else:
            skipped.append((place, covered(" ".join(filter(None, row)))[:SAID_OF_SKIPPED]))


def floor_number(written: str) -> str:
    """2 for 2层, 二楼, 2F; what names no floor stays as it is."""
    found = FLOOR.fullmatch(unicodedata.normalize("NFKC", written).strip())
    if found is None:
        return written.strip()
    number = parse_number(found["number"])
    return written.strip() if number is None else f"{found['below']}{number:g}".replace("负", "-")


def _take(draft: _Draft, column: Column, cell: str, place: int) -> None:
    start = draft.length + len(column.heading) + 1
    draft.lines.append(f"{column.heading}：{cell}")
    draft.length = start + len(cell) + 1
    if column.spec is None:
        draft.remarks.append(f"{column.heading}：{cell}")
    elif column.spec.role == "record":
        draft.record[column.spec.key] = cell
        draft.places[column.spec.key] = place
    elif column.spec.role == "term":
        _take_terms(draft, cell, place, column, start)


def _take_terms(draft: _Draft, cell: str, place: int, column: Column, start: int) -> None:
    key = FieldKey(column.spec.key if column.spec else "")
    if key in PERSONAL and MASK.search(cell):
        return
    try:
        terms = _telephone(cell) if key is FieldKey.TELEPHONE else _terms(key, cell, column.unit)
    except Refused as refusal:
        problem = Problem(place, refusal.sentence, _example(key, column.unit))
        draft.problems.append(problem)
        return
    draft.written[key] = cell
    draft.terms += [_moved(term, start) for term in terms]


@lru_cache(maxsize=20_000)
def _terms(key: FieldKey, cell: str, unit: str) -> tuple[Term, ...]:
    if len(cell) > LONGEST_CELL:
        label = reference.load().fields[key].label
        raise Refused(f"“{label}”超过 {LONGEST_CELL} 字：长的说明请写在备注列")
    return cell_terms(key, cell, reference.load(), unit=unit)


def _telephone(cell: str) -> tuple[Term, ...]:
    """The first telephone of the cell, as a term over the whole of it."""
    found = TELEPHONE.search(cell)
    number = found[0] if found else cell
    if sum(sign.isdecimal() for sign in number) < FEWEST_DIGITS:
        raise Refused("“电话”的内容不像电话号码")
    term = cell_terms(FieldKey.TELEPHONE, cell, reference.load())[0]
    return (replace(term, read=replace(term.read, value=number)),)


def _example(key: FieldKey, unit: str) -> str:
    if key is FieldKey.TELEPHONE:
        return "13800000001"
    return example_of(reference.load().fields[key], unit)


def _moved(term: Term, start: int) -> Term:
    span = term.read.span or Span(0, 0)
    read = replace(term.read, span=Span(span.start + start, span.end + start))
    return replace(term, read=read)


def _name_address(draft: _Draft) -> None:
    """溧阳市城北工业园 3 号 under 位置 names a division and is an address, too."""
    place = draft.written.get(FieldKey.PLACE, "")
    term = first(draft.terms, FieldKey.PLACE)
    refs = term.read.value if term is not None and isinstance(term.read.value, tuple) else ()
    names = [ref.name for ref in refs if isinstance(ref, PlaceRef) and ref.code]
    if names and not place.endswith(tuple(names)) and "address" not in draft.record:
        draft.record["address"] = place


def _inferred(terms: Sequence[Term], title: str) -> Iterator[Term]:
    """What the title and the prices tell of the fields that have no column."""
    known = {term.key for term in terms}
    for term in parse(title, reference.load(), leaning=-1).terms if title else ():
        if term.key in OF_THE_TITLE and term.key not in known and not term.floor:
            known.add(term.key)
            read = replace(term.read, state=State.INFERRED, span=None, why="按标题理解")
            yield replace(term, read=read)
    if FieldKey.INTENT in known:
        return
    for key, (intent, why) in OF_PRICES.items():
        priced = first(terms, key)
        if priced is not None:
            read = replace(priced.read, value=intent, state=State.INFERRED, unit="", why=why)
            yield Term(FieldKey.INTENT, read)
            return


def _title(draft: _Draft, terms: Sequence[Term]) -> str:
    """A title from what is known: where and what; how large only where no carrier is named."""
    parts = [draft.record.get(name, "") for name in CARRIER]
    if not any(parts):
        parts.append(draft.written.get(FieldKey.PLACE, ""))
    kind = first(terms, FieldKey.KIND)
    if kind is not None:
        parts.append(reference.load().fields[FieldKey.KIND].choices.get(str(kind.read.value), ""))
    area = first(terms, FieldKey.AREA) or first(terms, FieldKey.LAND_AREA)
    if area is not None and not draft.record.keys() & set(CARRIER):
        spec = reference.load().fields[area.key]
        cell = term_cell([area], spec)
        parts.append(cell if isinstance(cell, str) else f"{cell:g}{spec.unit}")
    return " ".join(part for part in parts if part)
