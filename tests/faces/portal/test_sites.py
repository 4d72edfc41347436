"""Two sites of one install: each shows its own pages, channels, feeds and offers."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.faces.portal.conftest import Park, Publish, PutUp

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.mapping import Draft, Paragraph
from zhuchao.core.errors import Refused

HOST = "binhe.example.cn"


@pytest.fixture
def city(park: Park) -> int:
    """A city's site with a channel; gives the channel."""
    home = services.add_site(SYSTEM, hostname=HOST, title="滨河招商", region_code="330100")
    return services.ensure_channel(SYSTEM, title="滨河动态", slug="binhe", home=home).pk


def there(client: Client, path: str) -> str:
    answer = client.get(path, HTTP_HOST=HOST)
    return answer.content.decode() if answer.status_code == 200 else ""


def test_each_has_its_own_front_channels_and_feeds(
    client: Client, park: Park, city: int, publish: Publish
) -> None:
    publish("澄湖厂房封顶")
    draft = Draft("滨河新桥通车", [Paragraph("paragraph", "正文一段。")])
    made = services.write_article(SYSTEM, draft=draft, channel_id=city)
    services.publish_article(SYSTEM, made.pk)

    for path in ("/", "/feeds/news.atom", f"/feeds/{city}.rss"):
        assert "滨河新桥通车" in there(client, path), path
        assert "澄湖厂房封顶" not in there(client, path), path
    assert "滨河动态" in there(client, "/")
    assert "园区动态" not in there(client, "/")
    assert "滨河招商" in there(client, "/offers/")

    own = client.get("/").content.decode()
    assert "澄湖厂房封顶" in own
    assert "滨河新桥通车" not in own
    assert "滨河动态" not in own
    assert client.get(f"/feeds/{city}.rss").status_code == 404


def test_a_city_lists_the_offers_of_its_region(client: Client, city: int, put_up: PutUp) -> None:
    code = put_up("溧阳厂房")

    assert "溧阳厂房" in client.get("/offers/").content.decode()
    assert "溧阳厂房" not in there(client, "/offers/")
    assert client.get(f"/offers/{code}/").status_code == 200
    assert client.get(f"/offers/{code}/", HTTP_HOST=HOST).status_code == 404
    assert f"/offers/{code}/" not in there(client, "/sitemap.xml")


@pytest.mark.parametrize(
    ("host", "region", "said"),
    [
        ("http://a.example.cn", "", "主机名"),
        ("binhe", "", "主机名"),
        (HOST.upper(), "", "已经有站点"),
        ("other.example.cn", "999999", "区划代码"),
    ],
)
def test_what_can_be_no_site_is_refused(city: int, host: str, region: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        services.add_site(SYSTEM, hostname=host, title="某市招商", region_code=region)
