"""Pictures: proved to be images, bared of what the camera noted, ordered, removed and put back."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from tests.pictures import photograph

from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties import imaging, selectors, services
from zhuchao.apps.properties.models import Building, Offer, Unit
from zhuchao.core.errors import NotAllowed, NotFound, Refused, Unreadable


@pytest.fixture
def building(section_head: Viewer) -> Building:
    park = services.create_park(section_head, name="东区", region_code="320481")
    return services.create_building(section_head, park=park, name="1号楼", kind="factory")


@pytest.fixture
def unit(section_head: Viewer, building: Building) -> Unit:
    return services.create_unit(section_head, building=building, name="整栋", area_m2=1000)


def test_only_the_pixels_are_taken_over() -> None:
    content = photograph()
    assert b"CameraOfTheTest" in content

    shown = imaging.shown(content)

    for one in (shown.large, shown.small):
        image = Image.open(io.BytesIO(one))
        assert not image.getexif()
        assert b"CameraOfTheTest" not in one
    assert (shown.width, shown.height) == (1600, 800)
    assert Image.open(io.BytesIO(shown.small)).size == (480, 240)


def test_a_picture_taken_upright_stands_upright() -> None:
    shown = imaging.shown(photograph(turned=True))

    assert (shown.width, shown.height) == (800, 1600)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_other_forms_become_jpeg(form: str) -> None:
    assert imaging.shown(photograph((300, 200), form)).large.startswith(b"\xff\xd8")


def test_what_is_transparent_lies_on_paper() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(buffer, "PNG")

    shown = Image.open(io.BytesIO(imaging.shown(buffer.getvalue()).large))

    assert shown.convert("RGB").getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg/>", b"%PDF-1.7", photograph()[:100], b"\x89PNG\r\n\x1a\nnothing"],
)
def test_what_is_no_image_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable, match="请上传 JPEG、PNG 或 WebP"):
        imaging.shown(content)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = photograph()

    monkeypatch.setattr(imaging, "MOST_PIXELS", 1000)
    with pytest.raises(Unreadable, match="像素太多"):
        imaging.shown(content)
    monkeypatch.setattr(imaging, "MOST_BYTES", 10)
    with pytest.raises(Unreadable, match="图片超过"):
        imaging.shown(content)


def test_pictures_keep_their_order_and_can_be_moved(officer_a: Viewer, unit: Unit) -> None:
    first, second, third = (
        services.add_picture(officer_a, on=unit, content=photograph(), caption=name)
        for name in "甲乙丙"
    )

    services.move_picture(officer_a, third.pk, earlier=True)
    services.move_picture(officer_a, first.pk, earlier=True)

    assert list(selectors.pictures_of(officer_a, unit)) == [first, third, second]


def test_a_removed_picture_comes_back_in_its_place(officer_a: Viewer, unit: Unit) -> None:
    first, second = (
        services.add_picture(officer_a, on=unit, content=photograph()) for _ in range(2)
    )

    services.remove_picture(officer_a, first.pk)
    assert list(selectors.pictures_of(officer_a, unit)) == [second]
    assert list(selectors.pictures_of(officer_a, unit, removed=True)) == [first]
    services.restore_picture(officer_a, first.pk)

    assert list(selectors.pictures_of(officer_a, unit)) == [first, second]


def test_a_caption_names_no_telephone(officer_a: Viewer, unit: Unit) -> None:
    picture = services.add_picture(
        officer_a, on=unit, content=photograph(), kind="plan", caption="一层 13800000003"
    )

    assert picture.caption == "一层 ＊＊＊＊＊＊＊＊＊＊＊"
    assert services.describe_picture(officer_a, picture.pk, kind="photo", caption="内景").kind == (
        "photo"
    )


def test_too_many_are_refused(
    officer_a: Viewer, unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhuchao.apps.properties.services.pictures.MOST_PICTURES", 1)
    services.add_picture(officer_a, on=unit, content=photograph())

    with pytest.raises(Refused, match="最多 1 张"):
        services.add_picture(officer_a, on=unit, content=photograph())


def test_an_offer_shows_its_own_then_its_carriers_pictures(
    officer_a: Viewer, building: Building, unit: Unit
) -> None:
    offer = services.draft_from_unit(officer_a, unit.pk)
    of_building, of_unit, own = (
        services.add_picture(officer_a, on=on, content=photograph())
        for on in (building, unit, offer)
    )
    elsewhere = services.add_picture(officer_a, on=building.park, content=photograph())

    assert list(selectors.pictures_around(PUBLIC, offer)) == [own, of_unit, of_building]
    with pytest.raises(NotFound):
        selectors.picture_around(PUBLIC, offer, elsewhere.pk)


def test_who_may_not_change_the_carrier_puts_up_no_picture(
    officer_a: Viewer, leader: Viewer, agent: Viewer, unit: Unit
) -> None:
    picture = services.add_picture(officer_a, on=unit, content=photograph())

    with pytest.raises(NotAllowed):
        services.add_picture(leader, on=unit, content=photograph())
    with pytest.raises(NotFound):
        services.remove_picture(agent, picture.pk)
    with pytest.raises(NotFound):
        selectors.picture(agent, picture.pk)
    assert Offer.objects.count() == 0
