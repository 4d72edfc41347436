"""What officers type about carriers, read as it is meant."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from zhuchao.faces.desk.carriers import typed
from zhuchao.faces.desk.carriers.buildings import floor_numbers
from zhuchao.faces.desk.carriers.typed import CountField, FigureField, LandField, YuanField


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    [
        (FigureField("area_m2", typed.SQUARE_METRES, "㎡"), "２０００㎡", 2000),
        (FigureField("area_m2", typed.SQUARE_METRES, "㎡"), "1.2万", 12_000),
        (FigureField("area_m2", typed.SQUARE_METRES, "㎡"), "6,800 平方米", 6800),
        (FigureField("height_m", typed.METRES, "米"), "8米", 8),
        (FigureField("load_t_m2", typed.LOADS, "吨/㎡"), "800公斤", 0.8),
        (FigureField("rail_km", typed.KILOMETRES, "公里"), "800米", 0.8),
        (FigureField("rail_km", typed.KILOMETRES, "公里"), "3 千米", 3),
        (FigureField("longitude", typed.NUMBER), "-0.12", -0.12),
        (CountField("built_year", typed.NUMBER), "2019年", 2019),
        (LandField("area_m2"), "15000㎡", 15_000),
        (YuanField("tax_yuan_mu"), "30", 300_000),
        (YuanField("tax_yuan_mu"), "300000元/亩", 300_000),
        (YuanField("tax_yuan_mu"), "30万", 300_000),
        (typed.ShareField("green_high"), "0.2", 0.2),
        (typed.ShareField("green_high"), "20%", 0.2),
    ],
)
def test_a_figure_is_read_as_people_write_it(
    field: FigureField, written: str, expected: float
) -> None:
    value = field.clean(written)

    assert value == pytest.approx(expected)
    assert field.clean(field.show(value)) == pytest.approx(expected)


@pytest.mark.parametrize("written", ["很高", "8 吨", "8到9", "米"])
def test_what_is_no_length_is_said_with_an_example(written: str) -> None:
    with pytest.raises(ValidationError, match="例如 8 或 8 米"):
        FigureField("height_m", typed.METRES, "米").clean(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("1", [1]), ("2-4", [2, 3, 4]), ("-1", [-1]), ("-1-2", [-1, 1, 2]), ("3层", [3])],
)
def test_floors_are_read(written: str, expected: list[int]) -> None:
    assert floor_numbers(written) == expected


@pytest.mark.parametrize("written", ["", "一", "4-2", "0", "1-999"])
def test_what_is_no_floor_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        floor_numbers(written)
