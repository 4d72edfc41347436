"""Rates against a plain computation over the same rows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.projects.rates import columns, rate
from zhuchao.core.vocabulary.rate import ProjectRow, RateSpec, SetSpec, Side, Sum, Window
from zhuchao.core.vocabulary.stage import Milestone
from zhuchao.tables import rate_pack

AS_OF = date(2026, 6, 30)
M, W = Milestone, Window
DAYS = st.integers(-900, 400).map(lambda days: AS_OF + timedelta(days=days))
ROWS = st.builds(
    ProjectRow,
    number=st.integers(1, 10_000),
    reached=st.lists(
        st.tuples(st.sampled_from(M), DAYS), max_size=5, unique_by=lambda each: each[0]
    ).map(tuple),
    promised=st.lists(st.tuples(st.sampled_from(["start", "produce"]), DAYS), max_size=3).map(
        tuple
    ),
    sums=st.lists(
        st.tuples(
            st.sampled_from(Sum),
            st.sampled_from(W),
            st.integers(0, 10**14).map(lambda cents: Decimal(cents) / 100),
        ),
        max_size=4,
        unique_by=lambda each: each[:2],
    ).map(tuple),
    is_live=st.booleans(),
    is_increment=st.booleans(),
)
SPECS = [
    *rate_pack().rates,
    *rate_pack("yulin").rates,
    RateSpec("all", "全部", SetSpec("全部"), SetSpec("活的", is_live=True)),
]


def is_member(spec: SetSpec, row: ProjectRow) -> bool:
    year = AS_OF.year
    if spec.reached and not any(
        milestone in spec.reached and on <= AS_OF and (spec.window is W.EVER or on.year == year)
        for milestone, on in row.reached
    ):
        return False
    if spec.promised and not any(
        measure == spec.promised
        and (due <= AS_OF if spec.promised_in is W.EVER else due.year == year)
        for measure, due in row.promised
    ):
        return False
    if spec.is_live and not row.is_live:
        return False
    return spec.sum is not None or not row.is_increment


def plainly(spec: SetSpec, rows: list[ProjectRow]) -> Side:
    if spec.sum is None:
        return Side(Decimal(len(rows)), tuple(row.number for row in rows))
    sums = {
        row.number: sum(a for told, w, a in row.sums if (told, w) == (spec.sum, spec.sum_in))
        for row in rows
    }
    told = {number: amount for number, amount in sums.items() if amount}
    return Side(Decimal(sum(told.values())), tuple(told))


@given(st.lists(ROWS, max_size=25, unique_by=lambda row: row.number), st.sampled_from(SPECS))
def test_a_rate_is_what_a_plain_count_gives(rows: list[ProjectRow], spec: RateSpec) -> None:
    rows = sorted(rows, key=lambda row: row.number)
    below = [row for row in rows if is_member(spec.denominator, row)]
    above = [row for row in rows if is_member(spec.numerator, row)]
    if spec.is_within:
        above = [row for row in above if row in below]

    found = rate(spec, columns(rows, AS_OF))

    assert found.numerator == plainly(spec.numerator, above)
    assert found.denominator == plainly(spec.denominator, below)
    assert found.as_of == AS_OF
    if found.denominator.amount:
        assert found.value == found.numerator.amount / found.denominator.amount
    else:
        assert found.value is None


def test_a_rate_is_never_capped() -> None:
    started = ((M.SIGNED, date(2024, 1, 5)), (M.STARTED, date(2026, 2, 1)))
    rows = [ProjectRow(1, started), ProjectRow(2, started), ProjectRow(3, ((M.SIGNED, AS_OF),))]
    spec = rate_pack().rate("started_year")
    assert spec is not None

    found = rate(spec, columns(rows, AS_OF))

    assert found.value == 2
    assert (found.numerator.numbers, found.denominator.numbers) == ((1, 2), (3,))


@pytest.mark.parametrize("key", [spec.key for spec in rate_pack().rates])
def test_without_projects_there_is_no_rate(key: str) -> None:
    spec = rate_pack().rate(key)
    assert spec is not None

    assert rate(spec, columns([], AS_OF)).value is None
