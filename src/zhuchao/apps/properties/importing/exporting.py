"""Offers as rows of a sheet, an empty sheet to fill in, and the rows that were refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from django.db.models import QuerySet
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.importing import selectors
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.importing.opening import open_sheet
from zhuchao.apps.properties.importing.planning import CARRIERS, exported, named_carrier
from zhuchao.apps.properties.mapping import to_property
from zhuchao.apps.properties.models import Offer
from zhuchao.core.sheets import heading_of
from zhuchao.core.vocabulary.sheet import Cell, ColumnSpec
from zhuchao.core.vocabulary.term import FieldKey, Term
from zhuchao.ground.files import open_kept

READ_AT_ONCE = 500
WHY = "原因"
# Not exported: they speak of one list alone.
UNWRITTEN = frozenset({"number", "why"})
# What a filled-in row looks like; a fictional park and a number that nobody has.
EXAMPLE: dict[str, Cell] = {
    "title": "示例园区1号楼2层 单层厂房", "park": "示例园区", "building": "1号楼", "floor": "2",
    "unit": "东跨", "state": "草稿", "intent": "租赁", "kind": "厂房", "place": "溧阳市",
    "area": 2000.0, "minimum_let": 500.0, "height": 8.0, "load": 2.0, "crane": "10吨2台",
    "lift": "3吨1台", "power": 630.0, "rent": 18.0, "property_fee": 2.0, "fire_class": "丙二类",
    "eia": "是", "deposit": "押二付三", "rent_free": 2.0, "term": "36", "person": "王先生",
    "telephone": "13800000000", "remarks": "这一行是示例，填写时请删去",
}  # fmt: skip


@cache
def columns() -> tuple[ColumnSpec, ...]:
    """The columns in which offers are written: the first heading of each key, in order."""
    firsts: dict[tuple[str, str], ColumnSpec] = {}
    for spec in reference.offer_columns():
        firsts.setdefault((spec.role, spec.key), spec)
    return tuple(spec for spec in firsts.values() if spec.key not in UNWRITTEN)


def headings() -> list[str]:
    fields = reference.load().fields
    return [
        heading_of(spec, fields[FieldKey(spec.key)] if spec.role == "term" else None)
        for spec in columns()
    ]


def offer_rows(viewer: Viewer, found: QuerySet[Offer]) -> Iterator[list[Cell]]:
    """The offers, which came from a selector, in their order; contacts are masked."""
    require(viewer, Subject.OFFER, Act.SEE)
    for offer in found.iterator(chunk_size=READ_AT_ONCE):
        yield _row(offer)


def template_row() -> list[Cell]:
    """An example for a sheet that is to be filled in."""
    filled = {("term" if key in set(FieldKey) else "record", key): EXAMPLE[key] for key in EXAMPLE}
    filled["record", "title"] = filled.pop(("term", "title"))
    return [filled.get((spec.role, spec.key), "") for spec in columns()]


def failed_rows(viewer: Viewer, run: ImportRun) -> tuple[list[str], Iterator[list[Cell]]]:
    """The header and the refused rows as they came, each with its reasons, to be mended.

    Raises: NotFound, when the file is gone or is not the viewer's.
    """
    run = selectors.run(viewer, run.pk)
    sheet = open_sheet(open_kept(run.digest))
    columns = [column for column in sheet.head.columns if column.heading != WHY]
    heads = [column.heading for column in columns]
    return [*heads, WHY], _failed(viewer, run, sheet.rows, [column.at for column in columns])


def _failed(
    viewer: Viewer, run: ImportRun, sheet: Sequence[Sequence[str]], places: Sequence[int]
) -> Iterator[list[Cell]]:
    for row in selectors.rows(viewer, run, fate=ImportRow.Fate.ERROR):
        cells = sheet[row.number - 1]
        told = [cells[at] if at < len(cells) else "" for at in places]
        yield [*told, "；".join(_reason(each) for each in row.errors)]


def _reason(error: dict[str, str]) -> str:
    return f"{error['why']}（可写：{error['example']}）" if error.get("example") else error["why"]


def _row(offer: Offer) -> list[Cell]:
    terms = to_property(offer).terms
    carrier = named_carrier(offer)
    return [_cell(offer, spec, terms, carrier) for spec in columns()]


def _cell(offer: Offer, spec: ColumnSpec, terms: Sequence[Term], carrier: dict[str, str]) -> Cell:
    if spec.role == "shown":
        return _shown(offer, spec.key)
    if spec.role == "term":
        return _term(offer, FieldKey(spec.key), terms)
    if spec.key in CARRIERS:
        return carrier.get(spec.key, "")
    return offer.get_state_display() if spec.key == "state" else str(getattr(offer, spec.key))


def _term(offer: Offer, key: FieldKey, terms: Sequence[Term]) -> Cell:
    if key is FieldKey.PERSON:
        return str(offer.contact.name) if offer.contact is not None else ""
    if key is FieldKey.TELEPHONE:
        return str(offer.contact.telephone) if offer.contact is not None else ""
    return exported(offer, key, terms)


def _shown(offer: Offer, key: str) -> str:
    match key:
        case "confirmed_on":
            return offer.confirmed_on.isoformat() if offer.confirmed_on else ""
        case "created_on":
            return timezone.localdate(offer.created_at).isoformat()
    return str(offer.owner) if offer.owner is not None else ""
