from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from tests.core.reading.pages import fixture

from zhuchao.core.reading import read
from zhuchao.core.text.dates import BEIJING
from zhuchao.core.vocabulary.page import BODY_KINDS, Page, ZoneKind
from zhuchao.core.vocabulary.read import State
from zhuchao.core.vocabulary.tables import Tables

NAMES = ("title", "original_title", "source", "editor", "author", "category", "views")
EXPECTED: dict[str, dict[str, Any]] = {
    "portal.txt": {
        "title": "青屿经开区举行2023年项目开工仪式",
        "original_title": "青屿经开区举行2023年度项目集中开工仪式",
        "source": "网易",
        "editor": "温若岚",
        "author": None,
        "category": "云泽厂房资讯",
        "views": 23,
    },
    "portal.html": {
        "title": "岚州高新区召开半年招商推进会",
        "original_title": "岚州高新区召开2024年半年招商推进会",
        "source": "澎湃",
        "editor": "沈知微",
        "author": None,
        "category": "岚州园区动态",
        "views": 158,
    },
    "government-gb18030.html": {
        "title": "关于组织申报2024年度智能车间的通知",
        "original_title": None,
        "source": "霁川市工业和信息化局",
        "editor": None,
        "author": None,
        "category": "通知公告",
        "views": 316,
    },
    "repost.html": {
        "title": "澜溪新区：把厂房建在产业链上",
        "original_title": None,
        "source": "澜溪日报",
        "editor": "米可心",
        "author": "乔以安",
        "category": None,
        "views": 2046,
    },
}
pages = pytest.mark.parametrize("name", EXPECTED)


def page(name: str, tables: Tables, fetched_at: datetime | None = None) -> Page:
    return read(fixture(name), tables=tables, fetched_at=fetched_at)


@pages
def test_the_fields_of_a_page_are_read(name: str, tables: Tables) -> None:
    found = page(name, tables)

    assert {field: getattr(found, field).value for field in NAMES} == EXPECTED[name]


@pages
def test_a_field_that_is_not_given_says_why(name: str, tables: Tables) -> None:
    found = page(name, tables)

    reads = [getattr(found, field) for field in (*NAMES, "published")]
    assert all(read.why for read in reads if read.state is not State.GIVEN)


@pages
def test_a_field_that_has_a_span_is_quoted_by_it(name: str, tables: Tables) -> None:
    found = page(name, tables)

    for field in NAMES:
        value = getattr(found, field)
        if value.span is not None:
            assert value.span.of(found.text) == str(value.value)


@pages
def test_every_line_is_in_the_body_or_cut_and_in_one_place(name: str, tables: Tables) -> None:
    found = page(name, tables)

    zones = sorted((*found.body, *found.cut), key=lambda zone: zone.span)
    kept = "".join("".join(zone.text.split()) for zone in zones)
    assert kept == "".join(found.text.split())
    assert all(zone.text == zone.span.of(found.text) for zone in zones)
    assert all(zone.kind in BODY_KINDS for zone in found.body)
    assert not any(zone.kind in BODY_KINDS for zone in found.cut)


@pytest.mark.parametrize("name", ["portal.txt", "portal.html"])
def test_the_body_holds_neither_contacts_nor_furniture(name: str, tables: Tables) -> None:
    found = page(name, tables)

    (contact,) = found.contacts
    assert len(contact.names) == 1
    assert len(contact.telephones) == 2
    for foreign in (*contact.names, *contact.telephones, "版权声明", "勋章", "分享给", "相关文章"):
        assert foreign not in found.body_text
    assert {zone.kind for zone in found.cut} >= {
        ZoneKind.BREADCRUMB, ZoneKind.META, ZoneKind.BADGE, ZoneKind.ORIGINAL_TITLE,
        ZoneKind.EDITOR, ZoneKind.CONTACT, ZoneKind.NOTICE, ZoneKind.SHARE, ZoneKind.RELATED,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["portal.txt", "portal.html"])
def test_a_title_repeated_above_the_text_heads_it(name: str, tables: Tables) -> None:
    found = page(name, tables)

    repeated = [zone for zone in found.body if zone.text == found.title.value]
    assert [zone.kind for zone in repeated] == [ZoneKind.HEADING]
    assert [zone.kind for zone in found.cut].count(ZoneKind.TITLE) == 1


def test_related_items_stand_apart_with_their_excerpts(tables: Tables) -> None:
    assert [(i.title[:6], i.excerpt[-6:]) for i in page("portal.txt", tables).related] == [
        ("云泽市出台仓", "期三年..."),
        ("青屿经开区与", "台建设..."),
        ("关于公布标准", "布如下..."),
    ]
    assert [i.title for i in page("portal.html", tables).related] == [
        "岚州高新区新增两家企业技术中心",
        "岚州发布工业用地出让预公告",
    ]


def test_a_true_table_keeps_its_rows(tables: Tables) -> None:
    found = page("portal.html", tables)

    rows = [zone.text for zone in found.body if zone.kind is ZoneKind.TABLE]
    assert rows[1] == "签约项目\t31个\t60个"


def test_an_attachment_and_a_contact_of_an_announcement_are_cut(tables: Tables) -> None:
    found = page("government-gb18030.html", tables)

    assert found.charset == "gb18030"
    assert found.contacts[0].names == ("苏明远",)
    assert found.contacts[0].telephones == ("0555-6600118",)
    assert [z.text for z in found.cut if z.kind is ZoneKind.ATTACHMENT] == [
        "附件：智能车间申报书.docx"
    ]


@pytest.mark.parametrize(
    ("name", "fetched_at", "value"),
    [
        ("portal.txt", None, None),
        ("portal.txt", datetime(2023, 12, 20, 9, tzinfo=BEIJING), date(2023, 7, 18)),
        ("portal.html", datetime(2024, 11, 5, 9, tzinfo=BEIJING), date(2024, 8, 2)),
        ("government-gb18030.html", None, datetime(2024, 4, 11, 9, 26, tzinfo=BEIJING)),
        ("repost.html", None, None),
        (
            "repost.html",
            datetime(2023, 11, 15, 8, tzinfo=BEIJING),
            datetime(2023, 11, 14, 20, 15, tzinfo=BEIJING),
        ),
    ],
)
def test_the_date_is_as_known_as_the_page_makes_it(
    name: str, fetched_at: datetime | None, value: date | None, tables: Tables
) -> None:
    published = page(name, tables, fetched_at).published

    assert published.value == value
    assert published.span is not None
