"""A site's manners: what it forbids is not asked, and between two requests it rests."""

import pickle
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.apps.library.site import Reply, Site

from zhuchao.apps.library import robots
from zhuchao.apps.library.models import SiteManners
from zhuchao.core.errors import Unreachable
from zhuchao.ground.fetching import Fetched, Turned

pytestmark = pytest.mark.django_db
HOST = "park.test"


def host_of(site: Site) -> str:
    return f"{HOST}:{site.port}"


def test_a_site_without_a_robots_file_allows_everything(site: Site) -> None:
    address = site.put_article(HOST, "/a.html", "园区开工")

    assert isinstance(robots.visit(address), Fetched)
    assert site.paths(HOST) == ["/robots.txt", "/a.html"]


def test_what_it_forbids_us_by_name_is_not_asked(site: Site) -> None:
    site.put(HOST, "/robots.txt", "User-agent: zhuchao\nDisallow: /\n\nUser-agent: *\nAllow: /\n")

    with pytest.raises(robots.Disallowed, match=r"robots\.txt 不允许访问"):
        robots.visit(site.address(HOST, "/a.html"))

    assert site.paths(HOST) == ["/robots.txt"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_while_the_robots_file_cannot_be_had_nothing_is_asked(site: Site, status: int) -> None:
    address = site.put_article(HOST, "/a.html", "园区开工")
    site.pages[HOST, "/robots.txt"] = Reply(status=status)

    for _ in range(2):
        with pytest.raises(robots.NotAllowedYet, match="取到之前不访问") as told:
            robots.visit(address)

    assert told.value.at > timezone.now()
    assert site.paths(HOST) == ["/robots.txt"]
    SiteManners.objects.update(robots_at=timezone.now() - robots.ROBOTS_RETRY)
    site.put(HOST, "/robots.txt", "")
    assert isinstance(robots.visit(address), Fetched)


def test_a_site_that_cannot_be_reached_says_so_itself(site: Site) -> None:
    with pytest.raises(robots.NotAllowedYet, match="连接没有建立"):
        robots.visit(f"http://{HOST}:1/a.html")


def test_the_robots_file_is_asked_for_once_a_day(site: Site) -> None:
    address = site.put_article(HOST, "/a.html", "园区开工")

    robots.visit(address)
    robots.visit(address)
    assert site.paths(HOST).count("/robots.txt") == 1

    SiteManners.objects.update(robots_at=timezone.now() - timedelta(hours=25))
    robots.visit(address)
    assert site.paths(HOST).count("/robots.txt") == 2


def test_a_redirect_is_followed_by_the_rules_of_where_it_leads(site: Site) -> None:
    site.put("other.test", "/robots.txt", "User-agent: *\nDisallow: /hidden")
    site.put_article("other.test", "/shown", "园区开工")
    for path, goal in (("/a", "/shown"), ("/b", "/hidden")):
        there = site.address("other.test", goal)
        site.pages[HOST, path] = Reply(status=302, headers={"Location": there})

    found = robots.visit(site.address(HOST, "/a"))
    with pytest.raises(robots.Disallowed):
        robots.visit(site.address(HOST, "/b"))

    assert found.address == site.address("other.test", "/shown")
    assert site.paths("other.test") == ["/robots.txt", "/shown"]


@pytest.mark.parametrize("goal", ["/round", "ftp://a.example/", "javascript:alert(1)"])
def test_a_redirect_that_leads_nowhere_is_a_sentence(site: Site, goal: str) -> None:
    site.pages[HOST, "/round"] = Reply(status=302, headers={"Location": goal})

    with pytest.raises(Unreachable, match="跳转"):
        robots.visit(site.address(HOST, "/round"))


def test_a_host_is_asked_by_one_at_a_time(site: Site) -> None:
    with robots.turn(host_of(site), gap_s=0, patience_s=1), pytest.raises(robots.Later) as told:  # noqa: SIM117
        with robots.turn(host_of(site), gap_s=0, patience_s=1):
            pytest.fail("two requests at once")

    assert not told.value.is_begun
    with robots.turn(host_of(site), gap_s=0, patience_s=1):
        pass


def test_a_host_that_asks_for_rest_is_left_alone(site: Site) -> None:
    site.pages[HOST, "/a"] = Reply(status=429, headers={"Retry-After": "600"})

    with pytest.raises(Turned):
        robots.visit(site.address(HOST, "/a"))

    with pytest.raises(robots.Later) as told:
        robots.visit(site.address(HOST, "/b"))
    assert told.value.at > timezone.now() + timedelta(seconds=550)


@pytest.mark.parametrize(
    ("delay", "expected"), [("", 2.0), ("1", 2.0), ("7.5", 7.5), ("86400", 60.0)]
)
def test_the_rest_is_what_the_site_asks_within_reason(delay: str, expected: float) -> None:
    rules = robots.Rules(f"User-agent: *\nCrawl-delay: {delay}\n")

    assert rules.gap_s == expected


def test_being_put_off_survives_pickling() -> None:
    later = robots.NotAllowedYet("稍后", timezone.now())

    again = pickle.loads(pickle.dumps(later))  # noqa: S301

    assert (again.sentence, again.at, again.is_begun) == (later.sentence, later.at, True)
