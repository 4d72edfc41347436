"""Importing a ledger on the desk: its dry run, the work, confirmation by a colleague, undoing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from zhuchao.apps.projects.importing import tasks
from zhuchao.apps.projects.models import Project
from zhuchao.ground.sheets import MOST_BYTES

LIST = (
    "项目名称,投资方,总投资（亿元）,线索日期,签约日期,联系人,联系电话,看法\n"
    "减速器项目,溧川精密制造有限公司,1.2,2026-01-08,2026-03-15,李女士,13800000002,很好\n"
    "传感器项目,溧川传感有限公司,很多,2026-02-08,,,,\n"
)


def upload(client: Client, content: bytes | str, name: str = "台账.csv") -> HttpResponse:
    raw = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile(name, raw)
    return client.post("/desk/projects/ledgers/", {"file": file})  # type: ignore[return-value]


def given(client: Client, content: bytes | str = LIST) -> str:
    """Upload it and let the background plan it; the address of the run."""
    address: str = upload(client, content)["Location"]
    tasks.plan_ledger.func(int(address.split("/")[-2]))
    return address


def book_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content if answer.streaming else [answer.content])


def applied(client: Client, address: str) -> str:
    client.post(f"{address}apply/")
    tasks.apply_ledger.func(int(address.split("/")[-2]))
    return client.get(address).content.decode()


def test_a_ledger_is_planned_in_the_background_and_shown_with_its_fates(officer: Client) -> None:
    answer = upload(officer, LIST)
    waiting = officer.get(answer["Location"]).content.decode()
    tasks.plan_ledger.func(int(answer["Location"].split("/")[-2]))
    page = officer.get(answer["Location"]).content.decode()

    assert "正在逐行核对" in waiting
    assert "还没有写入。新增 <strong>1</strong> 个" in page
    assert "有误的 <strong>1</strong> 行" in page
    assert "看法 → <span" in page
    assert "13800000002" not in page
    assert not Project.objects.exists()


def test_applying_confirming_and_taking_back(
    officer: Client, signed_in: Callable[[str], Client]
) -> None:
    head = signed_in("section_head")
    address = given(officer)

    done = applied(officer, address)
    assert "已导入：新增 <strong>1</strong> 个" in done
    assert "有 <strong>1</strong> 个阶段要由另一位同事核实后才作数" in done
    assert "核实导入的 1 个阶段" in head.get(address).content.decode()
    head.post(f"{address}check/")
    assert Project.objects.get().stage == "sign"

    refused = officer.post(f"{address}take-back/").content.decode()
    assert "没有可以撤销的项目" in refused


def test_an_import_is_taken_back(officer: Client) -> None:
    address = given(officer)
    applied(officer, address)

    officer.post(f"{address}take-back/")

    assert Project.objects.get().stage == "ended"
    assert "已撤销" in officer.get(address).content.decode()


def test_the_refused_rows_and_the_template_are_books(officer: Client) -> None:
    address = given(officer)

    for place in (f"{address}errors.xlsx", "/desk/projects/ledgers/template.xlsx"):
        answer = officer.get(place)
        assert answer.status_code == 200
        assert (
            b"".join(answer.streaming_content if answer.streaming else [answer.content])[:2]
            == b"PK"
        )  # type: ignore[attr-defined]


def test_what_is_no_ledger_is_a_sentence(officer: Client) -> None:
    assert "没有找到表头" in upload(officer, "甲,乙\n1,2\n").content.decode()
    assert "还没有选择文件" in officer.post("/desk/projects/ledgers/").content.decode()
    large = b"x" * (MOST_BYTES + 1)
    assert upload(officer, large).status_code == 422


def test_what_is_exported_reads_back_as_the_same(officer: Client) -> None:
    applied(officer, given(officer))
    book = book_of(officer.get("/desk/projects/export/"))

    page = officer.get(given(officer, book)).content.decode()

    assert (
        "新增 <strong>0</strong> 个，修改 <strong>0</strong> 个，无变化 <strong>1</strong> 个"
        in page
    )
