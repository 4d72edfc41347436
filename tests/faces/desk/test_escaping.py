"""Nothing that is pasted can script the desk."""

from collections.abc import Callable

import pytest
from django.test import Client

HOSTILE = (
    "求租溧阳厂房2000平<script>alert(1)</script><img src=x onerror=alert(2)> "
    "\"'><svg onload=alert(3)> {{ settings.SECRET_KEY }} {% debug %} 联系人 <b>王</b>"
)


@pytest.mark.parametrize("save_as", ["demand", "supply"])
def test_markup_in_a_message_stays_text(
    officer: Client, paste: Callable[[str], int], save_as: str
) -> None:
    number = paste(HOSTILE)
    shown = officer.get(f"/desk/intakes/{number}/?as=message").content.decode()

    saved = officer.post(
        f"/desk/intakes/{number}/confirm/",
        {"as": "message", "save_as": save_as, "title": HOSTILE[:100]},
        follow=True,
    ).content.decode()
    lists = [
        officer.get(a).content.decode()
        for a in ("/desk/", f"/desk/{'enquiries' if save_as == 'demand' else 'offers'}/")
    ]

    for page in (shown, saved, *lists):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<svg onload" not in page


def test_a_link_can_only_be_an_address(officer: Client, paste: Callable[[str], int]) -> None:
    number = paste("javascript:alert(1)")

    assert 'href="javascript' not in officer.get(f"/desk/intakes/{number}/").content.decode()


def test_a_reflected_query_is_escaped(officer: Client) -> None:
    page = officer.get('/desk/enquiries/?q="><script>alert(1)</script>').content.decode()

    assert "<script>alert" not in page
