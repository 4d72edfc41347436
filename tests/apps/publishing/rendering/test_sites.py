"""The files of a second site: its own lists are renewed, and offers leave all sites at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, published

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.models import ChannelPage
from zhuchao.apps.publishing.rendering import whole
from zhuchao.apps.publishing.rendering.values import Cause

pytestmark = pytest.mark.django_db
HOST = "binhe.example.cn"


@pytest.fixture
def city(park: int) -> ChannelPage:
    channel()
    home = services.add_site(SYSTEM, hostname=HOST, title="滨河招商")
    return services.ensure_channel(SYSTEM, title="滨河动态", slug="binhe", home=home)


def test_an_article_renews_the_lists_of_its_own_site(
    editor: Viewer, home: Path, city: ChannelPage, committed: Committed
) -> None:
    with committed():
        article = published(editor, "滨河新桥通车", in_channel=city)

    own = home.parent / HOST
    lists = ["index.html", "binhe/index.html", "feeds/news.atom", f"feeds/{city.pk}.rss"]
    for name in (*lists, f"binhe/{article.pk}/index.html", "sitemap.xml"):
        assert (own / name).exists(), name
    assert all("滨河新桥通车" in (own / name).read_text("utf-8") for name in lists)
    assert not (home / "feeds" / "news.atom").exists()


def test_a_channel_that_an_article_also_stands_in_has_its_feed_renewed(
    editor: Viewer, home: Path, city: ChannelPage, committed: Committed
) -> None:
    with committed():
        article = published(editor, "滨河新桥通车", in_channel=channel())
        article.also_in.add(city)
        article.save()
        services.publish_article(editor, article.pk, again=True)

    for name in (f"feeds/{city.pk}.atom", "feeds/news.atom", "binhe/index.html"):
        assert "滨河新桥通车" in (home.parent / HOST / name).read_text("utf-8"), name


def test_the_whole_renewal_makes_each_sites_lists(home: Path, city: ChannelPage) -> None:
    renewal = whole.begin(Cause.HAND)
    assert whole.go_on(renewal, seconds=60)

    for folder in (home, home.parent / HOST):
        for name in ("index.html", "offers/index.html", "feeds/news.rss", "robots.txt"):
            assert (folder / name).exists(), (folder.name, name)
