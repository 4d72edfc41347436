"""What carriers tell, as terms: which column is which field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao import tables as reference
from zhuchao.apps.properties.models import Building, Floor, Park, Plot, Unit
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Term, Value

# Columns that are the field's value as they stand: choices and flags.
CONNECTED = (
    ("is_dual_fed", FieldKey.DUAL_FEED),
    ("has_gas", FieldKey.GAS),
    ("has_steam", FieldKey.STEAM),
    ("has_sewage", FieldKey.SEWAGE),
)
HELD = (("land_ownership", FieldKey.LAND_OWNERSHIP), ("is_mortgaged", FieldKey.MORTGAGE))
BUILDING = (
    ("fire_class", FieldKey.FIRE_CLASS),
    ("has_sprinkler", FieldKey.SPRINKLER),
    ("is_titled", FieldKey.TITLE),
    ("is_registerable", FieldKey.REGISTERABLE),
    ("allows_eia", FieldKey.EIA),
    *CONNECTED,
    *HELD,
)
PLOT = (("is_cleared", FieldKey.CLEARED_SITE), *CONNECTED, *HELD)
# Columns that hold one figure in the field's base unit.
BUILDING_FIGURES = (
    ("power_kva", FieldKey.POWER),
    ("yard_m2", FieldKey.YARD_AREA),
    ("tenure_years", FieldKey.TENURE),
)
FLOOR_FIGURES = (("height_m", FieldKey.HEIGHT), ("load_t_m2", FieldKey.LOAD))
UNIT_FIGURES = (
    ("area_m2", FieldKey.AREA),
    ("minimum_let_m2", FieldKey.MINIMUM_LET),
    ("power_kva", FieldKey.POWER),
)
PLOT_FIGURES = (
    ("area_m2", FieldKey.LAND_AREA),
    ("power_kva", FieldKey.POWER),
    ("tenure_years", FieldKey.TENURE),
    ("start_price_yuan_mu", FieldKey.LAND_PRICE),
)
# What a plot asks of who takes it, in yuan for each 亩.
PLOT_THRESHOLDS = (("output_yuan_mu", FieldKey.OUTPUT), ("tax_yuan_mu", FieldKey.TAX))
# Living quarters around a park are what a demand for a dormitory means.
HOUSING = "housing"


def given(key: FieldKey, value: Value, *, floor: str = "") -> Term:
    """A term as a register states it: with the unit of the field table, without a span."""
    spec = reference.load().fields[key]
    return Term(key, Read(value, State.GIVEN, None, spec.unit), floor=floor)


def exactly(number: float) -> Amount:
    return Amount(number, number)


def unit_terms(unit: Unit) -> Iterator[Term]:
    """What is told of the unit itself and of its floor."""
    yield from _figures(unit, UNIT_FIGURES)
    yield from _machines(FieldKey.CRANE, unit.crane_count, unit.crane_tonnes)
    yield from _machines(FieldKey.DOCK, unit.dock_count, None)
    if unit.floor is not None:
        yield from _figures(unit.floor, FLOOR_FIGURES)


def building_terms(building: Building) -> Iterator[Term]:
    """What is told of the building as a whole."""
    if building.layout:
        yield given(FieldKey.LAYOUT, (building.layout,))
    yield from _told(building, BUILDING)
    yield from _figures(building, BUILDING_FIGURES)
    yield from _machines(FieldKey.LIFT, building.lift_count, building.lift_tonnes)
    yield from _machines(FieldKey.DOCK, building.dock_count, None)


def park_terms(park: Park) -> Iterator[Term]:
    """What is told of the park around a building."""
    if HOUSING in park.amenities:
        yield given(FieldKey.DORMITORY, True)


def plot_terms(plot: Plot) -> Iterator[Term]:
    """What is told of the plot, and what it asks of who takes it."""
    yield from _figures(plot, PLOT_FIGURES)
    if plot.far_low is not None or plot.far_high is not None:
        yield given(FieldKey.FAR, Amount(plot.far_low, plot.far_high))
    yield from _told(plot, PLOT)
    if plot.intensity_yuan_mu is not None:
        yield given(FieldKey.INTENSITY, exactly(plot.intensity_yuan_mu))
    for column, key in PLOT_THRESHOLDS:
        figure = getattr(plot, column)
        if figure is not None:
            yield given(key, Amount(figure, figure, per="mu"))


def _told(record: Building | Plot, columns: Iterable[tuple[str, FieldKey]]) -> Iterator[Term]:
    for column, key in columns:
        told = getattr(record, column)
        if told not in (None, ""):
            yield given(key, told)


def _figures(
    record: Building | Floor | Unit | Plot, columns: Iterable[tuple[str, FieldKey]]
) -> Iterator[Term]:
    for column, key in columns:
        figure = getattr(record, column)
        if figure is not None:
            yield given(key, exactly(float(figure)))


def _machines(key: FieldKey, count: int | None, tonnes: float | None) -> Iterator[Term]:
    if count or tonnes:
        yield given(key, Machines(count, tonnes))
