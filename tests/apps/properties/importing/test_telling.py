"""A row as it is understood, without the register."""

from __future__ import annotations

import pytest

from zhuchao import tables as reference
from zhuchao.apps.properties.importing.telling import Told, floor_number, tell
from zhuchao.core.sheets import find_head
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.term import FieldKey


def told(**cells: str) -> Told:
    head = find_head([tuple(cells)], reference.offer_columns())
    assert head is not None
    return tell(head, tuple(cells.values()), 2)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2", "2"), ("2层", "2"), ("二楼", "2"), ("2F", "2"), ("第十二层", "12"), ("负一楼", "-1"),
        ("-1", "-1"), ("夹层", "夹层"), ("1-3层", "1-3层"),
    ],
)  # fmt: skip
def test_a_floor_is_one_however_it_is_written(written: str, number: str) -> None:
    assert floor_number(written) == number


def test_a_title_tells_what_no_column_does_as_inferred() -> None:
    row = told(标题="出租溧阳单层厂房", 面积="900㎡")

    kind, place = first(row.terms, FieldKey.KIND), first(row.terms, FieldKey.PLACE)
    assert kind is not None
    assert place is not None
    assert (kind.read.value, kind.read.state, kind.read.why) == (
        "factory", State.INFERRED, "按标题理解",
    )  # fmt: skip


def test_a_column_is_told_before_the_title() -> None:
    row = told(标题="溧阳厂房", 类型="仓库")

    kind = first(row.terms, FieldKey.KIND)
    assert kind is not None
    assert (kind.read.value, kind.read.state) == ("warehouse", State.GIVEN)


def test_a_price_tells_whether_it_is_let_or_sold() -> None:
    row = told(园区="东区", 售价="3800元/㎡")

    intent = first(row.terms, FieldKey.INTENT)
    assert intent is not None
    assert (intent.read.value, intent.read.why) == ("sale", "按售价报价")


def test_a_row_without_title_is_called_by_where_and_what_it_is() -> None:
    assert told(园区="东区", 楼栋="1幢", 类型="厂房").record["title"] == "东区 1幢 厂房"
    assert told(区域="溧阳", 类型="厂房", 面积="900平").record["title"] == "溧阳 厂房 900㎡"


def test_a_place_with_more_than_a_division_is_an_address_too() -> None:
    assert told(编号="A", 位置="溧阳市城北工业园3号").record["address"] == "溧阳市城北工业园3号"
    assert "address" not in told(编号="A", 位置="江苏省常州市溧阳市").record


@pytest.mark.parametrize("cell", ["138****0002", "李**", "李＊＊"])
def test_a_masked_person_tells_nothing(cell: str) -> None:
    row = told(编号="A", 联系人=cell, 电话=cell)

    assert not row.problems
    assert first(row.terms, FieldKey.PERSON) is None


def test_the_first_of_several_telephones_is_taken() -> None:
    row = told(编号="A", 电话="13800000002/0519-87000001")

    telephone = first(row.terms, FieldKey.TELEPHONE)
    assert telephone is not None
    assert telephone.read.value == "13800000002"
