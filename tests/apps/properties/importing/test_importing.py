"""A sheet of offers: planned without writing, applied once, merged and never doubled."""

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
from tests.apps.stored import everything_stored

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.importing import applying, selectors, services
from zhuchao.apps.properties.models import Offer
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.vocabulary.enquiry import first
from zhuchao.core.vocabulary.term import Amount, FieldKey
from zhuchao.core.vocabulary.wire import terms_from_json


def test_planning_writes_no_offer(officer_a: Viewer) -> None:
    run = planned(officer_a, workbook(HEAD, FIRST))

    assert run.state == "ready"
    assert fates(run) == ["new"]
    assert not Offer.objects.exists()


def test_a_row_becomes_a_draft_with_its_terms_and_contact(officer_a: Viewer) -> None:
    run = applied(officer_a, workbook(HEAD, FIRST))

    offer = Offer.objects.get()
    terms = terms_from_json(offer.terms)
    rent = first(terms, FieldKey.RENT)
    assert run.state == "done"
    assert (offer.title, offer.state, offer.kind, offer.intent) == (
        "溧阳单层厂房", "draft", "factory", "rent",
    )  # fmt: skip
    assert (offer.region_code, offer.area_m2, offer.remarks) == ("320481", 2000, "采光好")
    assert rent is not None
    assert (rent.read.value, rent.read.unit) == (Amount(0.65, 0.65), "元/㎡/天")
    assert rent.read.span is not None
    assert rent.read.span.of(offer.text) == "0.65"
    assert offer.contact is not None
    assert offer.contact.telephone.open() == "13800000002"


def test_persons_of_a_sheet_stand_in_the_contact_alone(officer_a: Viewer) -> None:
    noted = row(备注="找李女士 13800000002")
    broken = row(编号="A-2", 电话="李女士 1380000000212345")

    applied(officer_a, workbook(HEAD, noted, broken))
    planned(officer_a, workbook(HEAD, row(备注="换找李女士 13800000002")))

    assert "13800000002" not in everything_stored()
    assert "李女士" not in everything_stored()


def test_applying_the_same_sheet_again_changes_nothing(officer_a: Viewer) -> None:
    content = workbook(HEAD, FIRST, row(编号="A-2", 标题="溧阳双层厂房"))
    applied(officer_a, content)
    before = list(Offer.objects.order_by("pk").values())

    again = planned(officer_a, content)

    assert fates(again) == ["same", "same"]
    with pytest.raises(Refused, match="没有要新增或修改的行"):
        services.start_applying(officer_a, again.pk)
    assert list(Offer.objects.order_by("pk").values()) == before


def test_a_changed_cell_changes_that_field_alone(officer_a: Viewer) -> None:
    applied(officer_a, workbook(HEAD, FIRST))

    run = applied(officer_a, workbook(HEAD, row(**{"面积（㎡）": "2200平"})))

    changes = run.rows.get().changes
    offer = Offer.objects.get()
    assert [(each["label"], each["old"], each["new"]) for each in changes] == [
        ("面积", "2000 ㎡", "2200平")
    ]
    assert (offer.area_m2, offer.title, offer.remarks) == (2200, "溧阳单层厂房", "采光好")


def test_what_was_planned_twice_is_applied_once(officer_a: Viewer) -> None:
    content = workbook(HEAD, FIRST)
    runs = [planned(officer_a, content), planned(officer_a, content)]

    for run in runs:
        services.start_applying(officer_a, run.pk)
        applying.apply_rows(officer_a, run.pk)

    assert Offer.objects.count() == 1


def test_a_row_does_nothing_that_was_not_seen_on_its_dry_run(officer_a: Viewer) -> None:
    run = planned(officer_a, workbook(HEAD, FIRST))
    applied(officer_a, workbook(HEAD, row(标题="别人先登记的")))

    services.start_applying(officer_a, run.pk)
    applying.apply_rows(officer_a, run.pk)

    assert "登记有变动" in run.rows.get().errors[0]["why"]
    assert Offer.objects.get().title == "别人先登记的"


