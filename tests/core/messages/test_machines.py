"""Cranes and lifts of several kinds: each with its count, none taken from another."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, Machines


def told(text: str, key: FieldKey, tables: Tables) -> list[tuple[int | None, float | None]]:
    values = [term.read.value for term in parse(text, tables).terms if term.key is key]
    (value,) = [value for value in values if isinstance(value, Machines)]
    return [(kind.count, kind.tonnes) for kind in value.kinds]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("16吨行车2台,5吨4台", [(2, 16), (4, 5)]),
        ("10吨、5吨行车各一台", [(1, 10), (1, 5)]),
        ("行车5台,10吨3台,5吨2台", [(3, 10), (2, 5)]),
        ("两台16吨行车,一台5吨的", [(2, 16), (1, 5)]),
        ("20吨行车两台10吨四台", [(2, 20), (4, 10)]),
        ("行车10T×2、5T×1", [(2, 10), (1, 5)]),
        ("行车有10吨的和5吨的各2台", [(2, 10), (2, 5)]),
        ("行车2台,10吨", [(2, 10)]),
        ("10吨或者16吨行车一台", [(1, 10)]),
        ("10吨行车,承重3吨,货梯2吨", [(None, 10)]),
        ("32t×1、16t×3桥式起重机", [(1, 32), (3, 16)]),
        ("天车16吨俩 10吨一个", [(2, 16), (1, 10)]),
        ("32T+16T行车各一", [(1, 32), (1, 16)]),
        ("5t天车2台10吨1台,年处理200吨", [(2, 5), (1, 10)]),
    ],
)
def test_each_kind_of_crane_keeps_its_count(
    said: str, kinds: list[tuple[int | None, float]], tables: Tables
) -> None:
    assert told(f"溧阳厂房出租,5000平,{said}", FieldKey.CRANE, tables) == kinds


def test_cranes_and_lifts_do_not_mix(tables: Tables) -> None:
    text = "溧阳厂房出租,5000平,两台16吨行车,一台5吨的,2吨货梯2台,5吨货梯一台"

    assert told(text, FieldKey.CRANE, tables) == [(2, 16), (1, 5)]
    assert told(text, FieldKey.LIFT, tables) == [(2, 2), (1, 5)]
