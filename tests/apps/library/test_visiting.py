"""Visiting a source: what fails says why and waits longer, what is known is not noted twice."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.apps.library.conftest import make_due
from tests.apps.library.site import Reply, Site, list_page

from zhuchao.apps.library import noting, robots, services
from zhuchao.apps.library.models import SiteManners, WatchedAddress, WatchedSource
from zhuchao.apps.library.services.visiting import LONGEST_WAIT
from zhuchao.apps.people.viewer import SYSTEM, Viewer

HOST = "park.test"
HOUR = timedelta(hours=1)


def links(count: int) -> list[tuple[str, str]]:
    return [(f"/a/{number}.html", f"园区第{number}批项目集中开工") for number in range(count)]


@pytest.fixture
def source(site: Site, watch: Callable[[str], WatchedSource]) -> WatchedSource:
    return watch(site.put(HOST, "/list.html", list_page(links(5)), versioned=True))


def visited(source: WatchedSource) -> WatchedSource:
    assert services.visit_source(SYSTEM, source.pk)
    source.refresh_from_db()
    return source


def test_what_a_list_shows_waits_to_be_read(site: Site, source: WatchedSource) -> None:
    visited(source)

    assert (source.form, source.failures, source.reason) == ("list", 0, "")
    assert source.next_at is not None
    assert timedelta() < source.next_at - timezone.now() <= HOUR
    row = WatchedAddress.objects.order_by("pk")[0]
    assert (row.address, row.title) == (site.address(HOST, "/a/0.html"), "园区第0批项目集中开工")
    assert (row.state, row.host) == ("waiting", f"{HOST}:{site.port}")
    assert not services.visit_source(SYSTEM, source.pk)


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=500), "网站回答 500"),
        (Reply(status=404), "网站回答 404"),
        (Reply("<html><body><p>维护中</p></body></html>".encode()), "没有找到文章链接"),
        (Reply(b"<urlset><"), "写法有误"),
        (Reply(status=302, headers={"Location": "http://10.0.0.1/"}), ""),
    ],
)
def test_a_failure_says_why_and_success_forgets_it(
    site: Site, source: WatchedSource, reply: Reply, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, site.pages[HOST, "/list.html"] = site.pages[HOST, "/list.html"], reply
    if not reason:
        reason = "不是公网地址"
        door = robots.Door(lambda host, _: [host if host[0] == "1" else "127.0.0.1"],
                           lambda number: number == "127.0.0.1", 5)  # fmt: skip
        monkeypatch.setattr(robots, "DOOR", door)
        SiteManners.objects.create(host="10.0.0.1", robots_at=timezone.now())

    visited(source)

    assert reason in source.reason
    assert source.failures == 1
    site.pages[HOST, "/list.html"] = good
    make_due()
    visited(source)
    assert (source.failures, source.reason) == (0, "")


def test_each_failure_doubles_the_wait_up_to_a_week(site: Site, source: WatchedSource) -> None:
    site.pages[HOST, "/list.html"] = Reply(status=500)
    waits = []
    for _ in range(9):
        make_due()
        visited(source)
        assert source.next_at is not None
        waits.append(source.next_at - timezone.now())

    hours = [round(wait / HOUR) for wait in waits]
    assert hours[:4] == [2, 4, 8, 16]
    assert hours[-1] == LONGEST_WAIT / HOUR


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_names_a_time_is_left_alone_until_then(
    site: Site, source: WatchedSource, status: int
) -> None:
    site.pages[HOST, "/list.html"] = Reply(status=status, headers={"Retry-After": "36000"})

    visited(source)

    assert source.next_at is not None
    assert round((source.next_at - timezone.now()) / HOUR) == 10
    assert SiteManners.objects.get().next_at > timezone.now() + HOUR / 2


def test_a_robots_file_that_cannot_be_had_is_a_reason(site: Site, source: WatchedSource) -> None:
    site.pages[HOST, "/robots.txt"] = Reply(status=500)

    visited(source)

    assert source.reason == "网站的 robots.txt 回答 500，取到之前不访问"
    assert site.paths(HOST) == ["/robots.txt"]


def test_two_workers_do_not_visit_the_same(
    site: Site, source: WatchedSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, seconds = robots.visit, []

    def meanwhile(address: str, **known: object) -> object:
        seconds.append(services.visit_source(SYSTEM, source.pk))
        return visit(address)

    monkeypatch.setattr(robots, "visit", meanwhile)

    assert services.visit_source(SYSTEM, source.pk)
    assert seconds == [False]


def test_at_a_busy_host_the_source_stays_due(site: Site, source: WatchedSource) -> None:
    with robots.turn(f"{HOST}:{site.port}", gap_s=0, patience_s=0):
        visited(source)

    assert not site.asked
    assert services.visit_source(SYSTEM, source.pk)
    assert WatchedAddress.objects.count() == 5


def test_what_two_sources_show_is_noted_once(
    site: Site, source: WatchedSource, watch: Callable[[str], WatchedSource]
) -> None:
    other = watch(
        site.put(HOST, "/other.html", list_page([(f"{a}?utm_source=x", t) for a, t in links(6)]))
    )

    visited(source)
    visited(other)

    assert WatchedAddress.objects.count() == 6
    assert WatchedAddress.objects.filter(source=other).count() == 1


def test_more_than_is_taken_at_once_is_met_again(
    site: Site, source: WatchedSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noting, "MOST_NEW", 3)

    visited(source)
    assert WatchedAddress.objects.count() == 3
    make_due()
    visited(source)

    assert WatchedAddress.objects.count() == 5
    assert [each.status for each in site.asked[1:]] == [200, 200]


def test_a_source_paused_during_its_visit_stays_paused(
    site: Site, source: WatchedSource, officer_a: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = robots.visit

    def meanwhile(address: str, **known: object) -> object:
        services.pause(officer_a, source.pk)
        return visit(address)

    monkeypatch.setattr(robots, "visit", meanwhile)

    assert visited(source).state == "paused"
