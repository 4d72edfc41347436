"""Reading what a source listed: once, and what cannot be read is kept with its reason."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.apps.library.conftest import make_due
from tests.apps.library.site import Reply, Site, article, list_page
from tests.apps.stored import everything_stored

from zhuchao.apps.library import robots, selectors, services
from zhuchao.apps.library.models import Intake, ReadPage, WatchedAddress, WatchedSource
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.core.reading import read
from zhuchao.core.vocabulary.tables import Tables

HOST = "park.test"
TITLE = "园区第一批重点项目集中开工"


@pytest.fixture
def row(site: Site, watch: Callable[[str], WatchedSource]) -> WatchedAddress:
    """One page that waits; a second one is read already, so that the list is one."""
    site.put_article(HOST, "/a/1.html", TITLE)
    links = [("/a/1.html", TITLE), ("/a/2.html", "另一批重点项目集中开工")]
    source = watch(site.put(HOST, "/list.html", list_page(links)))
    services.visit_source(SYSTEM, source.pk)
    WatchedAddress.objects.filter(address__endswith="2.html").delete()
    return WatchedAddress.objects.get()


def attempted(row: WatchedAddress) -> WatchedAddress:
    assert services.read_waiting(SYSTEM, row.pk)
    row.refresh_from_db()
    return row


def test_a_page_is_read_with_its_original(row: WatchedAddress, officer_a: Viewer) -> None:
    attempted(row)

    assert row.state == "read"
    page = row.page
    assert page is not None
    assert (page.title, page.state, page.address) == (TITLE, "new", row.address)
    assert page.fetched_at is not None
    assert TITLE in selectors.raw_of(officer_a, page.intake_id).decode()
    assert not services.read_waiting(SYSTEM, row.pk)


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "网站回答 404"),
        (Reply(status=410), "网站回答 410"),
        (Reply(b"\x89PNG" + bytes(50)), "二进制"),
        (Reply(b""), "空"),
        (Reply(b"<html><body></body></html>"), ""),
        (Reply(f"<html><title>{TITLE}</title><body><h1>{TITLE}</h1></body></html>".encode()),
         "没有读出正文"),
    ],
)  # fmt: skip
def test_what_can_never_be_read_has_failed_with_its_reason(
    site: Site, row: WatchedAddress, reply: Reply, reason: str
) -> None:
    site.pages[HOST, "/a/1.html"] = reply

    attempted(row)

    assert (row.state, row.page) == ("failed", None)
    assert row.reason
    assert reason in row.reason
    assert not ReadPage.objects.exists()
    assert not Intake.objects.exists()


def test_what_may_be_read_later_is_tried_three_times(site: Site, row: WatchedAddress) -> None:
    site.pages[HOST, "/a/1.html"] = Reply(status=500)
    waits = []
    for _ in range(2):
        attempted(row)
        assert (row.state, row.reason) == ("waiting", "网站回答 500，没有给出页面")
        assert row.next_at is not None
        waits.append(round((row.next_at - timezone.now()).total_seconds() / 60))
        make_due()

    attempted(row)

    assert waits == [40, 160]
    assert (row.state, row.attempts) == ("failed", 3)


def test_a_page_that_recovers_is_read(site: Site, row: WatchedAddress) -> None:
    good, site.pages[HOST, "/a/1.html"] = site.pages[HOST, "/a/1.html"], Reply(status=503)
    attempted(row)

    site.pages[HOST, "/a/1.html"] = good
    make_due()
    attempted(row)

    assert (row.state, row.reason) == ("read", "")


def test_a_robots_file_that_is_away_is_no_attempt(site: Site, row: WatchedAddress) -> None:
    site.pages[HOST, "/robots.txt"] = Reply(status=500)
    robots.SiteManners.objects.update(robots_at=None)

    attempted(row)

    assert (row.state, row.attempts) == ("waiting", 0)
    assert "robots.txt" in row.reason
    assert row.next_at is not None
    assert row.next_at > timezone.now() + timedelta(minutes=5)


def test_a_worker_that_dies_each_time_fails_the_page(row: WatchedAddress) -> None:
    WatchedAddress.objects.update(attempts=3, next_at=timezone.now())

    assert not services.read_waiting(SYSTEM, row.pk)

    row.refresh_from_db()
    assert (row.state, row.reason) == ("failed", "读取时程序中断，已试过三次")


def test_two_workers_do_not_read_the_same(
    row: WatchedAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, seconds = robots.visit, []

    def meanwhile(address: str) -> object:
        seconds.append(services.read_waiting(SYSTEM, row.pk))
        return visit(address)

    monkeypatch.setattr(robots, "visit", meanwhile)

    attempted(row)
    assert seconds == [False]
    assert ReadPage.objects.count() == 1


def test_a_page_that_an_officer_confirmed_is_recognised(
    site: Site, watch: Callable[[str], WatchedSource], officer_a: Viewer, tables: Tables
) -> None:
    raw = article(TITLE).encode()
    address = site.address(HOST, "/a/1.html")
    intake = services.keep_intake(officer_a, raw=raw, origin="url", address=address)
    page = read(raw, tables=tables)
    confirmed = services.confirm_page(officer_a, intake.pk, page=page, corrections={})
    links = [("/a/1.html#top", TITLE), ("/a/2.html", "另一批重点项目集中开工")]
    source = watch(site.put(HOST, "/list.html", list_page(links)))

    services.visit_source(SYSTEM, source.pk)

    row = WatchedAddress.objects.get(address=address)
    assert (row.state, row.page) == ("read", confirmed)


def test_an_address_that_leads_to_a_known_page_is_that_page(
    site: Site, row: WatchedAddress
) -> None:
    attempted(row)
    site.pages[HOST, "/a/9.html"] = Reply(status=301, headers={"Location": "/a/1.html"})
    other = WatchedAddress.objects.create(
        organisation_id=row.organisation_id, source=row.source, digest="9", host=row.host,
        address=site.address(HOST, "/a/9.html"),
    )  # fmt: skip

    attempted(other)

    assert (other.state, other.page) == ("read", row.page)
    assert ReadPage.objects.count() == 1


def test_contacts_of_a_page_are_covered(site: Site, row: WatchedAddress) -> None:
    text = article(TITLE).replace("</body>", "<p>招商热线：葛先生 13800000001</p></body>")
    site.put(HOST, "/a/1.html", text)

    attempted(row)

    assert row.state == "read"
    assert "13800000001" not in everything_stored()


def test_a_stray_control_character_hurts_nothing(site: Site, row: WatchedAddress) -> None:
    site.put(HOST, "/a/1.html", article(TITLE).replace("会议", "会\0议", 1))

    assert attempted(row).state == "read"
