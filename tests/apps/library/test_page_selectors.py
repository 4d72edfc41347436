"""Lists of pages, clusters, and corrections as examples; bounded, and only the viewer's own."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.mapping import searchable
from zhuchao.apps.library.models import ReadPage, RepostCluster
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.core.errors import NotFound
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

DAY = date(2026, 3, 1)


@pytest.fixture
def make(officer_a: Viewer, tables: Tables) -> Any:
    def page(number: int, **columns: Any) -> ReadPage:
        # Pages that tell the same are one cluster as they come.
        letters = [chr(each) for each in range(0x4E00, 0x5000)]
        story = "".join(Random(number).choices(letters, k=200))
        raw = f"网页{number}\n来源：某报\n{story}。\n版权声明：转载请注明出处".encode()
        intake = services.keep_intake(officer_a, raw=raw, origin="paste")
        found = read(raw, tables=tables)
        record = services.confirm_page(
            officer_a, intake.pk, page=found, corrections={"title": f"网页{number}"}
        )
        columns = {"title": f"网页{number}", "published_on": DAY + timedelta(number)} | columns
        columns["searched"] = searchable(f"{columns['title']} {columns.get('source', '某报')}")
        ReadPage.objects.filter(pk=record.pk).update(**columns)
        record.refresh_from_db()
        return record

    return page


@pytest.fixture
def cluster(make: Any) -> list[ReadPage]:
    """Three pages of one article, the second of them the origin, and one page alone."""
    pages = [make(3), make(1), make(2, published_on=None), make(9, source="示例日报")]
    found = RepostCluster.objects.create(
        organisation_id=pages[0].organisation_id, origin_id=pages[1].pk
    )
    ReadPage.objects.filter(pk__in=[each.pk for each in pages[:3]]).update(cluster=found)
    return [ReadPage.objects.get(pk=each.pk) for each in pages]


def test_a_list_tells_clusters_without_more_questions(
    officer_a: Viewer, cluster: list[ReadPage], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        told = {
            page.title: (
                page.cluster_size,
                page.cluster and page.cluster.origin_id,
                page.origin_title,
            )
            for page in selectors.read_pages(officer_a)
        }

    origin = cluster[1].pk
    assert told == {
        "网页1": (3, origin, "网页1"),
        "网页2": (3, origin, "网页1"),
        "网页3": (3, origin, "网页1"),
        "网页9": (0, None, None),
    }


def test_a_list_narrows(officer_a: Viewer, cluster: list[ReadPage]) -> None:
    services.set_aside_page(officer_a, cluster[3].pk)

    def titles(**filters: Any) -> list[str]:
        return [page.title for page in selectors.read_pages(officer_a, **filters)]

    assert titles() == ["网页9", "网页2", "网页1", "网页3"]
    assert titles(states=["new"]) == ["网页2", "网页1", "网页3"]
    assert titles(q=" 示例 ") == titles(q="页9") == ["网页9"]
    assert titles(is_origin=True) == ["网页9", "网页1"]
    assert titles(published=(DAY + timedelta(2), DAY + timedelta(5))) == ["网页3"]
    assert titles(published=(None, DAY + timedelta(2))) == ["网页1"]


def test_a_cluster_starts_with_its_origin(
    officer_a: Viewer, agent: Viewer, cluster: list[ReadPage]
) -> None:
    page = selectors.read_page(officer_a, cluster[0].pk)
    alone = selectors.read_page(officer_a, cluster[3].pk)

    assert [each.title for each in selectors.cluster_pages(officer_a, page)] == [
        "网页1",
        "网页3",
        "网页2",
    ]
    assert not selectors.cluster_pages(officer_a, alone)
    assert not selectors.cluster_pages(agent, page)


def test_corrections_are_the_last_first(officer_a: Viewer, agent: Viewer, make: Any) -> None:
    page = make(1)
    services.correct_page(officer_a, page.pk, field="title", written="甲")
    services.correct_page(officer_a, page.pk, field="source", written="乙")

    assert [each.field for each in selectors.corrections(officer_a, page.pk)] == ["source", "title"]
    with pytest.raises(NotFound):
        selectors.corrections(agent, page.pk)


def test_examples_hold_values_and_the_original(officer_a: Viewer, agent: Viewer, make: Any) -> None:
    page = make(1)
    start, end = page.page["body"][0]["span"]
    was = page.page["title"]["value"]
    services.correct_page(officer_a, page.pk, field="title", written="甲")
    services.cut_away(officer_a, page.pk, start=start, end=end, kind="notice")

    found = list(selectors.examples(SYSTEM))

    digest = page.intake.digest
    assert (
        found
        == list(selectors.examples(officer_a))
        == [
            selectors.Example("page", digest, "title", was, "甲", None, None),
            selectors.Example("page", digest, "zone", "paragraph", "notice", start, end),
        ]
    )
    assert not list(selectors.examples(agent))
