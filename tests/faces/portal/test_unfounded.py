"""Before a park and its site are made; a file of its own, for those of others have one."""

from django.test import Client
from tests.faces.portal.test_enquire import sent


def test_without_any_organisation_the_visitor_is_told(client: Client, db: None) -> None:
    response = sent(client)

    assert response.status_code == 422
    assert "还没有建立任何单位" in response.content.decode()


def test_before_the_site_is_made_an_address_is_a_404(client: Client, db: None) -> None:
    assert client.get("/news/").status_code == 404
