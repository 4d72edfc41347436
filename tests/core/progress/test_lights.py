"""Lights: by points, by ratio, by months and by growth; gaps stay dark, no data is never green."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.progress.lights import growth_gap, months_late, shine, shine_all, value_of
from zhuchao.core.vocabulary.progress import BaselineCurve, Colour, CurveKind, LightRule, Standing
from zhuchao.tables.packs import pack_keys
from zhuchao.tables.progress import light_pack

YINCHUAN, WUHAN, TIANJIN = light_pack("yinchuan"), light_pack("wuhan"), light_pack("tianjin")
CURVE = BaselineCurve("k", "t", "i", "d", date(2026, 1, 1), "1", CurveKind.LINEAR_MONTHS)
RULES = [rule for key in pack_keys("lights") for rule in light_pack(key).rules]


def of(done: float, due: float) -> Standing:
    return Standing(done, due, (done - due) * 100, done / due, CURVE)


def progress_light(pack: object, found: Standing | None) -> Colour:
    rule = pack.rule("progress")  # type: ignore[attr-defined]
    return shine(rule, value_of(rule.test, found)).colour


def test_one_project_has_no_light_by_points_and_amber_by_ratio() -> None:
    found = of(0.16, 0.25)

    assert progress_light(YINCHUAN, found) is Colour.NONE
    assert progress_light(WUHAN, found) is Colour.AMBER


@pytest.mark.parametrize(
    ("done", "colour"),
    [
        (0.60, Colour.GREEN),
        (0.50, Colour.GREEN),
        (0.41, Colour.NONE),
        (0.40, Colour.AMBER),
        (0.20, Colour.AMBER),
        (0.19, Colour.RED),
    ],
)
def test_points_behind(done: float, colour: Colour) -> None:
    assert progress_light(YINCHUAN, of(done, 0.5)) is colour


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.title)
def test_no_data_is_never_green(rule: LightRule) -> None:
    light = shine(rule, None)

    assert light.colour is Colour.NO_DATA
    assert "没有数据" in light.sentence
    assert value_of(rule.test, None) is None


@pytest.mark.parametrize(
    ("planned", "done", "today", "months"),
    [
        (date(2026, 3, 31), None, date(2026, 4, 1), 1),
        (date(2026, 3, 1), None, date(2026, 3, 31), 0),
        (date(2025, 12, 1), date(2026, 2, 3), date(2026, 9, 1), 2),
        (date(2026, 6, 1), None, date(2026, 3, 1), 0),
    ],
)
def test_months_late(planned: date, done: date | None, today: date, months: int) -> None:
    assert months_late(planned, done, today) == months


@pytest.mark.parametrize(
    ("growth", "references", "colour"),
    [
        (0.08, (0.05, 0.06), Colour.GREEN),
        (0.055, (0.05, 0.06), Colour.AMBER),
        (-0.01, (-0.05, -0.02), Colour.RED),
    ],
)
def test_growth_against_two_references(
    growth: float, references: tuple[float, float], colour: Colour
) -> None:
    values = {"growth": growth, "reference": growth_gap(growth, *references)}

    (light,) = shine_all(TIANJIN, values)
    assert light.colour is colour


def test_a_chain_without_data_is_dark() -> None:
    (light,) = shine_all(TIANJIN, {})

    assert light.colour is Colour.NO_DATA


@given(st.sampled_from(RULES), st.floats(-5, 5))
def test_a_light_is_the_one_band_in_which_its_number_lies(rule: LightRule, value: float) -> None:
    light = shine(rule, value)
    told = light.value
    assert told is not None
    inside = [
        band.colour
        for band in rule.bands
        if (band.low is None or told > band.low or (band.low_in and told == band.low))
        and (band.high is None or told < band.high or (band.high_in and told == band.high))
    ]

    assert [light.colour] == (inside or [Colour.NONE])
