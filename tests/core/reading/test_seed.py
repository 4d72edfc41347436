"""The real page that the product is built for; it is never in the repository."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from zhuchao.core.reading import looks_like_page, read
from zhuchao.core.text.dates import BEIJING
from zhuchao.core.vocabulary.page import Page
from zhuchao.core.vocabulary.tables import Tables

FILE = "000_5aab9c9bb5bf7e18.txt"
BESIDE = Path(__file__).resolve().parents[4] / "shared" / "seed"
SEED = Path(os.environ.get("ZHUCHAO_SEED", BESIDE))
SEED_FILE = SEED if SEED.is_file() else SEED / FILE

pytestmark = pytest.mark.skipif(not SEED_FILE.is_file(), reason="the seed page is not present")


@pytest.fixture(scope="module")
def page(tables: Tables) -> Page:
    return read(SEED_FILE.read_bytes(), tables=tables)


def test_its_fields_are_read(page: Page) -> None:
    assert page.title.value == "溧阳高新区召开2022年创新发展大会"
    assert page.original_title.value == page.title.value
    assert page.category.value == "常州溧阳产业信息"
    assert (page.editor.value, page.source.value) == ("支馨云", "搜狐")
    assert (page.author.value, page.views.value) == (None, 7)


def test_its_year_follows_from_the_time_of_fetching_alone(page: Page, tables: Tables) -> None:
    fetched_at = datetime(2023, 6, 1, 12, tzinfo=BEIJING)

    dated = read(SEED_FILE.read_bytes(), tables=tables, fetched_at=fetched_at)

    assert page.published.value is None
    assert page.published.span is not None
    assert page.published.span.of(page.text) == "8个月前 (09-24)"
    assert dated.published.value == date(2022, 9, 24)


def test_its_related_items_are_separate(page: Page) -> None:
    assert len(page.related) == 8
    assert all(item.title and item.excerpt for item in page.related)
    assert not any(item.excerpt in page.body_text for item in page.related)


def test_its_contacts_never_stand_in_the_body(page: Page) -> None:
    (contact,) = page.contacts

    assert contact.names == ("葛毅明",)
    assert contact.telephones == ("400 0123 021", "13391219793")
    for part in (*contact.names, *contact.telephones, "400-0123-021", "版权声明", "勋章级别"):
        assert part not in page.body_text


def test_its_body_is_the_text_and_nothing_else(page: Page) -> None:
    repeated, *text = page.body
    assert (repeated.kind, repeated.text) == ("heading", page.title.value)
    assert len(text) == 9
    assert text[0].text.startswith("2月10日")
    assert looks_like_page(SEED_FILE.read_bytes())
