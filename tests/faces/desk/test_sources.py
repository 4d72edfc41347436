"""Watched sources on the desk: begun with a form, shown with what they listed, paused."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.library import services
from zhuchao.apps.library.models import WatchedAddress, WatchedSource

FORM = {"address": "www.park.example/news/", "name": "园区要闻", "every_minutes": "360"}


@pytest.fixture
def source(house: House) -> WatchedSource:
    return services.watch(
        house.viewer("officer"),
        name="园区要闻",
        address="http://www.park.example/news/",
        every_minutes=60,
    )


def list_addresses(source: WatchedSource, count: int, state: str = "waiting") -> None:
    for number in range(count):
        WatchedAddress.objects.create(
            organisation_id=source.organisation_id,
            source=source,
            address=f"http://www.park.example/{state}/{number}",
            digest=f"{state}{number}",
            host="www.park.example",
            title=f"第{number}批项目{state}",
            state=state,
            reason="网站回答 404" if state == "failed" else "",
        )


def test_a_source_is_watched_from_an_address_without_its_scheme(officer: Client) -> None:
    page = officer.post("/desk/sources/", FORM, follow=True).content.decode()

    assert "已开始关注" in page
    assert "http://www.park.example/news/" in page
    assert "每 6 小时" in page
    assert "即将" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"address": ""}, "请填写网址"),
        ({"address": "园区要闻"}, "这不是网址"),
        ({"address": "ftp://park.example/"}, "这不是网址"),
        ({"every_minutes": "1"}, "没有这种间隔"),
        ({"name": "长" * 101}, "太长了"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_lost(
    officer: Client, wrong: dict[str, str], told: str
) -> None:
    answer = officer.post("/desk/sources/", FORM | {"name": "我的来源"} | wrong)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert f'value="{(FORM | {"name": "我的来源"} | wrong)["name"]}"' in page


def test_the_same_source_twice_names_the_first(officer: Client, source: WatchedSource) -> None:
    answer = officer.post("/desk/sources/", FORM)

    assert answer.status_code == 409
    assert "已在关注：“园区要闻”" in answer.content.decode()
    assert 'value="园区要闻"' in answer.content.decode()


def test_the_list_shows_counts_and_reasons_and_narrows(
    officer: Client, source: WatchedSource
) -> None:
    list_addresses(source, 3)
    WatchedSource.objects.update(failures=2, reason="网站回答 500，没有给出页面")
    address = f"/desk/sources/{source.pk}/"

    page = officer.get("/desk/sources/").content.decode()

    assert "网站回答 500" in page
    assert "访问失败" in page
    assert address in officer.get("/desk/sources/?state=failing&q=park").content.decode()
    assert address not in officer.get("/desk/sources/?state=paused").content.decode()
    assert address not in officer.get("/desk/sources/?q=没有").content.decode()


def test_its_addresses_open_to_the_page_or_the_reason(
    officer: Client, source: WatchedSource
) -> None:
    list_addresses(source, 2)
    list_addresses(source, 1, "failed")
    address = f"/desk/sources/{source.pk}/"

    page = officer.get(address).content.decode()
    failed = officer.get(
        f"{address}?state=failed", headers={"HX-Request": "true", "HX-Target": "list"}
    )

    assert "第0批项目waiting" in page
    assert "网站回答 404" in page
    assert "第0批项目failed" in failed.content.decode()
    assert "<h1" not in failed.content.decode()
    assert "第0批项目waiting" not in failed.content.decode()


def test_it_is_paused_resumed_and_visited(officer: Client, source: WatchedSource) -> None:
    address = f"/desk/sources/{source.pk}/"

    paused = officer.post(f"{address}pause/", follow=True).content.decode()
    assert "已暂停“园区要闻”" in paused
    assert "恢复关注" in paused
    refused = officer.post(f"{address}visit/")
    assert (refused.status_code, "请先恢复关注" in refused.content.decode()) == (409, True)
    assert "已恢复关注" in officer.post(f"{address}resume/", follow=True).content.decode()
    assert "已安排访问" in officer.post(f"{address}visit/", follow=True).content.decode()


def test_name_and_interval_are_changed(officer: Client, source: WatchedSource) -> None:
    address = f"/desk/sources/{source.pk}/"

    saved = officer.post(address, {"name": "要闻", "every_minutes": "1440"}, follow=True)
    refused = officer.post(address, {"name": "", "every_minutes": "1440"})

    assert "已保存" in saved.content.decode()
    assert "每天" in saved.content.decode()
    assert (refused.status_code, "请填写名称" in refused.content.decode()) == (422, True)


def test_an_unusual_interval_is_shown_and_kept(officer: Client, source: WatchedSource) -> None:
    WatchedSource.objects.update(every_minutes=45)
    address = f"/desk/sources/{source.pk}/"

    assert "每 45 分钟" in officer.get(address).content.decode()
    officer.post(address, {"name": "要闻", "every_minutes": "45"})

    source.refresh_from_db()
    assert (source.name, source.every_minutes) == ("要闻", 45)


def test_three_people_see_it_differently(
    signed_in: Callable[[str], Client], source: WatchedSource
) -> None:
    address = f"/desk/sources/{source.pk}/"

    assert "立即访问" in signed_in("stranger").get(address).content.decode()
    leader = signed_in("leader")
    assert "立即访问" not in leader.get(address).content.decode()
    assert "开始关注" not in leader.get("/desk/sources/").content.decode()
    assert leader.post("/desk/sources/", FORM).status_code == 403
    assert leader.post(f"{address}pause/").status_code == 404
    assert signed_in("agent").get(address).status_code == 404
    assert signed_in("supervisor").get("/desk/sources/").status_code == 403


@pytest.mark.parametrize("act", ["pause", "resume", "visit"])
def test_an_act_is_never_a_get(officer: Client, source: WatchedSource, act: str) -> None:
    answer = officer.get(f"/desk/sources/{source.pk}/{act}/")

    assert answer["Location"] == f"/desk/sources/{source.pk}/"
    told = WatchedSource.objects.values().get(pk=source.pk)
    assert told == {name: getattr(source, name) for name in told}


def test_more_rows_ask_no_more_questions(
    officer: Client, house: House, source: WatchedSource
) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert officer.get("/desk/sources/").status_code == 200
            assert officer.get(f"/desk/sources/{source.pk}/").status_code == 200
        return len(caught)

    list_addresses(source, 2)
    few = questions()
    for number in range(8):
        services.watch(
            house.viewer("officer"), name="", address=f"http://{number}.example/", every_minutes=60
        )
    list_addresses(source, 20, "read")

    assert questions() <= few


def test_no_source_can_script_the_desk(officer: Client, source: WatchedSource) -> None:
    hostile = '"><script>alert(1)</script>'
    WatchedSource.objects.update(name=hostile[:100], reason=hostile, visited_at=timezone.now())
    list_addresses(source, 1)
    WatchedAddress.objects.update(title=hostile, reason=hostile)

    for address in ("/desk/sources/", f"/desk/sources/{source.pk}/"):
        page = officer.get(address).content.decode()
        assert "<script>alert" not in page
        assert " style=" not in page
