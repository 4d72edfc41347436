"""/<channel>/: the list of a channel."""

from typing import Any

from django.test import Client
from tests.faces.portal.conftest import Park, Publish


def test_an_empty_channel_says_so(client: Client, park: Park) -> None:
    page = client.get("/news/").content.decode()

    assert "这个栏目还没有文章" in page


def test_a_long_channel_comes_in_pages_with_a_bounded_number_of_queries(
    client: Client, publish: Publish, django_assert_max_num_queries: Any
) -> None:
    for number in range(21):
        publish(f"消息{number:02}")

    with django_assert_max_num_queries(16):
        first = client.get("/news/").content.decode()
    second = client.get("/news/?page=2").content.decode()

    assert "第 1 页，共 2 页" in first
    assert "消息20" in first
    assert "消息00" not in first
    assert "消息00" in second


def test_a_page_that_does_not_exist_shows_the_nearest(client: Client, publish: Publish) -> None:
    publish("仅有消息")

    for number in ("0", "99", "x"):
        assert "仅有消息" in client.get(f"/news/?page={number}").content.decode()
