"""Confirming a page: corrections count, contacts are covered, twice is once."""

from datetime import date
from pathlib import Path

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.models import ReadPage
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables

RAW = (Path(__file__).parents[2] / "fixtures" / "pages" / "portal.html").read_bytes()


@pytest.fixture
def page(tables: Tables) -> Page:
    return read(RAW, tables=tables)


def confirm(viewer: Viewer, page: Page, raw: bytes = RAW, **corrections: str) -> ReadPage:
    intake = services.keep_intake(viewer, raw=raw, origin="file")
    return services.confirm_page(viewer, intake.pk, page=page, corrections=corrections)


def test_a_confirmed_page_is_a_record_and_closes_its_intake(officer_a: Viewer, page: Page) -> None:
    record = confirm(officer_a, page)

    assert record.title == page.title.value
    assert record.page["body"][0]["text"] == page.body[0].text
    intake = selectors.intake(officer_a, record.intake_id)
    assert (intake.state, intake.became, intake.became_id) == ("confirmed", "page", record.pk)


def test_confirming_twice_gives_the_same_record(officer_a: Viewer, page: Page) -> None:
    record = confirm(officer_a, page)

    again = services.confirm_page(officer_a, record.intake_id, page=page, corrections={})

    assert again == record


def test_a_correction_counts_as_given(officer_a: Viewer, page: Page) -> None:
    record = confirm(officer_a, page, title="改过的标题", published="2022-09-24", source="")

    assert (record.title, record.published_on) == ("改过的标题", date(2022, 9, 24))
    assert record.page["title"] | {"span": None} == {
        "value": "改过的标题", "unit": "", "state": "given", "span": None, "why": "由人员更正",
    }  # fmt: skip
    assert record.page["source"]["state"] == "unknown"


@pytest.mark.parametrize("wrong", [{"published": "去年"}, {"views": "3"}, {"title": " "}])
def test_a_correction_that_cannot_be_is_refused(
    officer_a: Viewer, page: Page, wrong: dict[str, str]
) -> None:
    with pytest.raises(Refused):
        confirm(officer_a, page, **wrong)


def test_contacts_of_a_page_are_not_stored(officer_a: Viewer, page: Page) -> None:
    named = [each for contact in page.contacts for each in (*contact.names, *contact.telephones)]
    assert named

    record = confirm(officer_a, page)

    assert len(record.page["contacts"]) == len(page.contacts)
    assert not [each for each in named if each in str(record.page["contacts"])]
    assert not [each for each in named if each in str(record.page["cut"])]
    telephones = [each for contact in page.contacts for each in contact.telephones]
    stored = everything_stored()
    assert page.related[0].title in stored
    assert not [each for each in telephones if each in stored]


def test_a_page_belongs_to_the_organisation(
    officer_a: Viewer, officer_b: Viewer, agent: Viewer, page: Page
) -> None:
    record = confirm(officer_a, page)

    assert selectors.read_page(officer_b, record.pk) == record
    assert list(selectors.read_pages(officer_b, states=["new"], q=record.title[:4])) == [record]
    assert not selectors.read_pages(officer_b, q="没有这样的标题")
    with pytest.raises(NotFound):
        selectors.read_page(agent, record.pk)


def test_a_page_is_marked_as_used(officer_a: Viewer, agent: Viewer, page: Page) -> None:
    record = confirm(officer_a, page)

    with pytest.raises(NotFound):
        services.mark_used(agent, record.pk)
    services.mark_used(officer_a, record.pk)

    assert selectors.read_page(officer_a, record.pk).state == "used"
