"""An import is taken back as far as nobody has gone on from it."""

from __future__ import annotations

import pytest
from tests.apps.properties.importing.sheets import (
    FIRST,
    HEAD,
    applied,
    fates,
    planned,
    row,
    workbook,
)

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.importing import applying, services, undoing
from zhuchao.apps.properties.models import Offer
from zhuchao.core.errors import Refused


def test_an_import_is_taken_back_where_nobody_changed_anything(officer_a: Viewer) -> None:
    run = applied(officer_a, workbook(HEAD, FIRST, row(编号="A-2", 标题="另一处")))
    applied(officer_a, workbook(HEAD, row(编号="A-2", 标题="改过名")))

    undoing.take_back_import(officer_a, run.pk)

    states = dict(Offer.objects.values_list("title", "state"))
    assert states == {"溧阳单层厂房": "off", "改过名": "draft"}
    with pytest.raises(Refused, match="没有可以撤销"):
        undoing.take_back_import(officer_a, run.pk)


def test_a_change_is_taken_back_to_what_was_told_before(officer_a: Viewer) -> None:
    applied(officer_a, workbook(HEAD, FIRST))
    before = Offer.objects.values().get()
    wrong = row(标题="写错了", 电话="13800000009", 备注="写错了", **{"面积（㎡）": 99})
    run = applied(officer_a, workbook(HEAD, wrong))
    assert Offer.objects.values().get() != before

    undoing.take_back_import(officer_a, run.pk)

    assert Offer.objects.values().get() | {"tick": 0} == before | {"tick": 0}


def test_what_another_import_made_is_not_taken_back(officer_a: Viewer) -> None:
    content = workbook(HEAD, FIRST)
    runs = [planned(officer_a, content), planned(officer_a, content)]
    for run in runs:
        services.start_applying(officer_a, run.pk)
        applying.apply_rows(officer_a, run.pk)

    assert fates(runs[1]) == ["same"]
    with pytest.raises(Refused, match="没有可以撤销"):
        undoing.take_back_import(officer_a, runs[1].pk)
