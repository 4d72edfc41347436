"""What is exported is imported as the same; what failed comes back with its reasons."""

from __future__ import annotations

from tests.apps.properties.importing.sheets import FIRST, HEAD, applied, fates, planned, workbook

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.importing import exporting
from zhuchao.apps.properties.mapping import exactly, given
from zhuchao.apps.properties.models import Offer
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Term


def supply(viewer: Viewer, title: str, *terms: Term) -> Offer:
    place = given(FieldKey.PLACE, (PlaceRef("溧阳市", "320481"),))
    return services.confirm_supply(
        viewer, intake_id=None, title=title, terms=(place, *terms), text=title
    )


def exported(viewer: Viewer) -> bytes:
    return workbook(exporting.headings(), *exporting.offer_rows(viewer, selectors.offers(viewer)))


def test_every_row_of_an_export_is_imported_as_the_same(
    officer_a: Viewer, section_head: Viewer
) -> None:
    park = services.create_park(section_head, name="东区", region_code="320481")
    building = services.create_building(section_head, park=park, name="1号楼", kind="factory")
    floor = services.create_floor(section_head, building=building, number=2, height_m=5.5)
    unit = services.create_unit(
        section_head, building=building, name="东跨", area_m2=2400, floor=floor
    )
    services.confirm_supply(
        officer_a, intake_id=None, title="东跨", terms=[], text="东跨", carrier=unit
    )
    supply(
        officer_a,
        "=分层厂房",
        given(FieldKey.AREA, Amount(2000, 2500)),
        given(FieldKey.HEIGHT, exactly(8), floor="1"),
        given(FieldKey.HEIGHT, exactly(5), floor="2-4"),
        given(FieldKey.CRANE, Machines(2, 10)),
        Term(FieldKey.RENT, Read(exactly(0.65), State.GIVEN, None, "元/㎡/天")),
    )
    supply(officer_a, "面议的厂房", given(FieldKey.RENT, "negotiable"), given(FieldKey.EIA, False))
    applied(officer_a, workbook((*HEAD, "看房时间"), (*FIRST, "周末")))
    before = list(Offer.objects.order_by("pk").values())

    run = planned(officer_a, exported(officer_a))

    assert fates(run) == ["same"] * 4
    assert list(Offer.objects.order_by("pk").values()) == before


def test_an_export_masks_persons(officer_a: Viewer) -> None:
    applied(officer_a, workbook(HEAD, FIRST))

    row = next(exporting.offer_rows(officer_a, selectors.offers(officer_a)))

    assert "138****0002" in row
    assert "李**" in row


def test_the_template_is_itself_imported(officer_a: Viewer) -> None:
    run = planned(officer_a, workbook(exporting.headings(), exporting.template_row()))

    assert fates(run) == ["new"]
    assert all(column["name"] for column in run.columns)


def test_failed_rows_come_back_as_they_were_with_their_reasons(officer_a: Viewer) -> None:
    wrong = (
        "A-2",
        "溧阳双层厂房",
        "溧阳",
        "出租",
        "厂房",
        "很大",
        0.65,
        "挺高",
        "王女士",
        13800000003,
        "",
    )
    run = applied(officer_a, workbook(HEAD, FIRST, wrong))

    head, rows = exporting.failed_rows(officer_a, run)
    found = list(rows)

    assert head == [*HEAD, "原因"]
    assert found[0][:-1] == [str(cell) for cell in wrong]
    assert "面积" in str(found[0][-1])
    assert "层高" in str(found[0][-1])
    assert "可写：2000" in str(found[0][-1])


def test_what_was_mended_in_the_file_of_failed_rows_is_imported(officer_a: Viewer) -> None:
    wrong = (*FIRST[:5], "很大", *FIRST[6:])
    head, rows = exporting.failed_rows(officer_a, planned(officer_a, workbook(HEAD, wrong)))
    mended = [list(row) for row in rows]
    mended[0][5] = "2000"

    run = applied(officer_a, workbook(head, *mended))

    assert fates(run) == ["new"]
    assert Offer.objects.get().remarks == "采光好"
