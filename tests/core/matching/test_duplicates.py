"""Two demands are one where place, kind and size agree, and only there."""

from __future__ import annotations

import pytest

from zhuchao.core.matching import are_alike
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables

ASKED = "求租昆山或太仓厂房，2000到2500平"


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ("急找昆山单层厂房2300平，做注塑", True),
        ("求租太仓厂房，2400平左右", True),
        ("求租昆山厂房，2600平", False),
        ("求租昆山仓库，2300平", False),
        ("求租常熟厂房，2300平", False),
        ("求租昆山厂房", False),
        ("求租2300平厂房", False),
        ("求租昆山，2300平", False),
    ],
)
def test_a_demand_told_twice_is_known(other: str, is_one: bool, tables: Tables) -> None:
    one, two = parse(ASKED, tables).terms, parse(other, tables).terms

    assert are_alike(one, two, tables) is is_one
    assert are_alike(two, one, tables) is is_one


def test_land_is_compared_whatever_its_unit(tables: Tables) -> None:
    one = parse("拿地45亩，溧阳工业用地", tables).terms
    two = parse("求购溧阳工业用地，用地30000㎡", tables).terms

    assert are_alike(one, two, tables)
