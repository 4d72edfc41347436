"""A term's value in words, by the field's definition in the reference tables."""

from __future__ import annotations

from collections.abc import Iterable

from zhuchao import tables
from zhuchao.core.matching.units import in_base
from zhuchao.core.vocabulary.tables import FieldSpec
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term, TradeRef, Value
from zhuchao.faces.hand.figures import Shown, plain, show_land, show_range

# What the reading of messages writes for 每层.
EACH_FLOOR = "each"
MU_CONVENTION = "1 亩 = 10000/15 ㎡"
UNSPECIFIED = FieldSpec(FieldKey.KIND, "", "text", "", "hard", 0.0, "none", {})


def spec_of(key: FieldKey) -> FieldSpec:
    """The field's definition; a field that the tables do not define is shown as plain text."""
    return tables.load().fields.get(key, UNSPECIFIED)


def label_of(key: FieldKey) -> str:
    return spec_of(key).label or key.value


def unit_of(spec: FieldSpec) -> str:
    """The unit in which people say such a figure: land in 亩, all else as in the table."""
    if spec.form != "amount":
        return ""
    return "亩" if spec.key is FieldKey.LAND_AREA else spec.unit


def show_value(key: FieldKey, value: Value, unit: str = "") -> Shown:
    """The value in words; ``unit`` overrides the field's base unit."""
    spec = spec_of(key)
    match value:
        case Amount():
            unit = unit or spec.unit
            is_in_m2 = key is FieldKey.LAND_AREA and unit == spec.unit
            return show_land(value) if is_in_m2 else show_range(value, unit)
        case Machines():
            return _machines(value)
        case bool():
            text = spec.choices.get(str(value).lower(), "是" if value else "否")
        case tuple():
            text = "、".join(_item(spec, item) for item in value)
        case _:
            text = spec.choices.get(value, value)
    return Shown(text, "", text)


def show_term(term: Term) -> Shown:
    """The value of a known term; an unknown one gives an empty text."""
    if term.read.value is None:
        return Shown("", "", "")
    return show_value(term.key, term.read.value, term.read.unit)


def equivalent_of(term: Term) -> str:
    """A figure in another unit as the field's own, with the convention by which it was turned.

    折合 19.5 元/㎡/月（按每月 30 天计）; empty where the figure is in the field's unit already.
    """
    value, spec, reference = term.read.value, spec_of(term.key), tables.load()
    if not isinstance(value, Amount) or term.read.unit in ("", spec.unit):
        return ""
    turned = in_base(value, term.read.unit, spec.unit, month=reference.month)
    if turned is None:
        return ""
    by = MU_CONVENTION if term.read.unit == "亩" else turned.note
    return f"折合 {show_range(turned.amount, spec.unit)}（{by}）"


def classes_of(term: Term) -> str:
    """The classes of GB/T 4754 that a trade's words were read as; empty for other fields."""
    value, names = term.read.value, tables.load().industries
    trades = (
        [each for each in value if isinstance(each, TradeRef)] if isinstance(value, tuple) else []
    )
    codes = dict.fromkeys(trade.code for trade in trades if trade.code in names)
    told = "、".join(f"{code} {names[code]}" for code in codes)
    return f"GB/T 4754：{told}" if told else ""


def aside_of(term: Term) -> str:
    """What stands in small beside a value: the figure in the usual unit, or the trade's class."""
    return equivalent_of(term) or classes_of(term)


def floor_of(term: Term) -> str:
    """The floors of a term: "1 层", "2–4 层", "2 层及以上", "每层"; empty for the whole."""
    floor = term.floor
    if not floor or floor == EACH_FLOOR:
        return "每层" if floor else ""
    if floor.startswith("-"):
        return f"地下 {floor[1:]} 层"
    if floor.endswith("+"):
        return f"{floor[:-1]} 层及以上"
    return f"{floor.replace('-', '–')} 层"


def find_term(terms: Iterable[Term], key: str) -> Term | None:
    """The first known term about ``key`` for the whole, else for any floor."""
    known = [t for t in terms if t.key.value == key and t.read.is_known]
    return next((t for t in known if not t.floor), known[0] if known else None)


def in_order(terms: Iterable[Term]) -> list[Term]:
    """The terms in the order of the reference table, whatever order they were told in."""
    places = {key: place for place, key in enumerate(tables.load().fields)}
    return sorted(terms, key=lambda term: (places.get(term.key, len(places)), term.floor))


def _item(spec: FieldSpec, item: str | PlaceRef | TradeRef) -> str:
    return spec.choices.get(item, item) if isinstance(item, str) else item.name


def _machines(value: Machines) -> Shown:
    text = "、".join(_of_kind(kind) for kind in value.kinds)
    return Shown(text, "", text)


def _of_kind(value: Machines) -> str:
    count = "" if value.count is None else f"{value.count} 台"
    tonnes = "" if value.tonnes is None else f"{plain(value.tonnes)} t"
    return " × ".join(part for part in (tonnes, count) if part) or "有"
