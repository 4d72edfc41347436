"""An offer on the desk is set right, its owner asked, its pictures put up."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House
from tests.pictures import photograph

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.properties.models import Offer, OwnerAsk, Picture


@pytest.fixture
def fading(officer: Client, offer_id: int) -> int:
    officer.post(f"/desk/offers/{offer_id}/state/", {"state": "on"})
    old = timezone.localdate() - timedelta(days=50)
    Offer.objects.filter(pk=offer_id).update(confirmed_on=old)
    return offer_id


def shown_at(client: Client, *paths: str) -> list[str]:
    return [client.get(path).content.decode() for path in paths]


def upload(client: Client, offer_id: int, *files: tuple[str, bytes]) -> str:
    told = {
        "kind": "photo",
        "caption": "内景",
        "file": [SimpleUploadedFile(name, content) for name, content in files],
    }
    return str(client.post(f"/desk/pictures/offer/{offer_id}/", told, follow=True).content.decode())


def test_a_fading_offer_is_on_today_with_a_sentence_to_send(officer: Client, fading: int) -> None:
    before = officer.get("/desk/").content.decode()
    officer.post(f"/desk/offers/{fading}/ask/")

    today, page = (
        officer.get(path).content.decode() for path in ("/desk/", f"/desk/offers/{fading}/")
    )

    ask = OwnerAsk.objects.get()
    assert "50 天前核实，再过 10 天转为待复核" in before
    assert "复制给业主" not in before
    for shown in (today, page):
        assert f"http://testserver/owner/{ask.token}/" in shown
        assert "复制给业主" in shown
    assert "快要过期" in page


def test_no_two_lists_of_today_bear_the_same_id(officer: Client, fading: int) -> None:
    officer.post(f"/desk/offers/{fading}/ask/")

    page = officer.get("/desk/").content.decode()

    marked = re.findall(r' id="([^"]+)"', page)
    assert len(set(marked)) == len(marked)
    ((list_number, copied),) = re.findall(r'data-copy="copy-(\d+-\d+)(-1)"', page)
    assert f"copy-{list_number}{copied}" in marked
    offers = page.partition(f'id="panel-{list_number}"')[2]
    assert offers.partition("</section>")[0].count("复制给业主") == 1


def test_what_the_owner_said_waits_for_the_officer(officer: Client, fading: int) -> None:
    officer.post(f"/desk/offers/{fading}/ask/")
    services.answer_ask(
        PUBLIC, OwnerAsk.objects.get().token, answer="changed", remark="涨到 22 元",
        today=timezone.localdate(),
    )  # fmt: skip

    today, page = (
        officer.get(path).content.decode() for path in ("/desk/", f"/desk/offers/{fading}/")
    )

    assert "业主有答复" in today
    assert "涨到 22 元" in today
    assert "涨到 22 元" in page


def test_a_draft_gets_its_price(officer: Client, house: House, offer_id: int) -> None:
    form = officer.get(f"/desk/offers/{offer_id}/edit/").content.decode()
    assert 'name="add-deposit"' in form

    answer = officer.post(
        f"/desk/offers/{offer_id}/edit/",
        {"title": "溧阳独栋厂房", "address": "城北路", "add-deposit": "押二付三"},
        follow=True,
    )

    assert "押二付三" in answer.content.decode()
    offer = selectors.offer(house.viewer("officer"), offer_id)
    assert (offer.title, offer.address) == ("溧阳独栋厂房", "城北路")
    assert offer.area_m2 == 6800


def test_what_cannot_be_read_stays_in_the_form(officer: Client, offer_id: int) -> None:
    answer = officer.post(
        f"/desk/offers/{offer_id}/edit/", {"title": "厂房", "address": "", "add-rent_free": "很久"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "没有读懂" in page
    assert 'value="很久"' in page


def test_who_offers_it_is_noted_and_masked(officer: Client, offer_id: int) -> None:
    told = {"source": "agent", "name": "王先生", "telephone": "13800000009"}

    page = officer.post(f"/desk/offers/{offer_id}/offerer/", told, follow=True).content.decode()

    assert "房源来路：中介" in page
    assert "13800000009" not in page


def test_images_are_kept_and_what_is_none_is_named(officer: Client, offer_id: int) -> None:
    page = upload(officer, offer_id, ("a.jpg", photograph()), ("b.gif", b"GIF89a"))

    assert "已添加 1 张图片" in page
    assert "b.gif：这个文件不是能显示的图片" in page
    picture = Picture.objects.get()
    image = officer.get(f"/desk/pictures/{picture.pk}/small.jpg")
    assert image["Content-Type"] == "image/jpeg"
    assert image.content.startswith(b"\xff\xd8")
    assert 'alt="内景"' in page


def test_a_removed_picture_can_be_put_back_at_once(officer: Client, offer_id: int) -> None:
    upload(officer, offer_id, ("a.jpg", photograph()))
    pk = Picture.objects.get().pk

    removed = officer.post(f"/desk/pictures/{pk}/remove/", follow=True).content.decode()
    restored = officer.post(f"/desk/pictures/{pk}/restore/", follow=True).content.decode()

    assert f'action="/desk/pictures/{pk}/restore/"' in removed
    assert "撤销" in removed
    assert "已恢复图片" in restored


def test_pictures_are_described_and_moved(officer: Client, offer_id: int) -> None:
    upload(officer, offer_id, ("a.jpg", photograph()), ("b.jpg", photograph((300, 300))))
    first, second = Picture.objects.order_by("place")

    officer.post(f"/desk/pictures/{second.pk}/move/", {"to": "earlier"})
    officer.post(f"/desk/pictures/{second.pk}/describe/", {"kind": "plan", "caption": "一层"})

    assert list(Picture.objects.order_by("place")) == [second, first]
    second.refresh_from_db()
    assert (second.kind, second.caption) == ("plan", "一层")


def test_nothing_chosen_is_said(officer: Client, offer_id: int) -> None:
    assert "还没有选图片" in upload(officer, offer_id)
