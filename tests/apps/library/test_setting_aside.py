"""Setting pages aside, one or many, and bringing them back."""

import pytest
from tests.apps.library.confirming import confirm

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.models import ReadPage
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import Refused
from zhuchao.core.vocabulary.tables import Tables


@pytest.fixture
def page(officer_a: Viewer, tables: Tables) -> ReadPage:
    return confirm(officer_a, tables)


def test_setting_aside_is_undone_and_stops_corrections(officer_a: Viewer, page: ReadPage) -> None:
    services.set_aside_page(officer_a, page.pk)
    services.set_aside_page(officer_a, page.pk)
    with pytest.raises(Refused, match="请先恢复"):
        services.correct_page(officer_a, page.pk, field="title", written="别的")

    services.restore_page(officer_a, page.pk)

    assert selectors.read_page(officer_a, page.pk).state == "new"
    with pytest.raises(Refused, match="不需要恢复"):
        services.restore_page(officer_a, page.pk)


def test_a_page_that_was_used_is_not_set_aside(officer_a: Viewer, page: ReadPage) -> None:
    services.mark_used(officer_a, page.pk)

    with pytest.raises(Refused, match="已经建了文章"):
        services.set_aside_page(officer_a, page.pk)
    assert services.set_aside_pages(officer_a, page_ids=[page.pk]) == ()
    assert services.correct_page(officer_a, page.pk, field="title", written="仍可更正")


def test_many_are_set_aside_and_restored_at_once(
    officer_a: Viewer, agent: Viewer, page: ReadPage
) -> None:
    numbers = [page.pk, page.pk + 99]

    assert services.set_aside_pages(agent, page_ids=numbers) == ()
    assert services.set_aside_pages(officer_a, page_ids=numbers) == (page.pk,)
    assert services.set_aside_pages(officer_a, page_ids=numbers) == ()
    assert services.restore_pages(officer_a, page_ids=numbers) == (page.pk,)
