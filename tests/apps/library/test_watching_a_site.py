"""The house's promise about watched sources, told by a local site with two hundred articles."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from tests.apps.library.conftest import GAP_S, make_due
from tests.apps.library.site import Reply, Site, list_page

from zhuchao.apps.library.models import Intake, ReadPage, WatchedAddress, WatchedSource
from zhuchao.apps.people.viewer import Viewer

LIST, FEED, MAP = "list.test", "feed.test", "map.test"
CRAWL_DELAY_S = 0.03
ARTICLE = re.compile(r"/(?:art|a|b|c)/")


def headline(number: int) -> str:
    return f"园区第{number}批重点项目集中开工"


def put_articles(site: Site, host: str, pattern: str, numbers: range) -> list[tuple[str, str]]:
    return [
        (site.put_article(host, pattern.format(number), headline(number)), headline(number))
        for number in numbers
    ]


def put_list(site: Site, *, days: int) -> str:
    """Each day 40 articles more; the list shows the latest 60."""
    links = put_articles(site, LIST, "/art/2023/5/{0}/art_1_{0}.html", range(40 * days))
    return site.put(LIST, "/xw/list.html", list_page(links[::-1][:60]), versioned=True)


def put_rss(site: Site) -> str:
    links = put_articles(site, FEED, "/a/{}.html", range(200, 230))
    items = "".join(f"<item><title>{t}</title><link>{a}</link></item>" for a, t in links)
    return site.put(FEED, "/rss.xml", f"<rss version='2.0'><channel>{items}</channel></rss>",
                    versioned=True)  # fmt: skip


def put_atom(site: Site) -> str:
    links = put_articles(site, FEED, "/b/{}.html", range(230, 250))
    items = "".join(
        f"<entry><id>{a}</id><title>{t}</title><link href='{a}'/></entry>" for a, t in links
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{items}</feed>"
    return site.put(FEED, "/atom.xml", feed, versioned=True)


def put_sitemap(site: Site) -> str:
    """An index of two parts with 15 articles each, and two pages that machines may not visit."""
    links = put_articles(site, MAP, "/c/1{}.html", range(250, 280))
    links += put_articles(site, MAP, "/private/1{}.html", range(280, 282))
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    parts = []
    for name, part in (("1", links[:16]), ("2", links[16:])):
        told = "".join(f"<url><loc>{address}</loc></url>" for address, _ in part)
        text = f"<urlset {space}>{told}</urlset>"
        parts.append(site.put(MAP, f"/map-{name}.xml", text, versioned=True))
    told = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in parts)
    robots = f"User-agent: *\nDisallow: /private/\nCrawl-delay: {CRAWL_DELAY_S}\n"
    site.put(MAP, "/robots.txt", robots)
    index = f"<sitemapindex {space}>{told}</sitemapindex>"
    return site.put(MAP, "/map.xml", index, versioned=True)


@pytest.fixture
def sources(site: Site, watch: Callable[[str], WatchedSource]) -> list[WatchedSource]:
    starts = (put_list(site, days=1), put_rss(site), put_atom(site), put_sitemap(site))
    return [watch(start) for start in starts]


def assert_each_was_read_once(site: Site) -> None:
    titles = Counter(ReadPage.objects.values_list("title", flat=True))
    assert titles == Counter(headline(n) for n in (*range(120), *range(200, 280)))
    assert len(titles) == 200
    assert Intake.objects.filter(origin="watch", state="confirmed").count() == 200
    asked = Counter((each.host, each.path) for each in site.asked)
    assert {number for (_, path), number in asked.items() if ARTICLE.match(path)} == {1}


def assert_the_site_was_asked_as_it_wishes(site: Site) -> None:
    for host, least_s in ((LIST, GAP_S), (FEED, GAP_S), (MAP, CRAWL_DELAY_S)):
        assert site.paths(host)[0] == "/robots.txt"
        assert site.paths(host).count("/robots.txt") == 1
        # The rest after the robots file is the usual one: what it asks for was not known before.
        assert min(site.gaps_s(host)[1:]) >= least_s
    assert not [path for path in site.paths(MAP) if path.startswith("/private/")]
    refused = WatchedAddress.objects.filter(state="failed")
    assert [each.reason[:18] for each in refused] == ["网站的 robots.txt 不允许"] * 2


def test_two_hundred_articles_are_read_once_and_a_quiet_day_costs_one_question_a_list(
    site: Site, sources: list[WatchedSource], work: Callable[[], int]
) -> None:
    for day in (1, 2, 3):
        put_list(site, days=day)
        make_due()
        work()

    assert {each.form for each in WatchedSource.objects.all()} == {"list", "feed", "sitemap"}
    assert_each_was_read_once(site)
    assert_the_site_was_asked_as_it_wishes(site)

    del site.asked[:]
    make_due()
    steps = work()

    assert steps == len(site.asked) == 6
    assert all(each.is_conditional and each.status == 304 for each in site.asked)
    assert ReadPage.objects.count() == 200
    assert not WatchedSource.objects.exclude(failures=0, reason="")


def test_the_hosts_take_turns(
    site: Site, watch: Callable[[str], WatchedSource], work: Callable[[], int]
) -> None:
    for host in (LIST, FEED):
        links = put_articles(site, host, "/a/{}.html", range(5))
        watch(site.put(host, "/list.html", list_page(links)))

    work()

    hosts = [each.host for each in site.asked if each.path.startswith("/a/")]
    assert {LIST, FEED} == set(hosts[:3])


def test_pages_belong_to_whoever_watches(
    site: Site, watch: Callable[[str], WatchedSource], work: Callable[[], int], officer_a: Viewer
) -> None:
    watch(put_list(site, days=1))
    site.pages[LIST, "/art/2023/5/7/art_1_7.html"] = Reply(status=404)

    work()

    page = ReadPage.objects.order_by("pk")[0]
    assert (page.owner_id, page.organisation_id) == (officer_a.person_id, officer_a.organisation_id)
    assert (page.intake.became, page.intake.became_id) == ("page", page.pk)
    gone = WatchedAddress.objects.get(state="failed")
    assert (gone.reason, gone.page) == ("网站回答 404，没有给出页面", None)
