"""What is not there and what fails; robots.txt."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from tests.faces.portal.conftest import Park

from zhuchao.faces.portal.views.errors import failed


def test_an_unknown_address_is_a_real_404_in_chinese(client: Client, park: Park) -> None:
    response = client.get("/nothing/here/")

    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()


def test_a_failure_is_told_without_the_database(
    rf: RequestFactory, django_assert_max_num_queries: Any, db: None
) -> None:
    with django_assert_max_num_queries(0):
        response = failed(rf.get("/"))

    assert response.status_code == 500
    assert "页面暂时打不开" in response.content.decode()


def test_robots_stay_out_of_desk_and_receipts(client: Client) -> None:
    said = client.get("/robots.txt").content.decode()

    assert "Disallow: /desk/" in said
    assert "Disallow: /enquire/receipt/" in said


@pytest.mark.parametrize(
    "address",
    ["/offers/%00/", "/enquire/receipt/%00/", "/enquire/?offer=%00", "/offers/?kind=a&kind=%00"],
)
def test_an_address_with_a_nul_names_nothing(client: Client, park: Park, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert "没有这一页" in response.content.decode()
    assert "Content-Security-Policy" in response
