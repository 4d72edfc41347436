"""Importing offers on the desk: a sheet, its dry run, the work, the result, and its undoing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.properties.importing import selectors, tasks
from zhuchao.apps.properties.importing.opening import open_sheet
from zhuchao.apps.properties.models import ImportRun, Offer
from zhuchao.ground.sheets import MOST_BYTES

LIST = (
    "编号,标题,区域,面积（㎡）,租金（元/㎡/天）,联系人,电话,看房时间\n"
    "A-1,溧阳单层厂房,溧阳,2000,0.65,李女士,13800000002,周末\n"
    "A-2,溧阳双层厂房,溧阳,很大,0.5,,,\n"
)
NEW = "还没有写入。新增 <strong>1</strong> 条"


def upload(client: Client, content: bytes | str, name: str = "房源.csv") -> HttpResponse:
    raw = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, raw)
    return client.post("/desk/offers/import/", {"file": file})  # type: ignore[return-value]


def given(client: Client, content: bytes | str = LIST) -> str:
    """Upload it and let the background plan it; the address of the run."""
    address: str = upload(client, content)["Location"]
    tasks.plan_import.func(int(address.split("/")[-2]))
    return address


def applied(client: Client, address: str) -> str:
    client.post(f"{address}apply/")
    tasks.apply_import.func(int(address.split("/")[-2]))
    return client.get(address).content.decode()


def test_a_sheet_is_planned_in_the_background_and_shown_with_its_fates(officer: Client) -> None:
    answer = upload(officer, LIST)
    waiting = officer.get(answer["Location"]).content.decode()
    tasks.plan_import.func(int(answer["Location"].split("/")[-2]))
    page = officer.get(answer["Location"]).content.decode()

    assert "正在逐行核对" in waiting
    assert 'hx-trigger="every 1s"' in waiting
    assert NEW in page
    assert "有误的 <strong>1</strong> 行" in page
    assert "看房时间 → <span" in page
    assert "可写：2000" in page
    assert not Offer.objects.exists()


def test_rows_are_narrowed_to_a_fate(officer: Client) -> None:
    address = given(officer)

    page = officer.get(f"{address}?state=error").content.decode()

    assert "溧阳双层厂房" in page
    assert "溧阳单层厂房" not in page


def test_persons_are_masked_on_the_dry_run(officer: Client) -> None:
    page = officer.get(given(officer)).content.decode()

    assert "13800000002" not in page
    assert "李女士" not in page


def test_it_is_applied_and_the_page_says_what_became_of_it(officer: Client) -> None:
    page = applied(officer, given(officer))

    offer = Offer.objects.get()
    assert "已导入：新增 <strong>1</strong> 条" in page
    assert f"/desk/offers/{offer.pk}/" in page
    assert "看房时间：周末" in officer.get(f"/desk/offers/{offer.pk}/").content.decode()


def test_the_page_that_polls_is_told_to_open_anew_when_the_work_is_done(officer: Client) -> None:
    address = upload(officer, LIST)["Location"]
    headers = {"HX-Request": "true", "HX-Target": "work"}

    working = officer.get(address, headers=headers)
    tasks.plan_import.func(int(address.split("/")[-2]))
    done = officer.get(address, headers=headers)

    assert "HX-Refresh" not in working.headers
    assert done.headers["HX-Refresh"] == "true"


def test_an_import_is_taken_back_in_one_act(officer: Client) -> None:
    address = given(officer)
    assert "撤销这 1 条" in applied(officer, address)

    page = officer.post(f"{address}take-back/", follow=True).content.decode()

    assert "已撤销" in page
    assert Offer.objects.get().state == "off"
    assert officer.post(f"{address}take-back/").status_code == 409


def test_it_is_not_started_twice(officer: Client) -> None:
    address = given(officer)
    officer.post(f"{address}apply/")

    again = officer.post(f"{address}apply/")

    assert again.status_code == 409
    assert "不能再开始" in again.content.decode()


def test_failed_rows_are_downloaded_with_their_reasons(officer: Client) -> None:
    answer: Any = officer.get(f"{given(officer)}errors/")

    sheet = open_sheet(b"".join(answer.streaming_content))

    assert sheet.rows[0][-1] == "原因"
    assert sheet.rows[1][:4] == ("A-2", "溧阳双层厂房", "溧阳", "很大")


def test_the_template_is_a_sheet_that_is_understood(officer: Client) -> None:
    answer: Any = officer.get("/desk/offers/import/template/")

    sheet = open_sheet(b"".join(answer.streaming_content))

    assert all(column.spec for column in sheet.head.columns)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 nothing more", "不完整或已损坏"),
        (b"%PDF-1.7", "不是表格文件"),
        (b" ", "没有内容"),
        (b"a,b\n" * 20_001, "超过 20,000 行"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_not_kept(
    officer: Client, content: bytes, sentence: str
) -> None:
    answer = upload(officer, content)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_no_file_and_too_large_a_file_are_refused(officer: Client) -> None:
    none = officer.post("/desk/offers/import/")
    large = upload(officer, b"0" * (MOST_BYTES + 1))

    assert "还没有选择文件" in none.content.decode()
    assert "超过 20 MB" in large.content.decode()


def test_work_that_breaks_off_says_so_and_goes_on_when_asked(
    officer: Client, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = given(officer)
    run_id = int(address.split("/")[-2])
    officer.post(f"{address}apply/")
    with monkeypatch.context() as patch:
        patch.setattr("zhuchao.apps.properties.importing.applying.open_kept", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tasks.apply_import.func(run_id)
    page = officer.get(address).content.decode()

    assert "后台办理时出错" in page
    assert "接着导入 1 条" in page
    assert "已导入：新增" in applied(officer, address)
    assert selectors.run(house.viewer("officer"), run_id).state == "done"


def test_who_may_not_make_offers_does_not_import(signed_in: Callable[[str], Client]) -> None:
    for who in ("leader", "supervisor", "editor"):
        client = signed_in(who)

        assert client.get("/desk/offers/import/").status_code == 403
        assert "导入表格" not in client.get("/desk/offers/").content.decode()


def test_another_persons_import_is_not_found(
    officer: Client, signed_in: Callable[[str], Client]
) -> None:
    address = given(officer)
    stranger = signed_in("stranger")

    for act in ("", "errors/"):
        assert stranger.get(address + act).status_code == 404
    assert stranger.post(f"{address}apply/").status_code == 404


def test_a_list_of_the_imports_of_ones_own(officer: Client) -> None:
    address = given(officer)

    page = officer.get("/desk/offers/import/").content.decode()

    assert re.search(rf'href="{address}">房源.csv', page)
