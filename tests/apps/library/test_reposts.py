"""One article under several addresses is one cluster, kept as pages come; the first is origin."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.models import ReadPage, RepostCluster, RepostMark
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

LETTERS = [chr(each) for each in range(0x4E00, 0x5400)]
Confirm = Callable[..., ReadPage]


def story(seed: int, sentences: int = 12) -> list[str]:
    source = Random(seed)
    return ["".join(source.choices(LETTERS, k=45)) + "，如此。" for _ in range(sentences)]


@pytest.fixture
def confirm(officer_a: Viewer, tables: Tables) -> Confirm:
    def page(
        lines: list[str], *, title: str, day: str = "", viewer: Viewer | None = None
    ) -> ReadPage:
        told = [title, f"发布时间：{day} 来源：某报" if day else "来源：某报", *lines]
        raw = "\n".join(told).encode()
        who = viewer or officer_a
        intake = services.keep_intake(who, raw=raw, origin="paste")
        found = read(raw, tables=tables)
        made = services.confirm_page(who, intake.pk, page=found, corrections={"title": title})
        return ReadPage.objects.get(pk=made.pk)

    return page


def test_an_article_alone_stands_in_no_cluster(confirm: Confirm) -> None:
    page = confirm(story(1), title="甲区开工一批项目")

    assert page.cluster is None
    assert RepostMark.objects.filter(page=page).count() == 32


def test_a_cut_repost_joins_and_the_earliest_is_the_origin(
    officer_a: Viewer, confirm: Confirm
) -> None:
    late = confirm(story(1), title="甲区开工一批项目", day="2026-03-05")
    early = confirm(story(1)[:7], title="又一批项目来了", day="2026-03-02")
    later = confirm([*story(90, 1), *story(1)], title="甲区项目开工", day="2026-04-01")

    pages = selectors.cluster_pages(officer_a, selectors.read_page(officer_a, late.pk))

    assert [page.pk for page in pages] == [early.pk, late.pk, later.pk]
    assert RepostCluster.objects.get().origin == early


def test_another_article_stays_apart(confirm: Confirm) -> None:
    confirm(story(1), title="甲区开工一批项目")

    assert confirm(story(2), title="乙区签约一批项目").cluster is None


def test_a_page_that_tells_both_joins_two_clusters(confirm: Confirm) -> None:
    whole = story(3, 20)
    first = [confirm(whole[:10], title=f"上半之{n}") for n in ("一", "二")]
    second = [confirm(whole[10:], title=f"下半之{n}") for n in ("一", "二")]
    assert len({page.cluster_id for page in (*first, *second)} - {None}) <= 2

    confirm(whole, title="全文")

    clusters = {page.cluster_id for page in ReadPage.objects.all()}
    assert len(clusters) == 1
    assert RepostCluster.objects.count() == 1


def test_a_corrected_date_settles_the_origin_anew(officer_a: Viewer, confirm: Confirm) -> None:
    first = confirm(story(4), title="甲", day="2026-03-05")
    second = confirm(story(4), title="乙", day="2026-03-08")
    assert RepostCluster.objects.get().origin == first

    services.correct_page(officer_a, second.pk, field="published", written="2026-03-01")

    assert RepostCluster.objects.get().origin == second


def test_other_organisations_have_clusters_of_their_own(confirm: Confirm, agent: Viewer) -> None:
    confirm(story(5), title="甲")

    assert confirm(story(5), title="甲", viewer=agent).cluster is None


def test_a_page_whose_body_is_corrected_finds_its_twins(
    officer_a: Viewer, confirm: Confirm
) -> None:
    whole = confirm(story(1), title="甲区开工一批项目")
    mixed = confirm([*story(1)[:6], *story(5)[:6]], title="甲区项目开工")
    assert (mixed.cluster, len(mixed.page["body"])) == (None, 12)
    first, last = mixed.page["body"][6]["span"], mixed.page["body"][-1]["span"]

    services.cut_away(officer_a, mixed.pk, start=first[0], end=last[1], kind="navigation")

    both = ReadPage.objects.filter(cluster=RepostCluster.objects.get())
    assert set(both.values_list("pk", flat=True)) == {whole.pk, mixed.pk}
    assert RepostMark.objects.filter(page=mixed).count() == 32


def test_a_page_of_which_little_is_left_bears_no_marks(officer_a: Viewer, confirm: Confirm) -> None:
    page = confirm(story(1), title="甲区开工一批项目")
    first, last = page.page["body"][1]["span"], page.page["body"][-1]["span"]

    services.cut_away(officer_a, page.pk, start=first[0], end=last[1], kind="navigation")

    page.refresh_from_db()
    assert (RepostMark.objects.filter(page=page).count(), bytes(page.sketch)) == (0, b"")


def test_a_short_notice_is_never_joined(confirm: Confirm) -> None:
    pages = [confirm(["今日停水。"], title=f"停水通知{n}") for n in (1, 2)]

    assert [page.cluster for page in pages] == [None, None]
    assert not RepostMark.objects.exists()


def test_spelling_and_width_do_not_matter_when_searching(
    officer_a: Viewer, confirm: Confirm
) -> None:
    confirm(story(6), title="全国蕞强⼀区的ＬＥＤ項目")

    for wanted in ("最强", "一区", "LED", "led项目", "ＬＥＤ"):
        assert [p.title for p in selectors.read_pages(officer_a, q=wanted)], wanted
    assert not selectors.read_pages(officer_a, q="光伏").exists()
