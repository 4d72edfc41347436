"""The headings of offer sheets: each once, each for a field or a column that exists."""

import pytest

from zhuchao import tables as reference
from zhuchao.apps.properties.importing.exporting import columns, headings


def test_every_heading_stands_once() -> None:
    found = [spec.heading for spec in reference.offer_columns()]

    assert len(found) > 250
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "heading", ["编号", "标题", "园区", "楼栋", "楼层", "面积", "租金", "备注", "状态"]
)
def test_a_usual_heading_is_known(heading: str) -> None:
    assert heading in {spec.heading for spec in reference.offer_columns()}


def test_an_exported_heading_names_the_unit_of_its_figures() -> None:
    assert len(columns()) == len(headings())
    assert {"面积（㎡）", "租金（元/㎡/月）", "层高（m）", "总价（元）", "产证"} <= set(headings())