def test_an_interrupted_import_goes_on_where_it_was(
    officer_a: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row(编号=f"A-{number}", 标题=f"厂房{number}") for number in range(5)]
    run = planned(officer_a, workbook(HEAD, *rows))
    services.start_applying(officer_a, run.pk)
    monkeypatch.setattr(applying, "AT_ONCE", 2)
    real, calls = applying._apply_chunk, []

    def dies_at_the_second(*arguments: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError("the worker died")
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(applying, "_apply_chunk", dies_at_the_second)
    with pytest.raises(RuntimeError):
        applying.apply_rows(officer_a, run.pk)
    assert (Offer.objects.count(), selectors.progress(officer_a, run).done) == (2, 2)

    assert applying.apply_rows(officer_a, run.pk).state == "done"
    assert Offer.objects.count() == 5


def test_a_column_without_a_heading_is_kept_as_a_remark(officer_a: Viewer) -> None:
    applied(officer_a, workbook((*HEAD, "", ""), (*FIRST, "", "钥匙在门卫")))

    assert Offer.objects.get().remarks == "采光好\n第 13 列（无列名）：钥匙在门卫"


def test_a_cell_that_cannot_be_read_stops_its_row_with_an_example(officer_a: Viewer) -> None:
    run = applied(officer_a, workbook(HEAD, FIRST, row(编号="A-2", **{"面积（㎡）": "很大"})))

    wrong = run.rows.get(fate="error")
    assert wrong.number == 3
    assert wrong.errors[0]["at"] == HEAD.index("面积（㎡）")
    assert "很大" in wrong.errors[0]["why"]
    assert wrong.errors[0]["example"] == "2000"
    assert Offer.objects.count() == 1


def test_an_unknown_column_is_kept_as_a_remark(officer_a: Viewer) -> None:
    applied(officer_a, workbook((*HEAD, "看房时间"), (*FIRST, "周末")))

    assert Offer.objects.get().remarks == "采光好\n看房时间：周末"


def test_a_merged_park_is_told_of_each_row_and_lines_across_are_passed_over(
    officer_a: Viewer,
) -> None:
    rows = (
        ("", "2026年房源一览表"),
        (),
        ("园区", "楼栋", "面积", "租金(元/㎡/月)"),
        ("", "1幢", 900, 18),
        ("", "2幢", 800, 19),
        (),
        ("", "二、仓库"),
        ("南区", "9幢", 700, 20),
        ("合计", "", 2400),
    )
    run = planned(officer_a, workbook(*rows, merged=[(3, 0, 4, 0, "西区")]))

    titles = list(run.rows.order_by("number").values_list("number", "title"))
    assert [number for number, _ in titles] == [4, 5, 8]
    assert titles[1][1].startswith("西区 2幢")
    run.refresh_from_db()
    assert run.skipped == [[7, "二、仓库"], [9, "合计 2400"]]


def test_a_state_is_reached_by_who_may_publish(officer_a: Viewer, section_head: Viewer) -> None:
    head = (*HEAD, "状态")

    applied(officer_a, workbook(head, (*FIRST, "在架")))
    run = planned(section_head, workbook(head, (*FIRST, "飞了")))

    offer = Offer.objects.get()
    assert offer.state == "on"
    assert offer.confirmed_on is not None
    assert "没有“飞了”这个状态" in run.rows.get().errors[0]["why"]


def test_who_may_not_make_offers_imports_none(leader: Viewer) -> None:
    with pytest.raises(NotAllowed):
        services.take_sheet(leader, name="a.xlsx", content=workbook(HEAD, FIRST))


def test_an_import_is_seen_by_who_gave_it(officer_a: Viewer, teammate: Viewer) -> None:
    run = planned(officer_a, workbook(HEAD, FIRST))

    with pytest.raises(NotFound):
        selectors.run(teammate, run.pk)
