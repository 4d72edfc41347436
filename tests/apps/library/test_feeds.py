"""A source's bytes: list page, feed, site map or none of them."""

import gzip

import pytest
from tests.apps.library.site import list_page

from zhuchao.apps.library import feeds
from zhuchao.apps.library.feeds import listing_of
from zhuchao.core.errors import Unreadable

PLACE = "http://park.example/news/feed.xml"
SPACE = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
NEWS = "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"


def urlset(*entries: str) -> bytes:
    told = "".join(f"<url>{entry}</url>" for entry in entries)
    return f"<?xml version='1.0'?><urlset {SPACE} {NEWS}>{told}</urlset>".encode()


def test_rss_in_a_chinese_charset_with_relative_links() -> None:
    items = "<item><title>园区&lt;b&gt;开工&lt;/b&gt;</title><link>/a/1.html</link></item>" * 2
    head = "<?xml version='1.0' encoding='gb2312'?>"
    text = f"{head}<rss version='2.0'><channel>{items}</channel></rss>"

    listing = listing_of(text.encode("gb18030"), address=PLACE)

    assert listing.form == feeds.FEED
    assert [(p.address, p.title) for p in listing.pages] == [
        ("http://park.example/a/1.html", "园区开工")
    ]


def test_an_atom_feed_may_name_other_sites() -> None:
    entry = "<entry><title>x</title><link href='https://other.example/1?utm_source=f'/></entry>"
    text = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>"

    (page,) = listing_of(text.encode(), address=PLACE).pages

    assert page.address == "https://other.example/1"


def test_an_empty_feed_is_a_feed() -> None:
    listing = listing_of(b"<rss version='2.0'><channel></channel></rss>", address=PLACE)

    assert (listing.form, listing.pages) == (feeds.FEED, ())


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_site_map_gives_its_articles_and_no_columns(pack: type[bytes]) -> None:
    raw = urlset(
        "<loc>http://park.example/</loc>",
        "<loc>http://park.example/about/</loc>",
        "<loc>http://park.example/2023/05/12/x.html</loc>",
        "<loc>http://park.example/plan.pdf</loc>",
        "<loc>http://stranger.example/2023/05/12/x.html</loc>",
        "<loc>http://park.example/y</loc><news:news><news:title>开工</news:title></news:news>",
        "",
    )

    listing = listing_of(pack(raw), address=PLACE)

    told = [(page.address.rpartition("/")[2], page.title) for page in listing.pages]
    assert (listing.form, told) == (feeds.SITEMAP, [("x.html", ""), ("y", "开工")])


def test_a_site_map_without_dates_or_numbers_gives_all_its_pages() -> None:
    raw = urlset("<loc>http://park.example/a</loc>", "<loc>http://park.example/b</loc>")

    assert len(listing_of(raw, address=PLACE).pages) == 2


def test_of_an_index_the_latest_parts_are_followed() -> None:
    parts = "".join(
        f"<sitemap><loc>/map-{day}.xml</loc><lastmod>2023-05-{day:02}</lastmod></sitemap>"
        for day in range(1, 31)
    )
    raw = f"<sitemapindex {SPACE}>{parts}</sitemapindex>".encode()

    listing = listing_of(raw, address=PLACE)

    assert listing.parts[0] == "http://park.example/map-30.xml"
    assert len(listing.parts) == feeds.MOST_PARTS


BOMB = b"""<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>
<urlset><url><loc>&b;</loc></url></urlset>"""
OUTSIDE = b"""<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">]>
<urlset><url><loc>&f;</loc></url></urlset>"""


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (BOMB, "写法有误"),
        (OUTSIDE, "写法有误"),
        (b"<urlset><url>", "写法有误"),
        (b"\x1f\x8bnonsense", "已损坏"),
        ("<html><body><p>只有一段话</p></body></html>".encode(), "没有找到文章链接"),
        ("只有一段话".encode(), "不是列表页"),
        (b"", "空"),
    ],
)
def test_what_lists_nothing_is_a_sentence(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        listing_of(raw, address=PLACE)


def test_a_packed_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_UNPACKED", 1000)

    with pytest.raises(Unreadable, match="超过"):
        listing_of(gzip.compress(bytes(2000)), address=PLACE)


def test_a_feed_that_names_a_file_opens_none() -> None:
    listing = listing_of(b"<rss version='2.0'><channel><item><link>file:///etc/passwd</link></item>"
                         b"</channel></rss>", address=PLACE)  # fmt: skip

    assert not listing.pages


def test_html_is_a_list_page() -> None:
    links = [(f"/a/{number}.html", f"园区第{number}批项目开工") for number in range(3)]

    listing = listing_of(list_page(links).encode(), address=PLACE)

    assert (listing.form, len(listing.pages)) == (feeds.LIST, 3)
