"""/s/<token>/: a sheet of offers, for whoever holds its link."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader
from tests.faces.portal.conftest import Park, PutUp

from zhuchao.apps.enquiries.models import SharedSheet
from zhuchao.apps.enquiries.selectors import sheets as selectors
from zhuchao.apps.enquiries.services import sharing
from zhuchao.apps.enquiries.services.sharing import SheetWish
from zhuchao.apps.people.models import Person
from zhuchao.apps.properties.models import Offer

Share = Callable[..., SharedSheet]


@pytest.fixture
def share(park: Park) -> Share:
    def do(*codes: str, note: str = "") -> SharedSheet:
        by_code = {each.code: each.pk for each in Offer.objects.filter(code__in=codes)}
        wish = SheetWish("给青屿鲜食的两处厂房", [by_code[code] for code in codes], note=note)
        return sharing.make_sheet(
            park.head, wish=wish, idempotency_key="once", today=timezone.localdate()
        )

    return do


def opened(park: Park, sheet: SharedSheet) -> int:
    return selectors.sheet(park.head, sheet.pk).opened


def said(sheet: SharedSheet) -> list[str]:
    return [each.answer for each in sheet.shared_offers.order_by("place")]


def test_offers_stand_side_by_side_and_one_by_one(
    client: Client, put_up: PutUp, share: Share
) -> None:
    sheet = share(put_up("沿河厂房", area=2000), put_up("城北厂房", area=3500), note="先看第二处")

    answer = client.get(f"/s/{sheet.token}/")
    page = answer.content.decode()

    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in page
    assert "先看第二处" in page
    side = page[page.index("放在一起看") : page.index('id="o1"')]
    assert side.index("1. 沿河厂房") < side.index("2. 城北厂房")
    assert "3,500" in side
    assert page.index('id="o1"') < page.index('id="o2"')
    assert 'class="qr"' in page


def test_what_is_no_longer_on_keeps_its_place_and_tells_nothing(
    client: Client, put_up: PutUp, share: Share
) -> None:
    gone, on = put_up("沿河厂房"), put_up("城北厂房")
    sheet = share(gone, on)
    Offer.objects.filter(code=gone).update(state="done")

    page = client.get(f"/s/{sheet.token}/").content.decode()
    text = client.get(f"/s/{sheet.token}/sheet.txt").content.decode()

    assert "已成交" in page
    assert "沿河厂房" not in page + text
    assert f"1. {gone} 已成交" in text
    assert "2. 城北厂房" in text


def test_an_inner_offer_is_shown_and_has_no_page(
    client: Client, put_up: PutUp, share: Share
) -> None:
    code = put_up("内部厂房")
    Offer.objects.filter(code=code).update(is_public=False)
    sheet = share(code)

    page = client.get(f"/s/{sheet.token}/").content.decode()

    assert "内部厂房" in page
    assert f"/offers/{code}/" not in page


def test_it_is_printed_and_told_as_plain_text(client: Client, put_up: PutUp, share: Share) -> None:
    sheet = share(put_up("沿河厂房", area=2000, rent=20), put_up("城北厂房"), note="先看第二处")

    pdf = client.get(f"/s/{sheet.token}/sheet.pdf")
    text = client.get(f"/s/{sheet.token}/sheet.txt")

    told = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    assert pdf.content.startswith(b"%PDF")
    assert all(word in told for word in ("给青屿鲜食的两处厂房", "先看第二处", "城北厂房"))
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    lines = text.content.decode().splitlines()
    assert lines[:2] == ["【给青屿鲜食的两处厂房】", "先看第二处"]
    assert "区域 常州溧阳，面积 2,000 ㎡，价格 20 元/㎡/月，核实于 03-31" in lines
    assert f"http://testserver/s/{sheet.token}/" in lines[-1]


def test_one_tap_answers_and_the_page_shows_it(client: Client, put_up: PutUp, share: Share) -> None:
    first, second = put_up("沿河厂房"), put_up("城北厂房")
    sheet = share(first, second)
    address = f"/s/{sheet.token}/answer/"

    for _ in range(2):
        answer = client.post(address, {"offer": second, "answer": "interested"})
    client.post(address, {"offer": first, "answer": "unsuitable"})

    assert answer["Location"] == f"/s/{sheet.token}/#o2"
    assert said(sheet) == ["unsuitable", "interested"]
    assert "已告诉招商专员：感兴趣" in client.get(f"/s/{sheet.token}/").content.decode()


def test_what_cannot_be_answered_is_told(client: Client, put_up: PutUp, share: Share) -> None:
    code, other = put_up("沿河厂房"), put_up("城北厂房")
    sheet = share(code)
    address = f"/s/{sheet.token}/answer/"

    strange = client.post(address, {"offer": other, "answer": "interested"})
    Offer.objects.filter(code=code).update(state="off")
    late = client.post(address, {"offer": code, "answer": "interested"})

    assert (strange.status_code, late.status_code) == (404, 409)
    assert "不在架" in late.content.decode()
    assert said(sheet) == [""]


def test_only_a_client_s_own_opening_counts(
    client: Client, park: Park, put_up: PutUp, share: Share
) -> None:
    sheet = share(put_up())
    address = f"/s/{sheet.token}/"
    colleague = Client()
    person = Person.objects.get(pk=park.editor.person_id)
    colleague.force_login(person, "django.contrib.auth.backends.ModelBackend")

    client.get(address)
    client.get(address, headers={"Referer": f"http://testserver{address}"})
    client.get(address, headers={"Referer": f"http://testserver{address}?from=mail"})
    client.head(address)
    colleague.get(address)

    assert opened(park, sheet) == 1


def test_a_broken_referer_is_none(client: Client, put_up: PutUp, share: Share) -> None:
    sheet = share(put_up())

    assert client.get(f"/s/{sheet.token}/", headers={"Referer": "http://["}).status_code == 200


def test_a_closed_link_says_whom_to_ask(
    client: Client, park: Park, put_up: PutUp, share: Share
) -> None:
    sheet = share(put_up("沿河厂房"))
    SharedSheet.objects.filter(pk=sheet.pk).update(
        expires_on=timezone.localdate() - timedelta(days=1)
    )

    for rest in ("", "sheet.pdf", "sheet.txt"):
        answer = client.get(f"/s/{sheet.token}/{rest}")
        assert answer.status_code == 404
        assert "请联系为您推荐的招商专员" in answer.content.decode()
        assert answer["X-Robots-Tag"] == "noindex"


def test_queries_do_not_grow_with_the_offers(
    client: Client, put_up: PutUp, share: Share, django_assert_max_num_queries: Any
) -> None:
    sheet = share(*[put_up(f"厂房{number}") for number in range(10)])

    with django_assert_max_num_queries(20):
        client.get(f"/s/{sheet.token}/")
