"""A page asks the database a bounded number of times, however many rows there are."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.faces.desk.conftest import House

from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties import services as properties


def fill(house: House, start: int, count: int) -> None:
    for number in range(start, start + count):
        form = EnquiryForm(demand=f"求租溧阳厂房{number}00平", telephone=f"1380000{number:04d}")
        enquiries.receive(PUBLIC, form=form, idempotency_key=str(number))
        properties.confirm_supply(
            house.viewer("officer"), intake_id=None, title=f"厂房 {number}", terms=(), text=""
        )


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("address", ["/desk/", "/desk/enquiries/", "/desk/offers/"])
def test_more_rows_ask_no_more_questions(
    officer: Client, house: House, address: str, signed_in: Callable[[str], Client]
) -> None:
    fill(house, 1, 3)
    few = queries(officer, address)

    fill(house, 10, 12)

    assert queries(officer, address) <= few
    # 今日 holds up to nineteen panels of two questions each, and who asks.
    assert few <= 40
