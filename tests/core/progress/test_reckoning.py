"""Lights from told figures: against a reference written anew, and the columns against the rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.progress import reckoning
from zhuchao.core.progress.baselines import due_by, twelve_of
from zhuchao.core.progress.columns import CODES, LightColumns, colours, progress_values
from zhuchao.core.vocabulary.figures import Figures
from zhuchao.core.vocabulary.progress import (
    BaselineCurve,
    Colour,
    CurveKind,
    LightPack,
    Test,
)
from zhuchao.tables.progress import light_pack, light_packs

TODAY, AS_OF = date(2026, 11, 23), date(2026, 10, 31)
yuan = st.none() | st.integers(0, 3000).map(Decimal)
days = st.none() | st.dates(date(2025, 1, 1), date(2027, 6, 30))
shares = st.lists(st.integers(0, 100), min_size=11, max_size=11).map(sorted)
growths = st.none() | st.floats(-0.5, 0.5).map(lambda each: round(each, 3))


def twelve(percents: list[int]) -> BaselineCurve:
    told = twelve_of([*percents, 100])
    return BaselineCurve("k", "t", "i", "d", TODAY, "1", CurveKind.TWELVE, told)


curves = st.none() | shares.map(twelve)
figures = st.builds(
    Figures,
    st.just(AS_OF),
    target=yuan,
    done=yuan,
    done_before=yuan,
    whole_before=yuan,
    mean_growth=growths,
    start_planned=days,
    started_on=days,
    counted_from=days,
    rests=st.sampled_from(["", "", "", "项目已终止"]),
)


def counts(pack: LightPack, told: Figures, curve: BaselineCurve | None) -> Colour:
    return reckoning.headline(reckoning.lights_on(pack, told, curve, TODAY)).colour


def reference(key: str, told: Figures, curve: BaselineCurve | None) -> Colour:
    """The three documents once more, by whole numbers and without a table."""
    if told.rests:
        return Colour.NONE
    if key == "tianjin":
        return _tianjin(told)
    progress = Colour.NO_DATA
    if told.target and told.done is not None and curve is not None:
        due = Decimal(str(due_by(curve, AS_OF)))
        progress = _yinchuan(told, due) if key == "yinchuan" else _wuhan(told, due)
    late = _late(told) if key == "yinchuan" else set()
    for colour in (Colour.RED, Colour.AMBER):
        if colour in {progress, *late}:
            return colour
    return progress


def _yinchuan(told: Figures, due: Decimal) -> Colour:
    assert told.target
    assert told.done is not None
    behind = round((due - told.done / told.target) * 100, 6)
    if behind <= 0:
        return Colour.GREEN
    return Colour.RED if behind > 30 else Colour.AMBER if behind >= 10 else Colour.NONE


def _wuhan(told: Figures, due: Decimal) -> Colour:
    assert told.target
    assert told.done is not None
    if not due:
        return Colour.NO_DATA
    ratio = round(told.done / told.target / due, 6)
    if ratio < Decimal("0.6"):
        return Colour.RED
    return Colour.AMBER if ratio < Decimal("0.8") else Colour.NONE


def _late(told: Figures) -> set[Colour]:
    found = set()
    start = None if told.started_on else told.start_planned
    enter = None if told.counted_from else told.started_on
    for since, amber, red in ((start, 1, 3), (enter, 1, 2)):
        if since is not None:
            months = (TODAY.year * 12 + TODAY.month) - (since.year * 12 + since.month)
            found |= {Colour.RED} if months >= red else {Colour.AMBER} if months >= amber else set()
    return found


def _tianjin(told: Figures) -> Colour:
    if told.done is None or not told.done_before:
        return Colour.NO_DATA
    growth = float(told.done / told.done_before) - 1
    if round(growth, 6) < 0:
        return Colour.RED
    if told.target is None or not told.whole_before or told.mean_growth is None:
        return Colour.NO_DATA
    planned = float(told.target / told.whole_before) - 1
    reaches = round(growth - max(planned, told.mean_growth), 6) >= 0
    return Colour.GREEN if reaches else Colour.AMBER


@given(told=figures, curve=curves)
def test_lights_equal_a_reference(told: Figures, curve: BaselineCurve | None) -> None:
    for pack in light_packs():
        assert counts(pack, told, curve) is reference(pack.key, told, curve), pack.key


@given(told=figures, curve=curves)
def test_no_figure_no_green(told: Figures, curve: BaselineCurve | None) -> None:
    lacks = curve is None or told.done is None or not told.target

    for pack in light_packs():
        if lacks and pack.key != "tianjin":
            assert counts(pack, told, curve) is not Colour.GREEN


@given(rows=st.lists(st.tuples(figures, curves), max_size=12))
def test_columns_equal_rows(rows: list[tuple[Figures, BaselineCurve | None]]) -> None:
    columns = columns_of(rows)

    for pack in light_packs():
        by_columns = [CODES[code] for code in colours(pack, columns)]
        assert by_columns == [counts(pack, told, curve) for told, curve in rows]


def columns_of(rows: list[tuple[Figures, BaselineCurve | None]]) -> LightColumns:
    def column(values: list[float | None]) -> np.ndarray:
        return np.array(values, np.float64)

    late = {
        key: [reckoning.late(key, told, TODAY) for told, _ in rows]
        for key in (reckoning.START, reckoning.STATISTICS)
    }
    values = progress_values(
        column([reckoning.done_share(told) for told, _ in rows]),
        column([reckoning.due_share(told, curve) for told, curve in rows]),
    )
    values |= {key: column([each.value for each in told]) for key, told in late.items()}
    values[Test.GROWTH.value] = column([reckoning.growth_of(told) for told, _ in rows])
    values[Test.GROWTH_GAP.value] = column([reckoning.gap_of(told) for told, _ in rows])
    moot = {key: np.array([e.is_moot for e in told], np.bool_) for key, told in late.items()}
    rests = np.array([bool(told.rests) for told, _ in rows], np.bool_)
    return LightColumns(len(rows), values, moot, rests)


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 11, 1), date(2026, 10, 31)),
        (date(2026, 1, 15), date(2025, 12, 31)),
        (date(2028, 3, 31), date(2028, 2, 29)),
    ],
)
def test_the_last_month_that_ended(today: date, until: date) -> None:
    assert reckoning.reported_until(today) == until


def test_a_step_that_is_done_leaves_its_rule_dark() -> None:
    told = Figures(AS_OF, start_planned=date(2026, 1, 1), started_on=date(2026, 6, 1))
    start = reckoning.lights_on(light_pack("yinchuan"), told, None, TODAY)[1]

    assert start.colour is Colour.NONE
    assert "已于 2026-06-01 开工" in start.sentence


@pytest.mark.parametrize(
    ("percents", "sentence"),
    [
        ([10, 20], "现在是 2 个"),
        ([5] * 11 + [99], "12 月的累计数是 99"),
        ([10, 5] + [50] * 9 + [100], "2 月的累计数 5 比前一个月少"),
        ([-1] + [50] * 10 + [100], "1 月的累计数 -1"),
    ],
)
def test_what_is_no_curve_is_refused(percents: list[float], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        twelve_of(percents)


@given(percents=shares)
def test_a_curve_is_read_as_it_was_typed(percents: list[int]) -> None:
    curve = twelve(percents)

    read = [due_by(curve, date(2026, month, 28)) * 100 for month in range(1, 13)]
    assert read == pytest.approx([*percents, 100])
