"""Baselines: named curves, and what a published pair implies."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.progress.baselines import due_by, implied, standing
from zhuchao.tables.progress import baseline_curve, baseline_curves

MONTHS = baseline_curve("linear-months")
BY_DAY = baseline_curve("days")
TWELVE = baseline_curve("back-loaded")
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_curves_on_a_day() -> None:
    assert due_by(MONTHS, date(2026, 4, 18)) == pytest.approx(4 / 12)
    assert due_by(BY_DAY, date(2026, 4, 30)) == pytest.approx(120 / 365)
    assert due_by(BY_DAY, date(2024, 12, 31)) == 1
    assert due_by(TWELVE, date(2026, 4, 1)) == 0.24


def test_a_published_pair_tells_its_baseline_and_what_by_months_would_say() -> None:
    found = implied(0.351, 10.1, 4, (MONTHS, BY_DAY))
    by_months = found.standings[0]

    assert found.due == pytest.approx(0.25)
    assert by_months.due == pytest.approx(1 / 3)
    assert round(by_months.points, 1) == 1.8
    assert found.fits == ()


def test_a_pair_that_was_measured_by_months_fits() -> None:
    found = implied(0.456, 3.9, 5, (MONTHS, TWELVE))

    assert found.due == pytest.approx(5 / 12, abs=0.001)
    assert found.fits == (MONTHS,)


@pytest.mark.parametrize(
    ("done", "ahead", "month", "sentence"),
    [(0.3, 40.0, 4, "推不出"), (0.9, -30.0, 4, "推不出"), (0.3, 1.0, 13, "月份")],
)
def test_a_pair_that_cannot_be_is_refused(
    done: float, ahead: float, month: int, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        implied(done, ahead, month, (MONTHS,))


def test_less_than_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="负数"):
        standing(-0.1, MONTHS, date(2026, 4, 30))


@given(DAYS, DAYS, st.sampled_from(baseline_curves()))
def test_a_curve_rises_to_the_whole(one: date, other: date, curve: object) -> None:
    first, last = sorted((one.replace(year=2026, day=1), other.replace(year=2026, day=1)))

    assert 0 < due_by(curve, first) <= due_by(curve, last) <= 1  # type: ignore[arg-type]
    assert due_by(curve, date(2026, 12, 31)) == 1  # type: ignore[arg-type]


@given(st.floats(0, 3), DAYS)
def test_points_and_ratio_tell_the_same(done: float, day: date) -> None:
    found = standing(done, MONTHS, day)

    assert found.points == pytest.approx((done - found.due) * 100)
    assert found.ratio is not None
    assert found.ratio * found.due == pytest.approx(done)
