"""/offers/<code>/sheet.pdf: one offer on paper, for whoever may see it on the page."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from pypdf import PdfReader
from tests.faces.portal.conftest import TODAY, Park, PutUp, given

from zhuchao.apps.properties import services
from zhuchao.apps.properties.models import Offer
from zhuchao.core.errors import Busy
from zhuchao.core.vocabulary.term import Amount, FieldKey
from zhuchao.ground.printing import missing, needs


def printed(answer: Any) -> PdfReader:
    assert answer.status_code == 200, answer.content.decode()
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def words(answer: Any) -> str:
    return "".join("".join(page.extract_text() for page in printed(answer).pages).split())


def test_one_page_tells_what_the_web_page_tells(client: Client, put_up: PutUp) -> None:
    code = put_up("沿河单层厂房", area=2000, rent=20)

    answer = client.get(f"/offers/{code}/sheet.pdf")

    assert len(printed(answer).pages) == 1
    told = words(answer)
    assert "沿河单层厂房" in told
    assert "租金20元/㎡/月" in told
    assert "承重待确认" in told
    assert "核实于2026年3月31日" in told
    assert f"http://testserver/offers/{code}/" in told
    assert "不构成要约" in told
    assert f"{code}%EF%BC%89.pdf" in answer["Content-Disposition"]


def test_chinese_is_set_in_the_font_that_is_named(client: Client, put_up: PutUp) -> None:
    page = printed(client.get(f"/offers/{put_up()}/sheet.pdf")).pages[0]

    fonts: Any = page["/Resources"]["/Font"]
    names = [str(each.get_object()["/BaseFont"]) for each in fonts.values()]
    assert names
    assert all("Noto-Sans-CJK-SC" in name for name in names), names


def test_a_converted_figure_stands_with_its_convention(client: Client, park: Park) -> None:
    terms = [
        given(FieldKey.KIND, "land"),
        given(FieldKey.LAND_AREA, Amount(20, 20), "亩"),
        given(FieldKey.RENT, Amount(0.65, 0.65), "元/㎡/天"),
    ]
    offer = services.confirm_supply(
        park.head, intake_id=None, title="城北地块", terms=terms, text=""
    )
    services.put_on(park.head, offer.pk, today=TODAY)

    told = words(client.get(f"/offers/{offer.code}/sheet.pdf"))
    page = client.get(f"/offers/{offer.code}/").content.decode()

    assert "1亩=10000/15㎡" in told
    assert "折合19.5元/㎡/月（按每月30天计）" in told
    assert "折合 19.5 元/㎡/月（按每月 30 天计）" in page


def test_what_a_visitor_may_not_see_is_not_printed(client: Client, put_up: PutUp) -> None:
    inner, off = put_up("内部房源"), put_up("已下架房源")
    Offer.objects.filter(code=inner).update(is_public=False)
    Offer.objects.filter(code=off).update(state="off")

    for code in (inner, off, "F2026-99999"):
        assert client.get(f"/offers/{code}/sheet.pdf").status_code == 404


def test_while_the_press_is_taken_a_visitor_is_asked_to_wait(
    client: Client, put_up: PutUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(html: str) -> bytes:
        raise Busy("正在为别人生成 PDF，请过几秒再点一次")

    monkeypatch.setattr("zhuchao.faces.hand.printouts.pdf_of", taken)

    answer = client.get(f"/offers/{put_up()}/sheet.pdf")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "10"
    assert "请过几秒再点一次" in answer.content.decode()


def test_without_a_press_the_page_offers_the_browser_s_own(
    client: Client, put_up: PutUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = put_up()
    assert "下载 PDF" in client.get(f"/offers/{code}/").content.decode()
    missing.cache_clear()
    caches["printed"].clear()
    monkeypatch.setattr(needs, "find_library", lambda name: None)

    page = client.get(f"/offers/{code}/").content.decode()
    refused = client.get(f"/offers/{code}/sheet.pdf")
    missing.cache_clear()

    assert "下载 PDF" not in page
    assert "data-print" in page
    assert refused.status_code == 503
    assert "libpango-1.0-0" in refused.content.decode()


def test_the_page_carries_its_own_address_as_a_code(client: Client, put_up: PutUp) -> None:
    page = client.get(f"/offers/{put_up()}/").content.decode()

    assert 'class="qr" role="img"' in page
    assert "<svg viewBox" in page


def test_crawlers_are_asked_to_leave_the_printed_sheets(client: Client, park: Park) -> None:
    assert "Disallow: /offers/*/sheet.pdf\n" in client.get("/robots.txt").content.decode()
