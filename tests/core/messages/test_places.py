"""Zones and towns below a division are part of the place; what one only passes is none."""

from __future__ import annotations

import pytest

from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import FieldKey, PlaceRef


def places(text: str, tables: Tables) -> set[tuple[str, str]]:
    term = first(parse(text, tables).terms, FieldKey.PLACE)
    value = term.read.value if term else ()
    items = value if isinstance(value, tuple) else ()
    return {(each.name, each.code) for each in items if isinstance(each, PlaceRef)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("晋江陈埭厂房出租1800平", {("晋江陈埭", "350582")}),
        ("重庆两江新区照母山写字楼出租", {("两江新区照母山", "500157")}),
        ("郑州航空港区工业用地招商", {("郑州航空港区", "410100")}),
        ("找厂房，洛阳涧西或者高新区都行", {("涧西", "410305"), ("高新区", "410300")}),
        ("求租厂房，昆山张浦、陆家均可", {("昆山张浦", "320583"), ("昆山陆家", "320583")}),
        ("合肥肥西桃花镇仓库出租", {("肥西桃花镇", "340123")}),
        ("出租启东滨海园厂房", {("启东滨海园", "320681")}),
        ("常州武进洛阳镇土地转让30亩", {("武进洛阳镇", "320412")}),
        ("求租北京亦庄、通州厂房", {("北京亦庄", "110000"), ("通州", "110112")}),
        ("溧阳城北厂房出租", {("溧阳", "320481")}),
        ("昆山优质厂房出租", {("昆山", "320583")}),
        ("博罗石湾厂房出租，近深圳", {("博罗石湾", "441322")}),
        ("我公司在常州，想在溧阳租厂房", {("溧阳", "320481")}),
        ("常州镇江二选一，求地50亩", {("常州", "320400"), ("镇江", "321100")}),
    ],
)  # fmt: skip
def test_a_place_is_told_as_narrowly_as_it_is_named(
    text: str, expected: set[tuple[str, str]], tables: Tables
) -> None:
    assert places(text, tables) == expected


def test_a_place_that_is_turned_away_speaks_of_a_demand(tables: Tables) -> None:
    message = parse("不要昆山的，太仓常熟都可以，2000平仓库", tables)

    stances = {
        each.name: term.stance.value
        for term in message.terms
        if term.key is FieldKey.PLACE and isinstance(term.read.value, tuple)
        for each in term.read.value
        if isinstance(each, PlaceRef)
    }
    assert type(message).__name__ == "Enquiry"
    assert stances == {"昆山": "excluded", "太仓": "hard", "常熟": "hard"}
