"""Terms and texts as cells of a sheet, so that what is written is read back as the same."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.vocabulary.sheet import Cell, ColumnSpec
from zhuchao.core.vocabulary.tables import FieldSpec
from zhuchao.core.vocabulary.term import Amount, Machines, PlaceRef, Term, TradeRef, Value

# A spreadsheet program would run a cell that starts so as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# What such a program takes as "text from here on", and does not show.
TEXT_MARK = "'"
# From here on twelve digits would not do.
MOST_EXACT = 1e12
PERS = {"year": "/年", "mu": "/亩", "1000m2": "/千平"}
# Written by its bounds, since the margin of 约 is in them.
RANGE_SIGN = "-"


def neutral(text: str) -> str:
    """The text as a cell that no program runs."""
    return f"{TEXT_MARK}{text}" if text.startswith(FORMULA_STARTS) else text


def plain_number(number: float) -> str:
    """A number as it is seen in a cell: 2000 and not 2000.0, and never 1e+12."""
    return f"{number:.12g}" if abs(number) < MOST_EXACT else f"{number:.0f}"


def unquoted(text: str) -> str:
    """The text that ``neutral`` was given."""
    is_marked = text.startswith(TEXT_MARK) and text[1:].startswith(FORMULA_STARTS)
    return text[1:] if is_marked else text


def heading_of(spec: ColumnSpec, field: FieldSpec | None = None) -> str:
    """The heading under which a column is exported; of amounts, with the unit of bare figures."""
    unit = field.unit if field is not None and field.form == "amount" else ""
    return f"{spec.heading}（{unit}）" if unit else spec.heading


def term_cell(terms: Sequence[Term], spec: FieldSpec) -> Cell:
    """The known terms of one field; a bare number for a single figure in the field's base unit."""
    known = [term for term in terms if term.read.value is not None]
    if len(known) == 1 and not known[0].floor:
        number = _bare(known[0], spec)
        return number if number is not None else _text(known[0], spec)
    return "；".join(f"{_floor(term, spec)}{_text(term, spec)}" for term in known)


def _bare(term: Term, spec: FieldSpec) -> float | None:
    value = term.read.value
    if not isinstance(value, Amount) or value.low != value.high or value.per:
        return None
    return value.low if term.read.unit in ("", spec.unit) else None


def _floor(term: Term, spec: FieldSpec) -> str:
    """1楼层高: as messages tell a field floor by floor."""
    if not term.floor:
        return spec.label
    floor = {"each": "每层", "-1": "负一楼", "2+": "2楼以上"}.get(term.floor, f"{term.floor}楼")
    return floor + spec.label


def _text(term: Term, spec: FieldSpec) -> str:
    value = term.read.value
    if isinstance(value, Amount):
        return _amount(value, term.read.unit or spec.unit)
    if isinstance(value, Machines):
        return _machines(value)
    if isinstance(value, tuple):
        return "、".join(_item(each, spec) for each in value)
    if isinstance(value, bool):
        return spec.choices.get(str(value).lower(), "是" if value else "否")
    return spec.choices.get(str(value), str(value))


def _machines(value: Machines) -> str:
    """16吨2台、5吨1台: one after another where there are several kinds."""
    return "、".join(_of_kind(kind) for kind in value.kinds)


def _of_kind(value: Machines) -> str:
    if value.count == 0:
        return "无"
    tonnes = "" if value.tonnes is None else f"{value.tonnes:g}吨"
    return tonnes + ("" if value.count is None else f"{value.count}台") or "有"


def _amount(value: Amount, unit: str) -> str:
    unit += PERS.get(value.per, "")
    low, high = value.low, value.high
    if low is None:
        return f"≤{high:.10g}{unit}"
    if high is None:
        return f"≥{low:.10g}{unit}"
    return f"{low:.10g}{unit}" if low == high else f"{low:.10g}{RANGE_SIGN}{high:.10g}{unit}"


def _item(item: str | PlaceRef | TradeRef, spec: FieldSpec) -> str:
    return spec.choices.get(item, item) if isinstance(item, str) else item.name


def same_value(one: Value, other: Value) -> bool:
    """Whether two values say the same: places are the same by their code, however called."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return {_identity(each) for each in one} == {_identity(each) for each in other}
    return one == other


def _identity(item: str | PlaceRef | TradeRef) -> str:
    return item if isinstance(item, str) else item.code or item.name
