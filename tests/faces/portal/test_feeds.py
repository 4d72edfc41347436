"""/feeds/…: the newest articles for feed readers."""

import pytest
from defusedxml import ElementTree
from django.test import Client
from tests.faces.portal.conftest import Park, Publish

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _address(settings: object) -> None:
    settings.ZHUCHAO_ADDRESS = "https://portal.example.cn"  # type: ignore[attr-defined]


@pytest.mark.parametrize("whose", ["news", "channel"])
def test_atom_names_the_newest_first(
    client: Client, park: Park, publish: Publish, whose: str
) -> None:
    publish("旧闻一则")
    address = publish("新闻一则 <b>&", author_name="江述白")
    name = "news" if whose == "news" else park.channel_id

    answer = client.get(f"/feeds/{name}.atom")

    feed = ElementTree.fromstring(answer.content)
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert [each.findtext(f"{ATOM}title") for each in feed.iter(f"{ATOM}entry")] == [
        "新闻一则 <b>&",
        "旧闻一则",
    ]
    entry = next(feed.iter(f"{ATOM}entry"))
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"https://portal.example.cn{address}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "江述白"
    assert entry.findtext(f"{ATOM}summary")


def test_rss_tells_the_same(client: Client, publish: Publish) -> None:
    address = publish("新闻一则")

    feed = ElementTree.fromstring(client.get("/feeds/news.rss").content)

    assert feed.findtext("channel/item/title") == "新闻一则"
    assert feed.findtext("channel/item/link") == f"https://portal.example.cn{address}"
    assert feed.findtext("channel/item/pubDate")


def test_a_channel_that_is_not_there_has_no_feed(client: Client, park: Park) -> None:
    assert client.get("/feeds/99999.atom").status_code == 404
    assert client.get("/feeds/news.json").status_code == 404


def test_the_same_articles_give_the_same_bytes(client: Client, publish: Publish) -> None:
    publish()

    assert client.get("/feeds/news.atom").content == client.get("/feeds/news.atom").content
