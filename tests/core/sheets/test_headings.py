"""The header is found and its headings are understood, with their units."""

from __future__ import annotations

import pytest

from zhuchao import tables as reference
from zhuchao.core.sheets import find_head
from zhuchao.core.vocabulary.sheet import Head
from zhuchao.core.vocabulary.term import FieldKey


def head_of(*rows: tuple[str, ...]) -> Head:
    found = find_head(rows, reference.offer_columns())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("heading", "name", "unit"),
    [
        ("面积", "term:area", "㎡"),
        ("建筑面积（㎡）", "term:area", "m2"),
        ("建筑面积（平方米）", "term:area", "平方米"),
        ("货梯（台）", "term:lift", "台"),
        ("面积（含公摊）", "term:area", "㎡"),
        ("租金(元/㎡/天)", "term:rent", "元/m2/天"),
        ("租金（元/平米·月）", "term:rent", "元/平米·月"),
        ("租金", "term:rent", ""),
        ("层高 m", "term:height", "m"),
        ("总价/万元", "term:total_price", "万元"),
        ("承重（公斤/平方米）", "term:load", "公斤/平方米"),
        ("＊ 楼 栋", "record:building", ""),
        ("联系人（招商）", "term:person", ""),
        ("产证", "term:title", ""),
        ("标题", "record:title", ""),
        ("序号", "shown:number", ""),
        ("看房时间", "", ""),
        ("面积大小随意", "", ""),
    ],
)
def test_a_heading_means_a_field_in_a_unit(heading: str, name: str, unit: str) -> None:
    column = head_of(("园区", "编号", heading)).columns[2]

    assert (column.name, column.unit) == (name, unit)


def test_the_header_stands_below_titles() -> None:
    head = head_of(
        ("2026年房源一览表",), (), ("制表", "张三"), ("园区", "面积", "租金"), ("东区", "900", "18")
    )

    assert head.row == 3
    assert [column.name for column in head.columns] == ["record:park", "term:area", "term:rent"]


def test_a_second_column_of_a_meaning_is_kept_as_unknown() -> None:
    columns = head_of(("园区", "面积", "建筑面积")).columns

    assert [column.name for column in columns] == ["record:park", "term:area", ""]


def test_one_known_word_is_no_header() -> None:
    assert find_head([("备注",), ("甲", "乙")], reference.offer_columns()) is None


def test_every_field_of_an_offer_can_be_written() -> None:
    keys = {spec.key for spec in reference.offer_columns() if spec.role == "term"}

    assert keys == {key.value for key in FieldKey}
