"""Stages on the desk: corrected, withdrawn, checked, rewound; the board; what was known then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from zhuchao.faces.hand.moments import moment_cn


@pytest.fixture
def project_id(officer: Client, enquiry_id: int) -> int:
    form = {"title": "精密项目", "evidence": "微信消息", "occurred_on": timezone.localdate()}
    answer = officer.post(f"/desk/enquiries/{enquiry_id}/project/", form)
    return int(answer["Location"].split("/")[-2])


def entered(client: Client, project_id: int, **told: Any) -> Any:
    form = {
        "stage": "talk",
        "kind": "visit",
        "evidence": "会谈记录一号",
        "occurred_on": timezone.localdate(),
    }
    return client.post(f"/desk/projects/{project_id}/stage/", form | told, follow=True)


def event_of(page: str, project_id: int) -> str:
    start = f"/desk/projects/{project_id}/events/"
    return page.rpartition(start)[2].partition("/")[0]


def test_the_moments_of_recording_are_told_in_local_time(officer: Client, project_id: int) -> None:
    entered(officer, project_id)

    page = officer.get(f"/desk/projects/{project_id}/")

    rewind = page.context["rewind"]
    assert rewind.label == moment_cn(timezone.localtime(rewind.moments[-1]))
    assert rewind.label in page.content.decode()


def test_a_correction_strikes_the_record_through_and_can_be_rewound(
    officer: Client, project_id: int
) -> None:
    page = entered(officer, project_id).content.decode()
    address = f"/desk/projects/{project_id}/"
    event = event_of(page, project_id)
    form = {"stage": "review", "kind": "minutes", "evidence": "评审会纪要"}
    form |= {"occurred_on": str(timezone.localdate())}

    refused = officer.post(f"{address}events/{event}/correct/", form)
    assert refused.status_code == 422
    assert "请写明更正的理由" in refused.content.decode()
    now = officer.post(
        f"{address}events/{event}/correct/", form | {"note": "记错了阶段"}, follow=True
    ).content.decode()

    assert "<s><strong>在谈</strong>" in now
    assert "已更正" in now
    then = officer.get(f"{address}?at=2").content.decode()
    assert "<s>" not in then
    stages = then.partition('id="documents"')[0].partition('id="stages"')[2]
    assert "评审会纪要" not in stages.partition("</section>")[0]
    for wrong in ("0", "99999999", "x", "²"):
        assert officer.get(address, {"at": wrong}).status_code == 200


def test_a_stage_that_is_checked_waits_for_a_colleague(
    officer: Client, signed_in: Callable[[str], Client], project_id: int
) -> None:
    told = {"stage": "start", "kind": "construction", "evidence": "施工许可 12 号"}
    page = entered(officer, project_id, **told).content.decode()
    address = f"/desk/projects/{project_id}/events/{event_of(page, project_id)}/check/"
    head = signed_in("section_head")

    assert "精密项目" in head.get("/desk/projects/checks/").content.decode()
    own = officer.post(address, {"verdict": "confirm"})
    assert "另一位同事" in own.content.decode()
    done = head.post(address, {"verdict": "confirm"}, follow=True).content.decode()
    assert "已核实属实" in done
    assert "没有待核的阶段" in head.get("/desk/projects/checks/").content.decode()


def test_a_file_is_downloaded_through_rights(
    officer: Client, signed_in: Callable[[str], Client], project_id: int
) -> None:
    file = SimpleUploadedFile("合同.pdf", b"%PDF-1")
    page = entered(officer, project_id, evidence="", file=file).content.decode()
    start = f"/desk/projects/{project_id}/documents/"
    address = start + page.partition(f'href="{start}')[2].partition('"')[0]

    assert officer.get(address).content == b"%PDF-1"
    assert signed_in("stranger").get(address).status_code == 404


def test_details_take_sums_as_officers_write_them(officer: Client, project_id: int) -> None:
    address = f"/desk/projects/{project_id}/edit/"
    assert officer.get(address).status_code == 200
    wrong = officer.post(address, {"title": "新名", "kind": "industry", "total_investment": "很多"})
    assert "没有读懂“很多”" in wrong.content.decode()

    told = {"title": "新名", "kind": "industry", "total_investment": "1.2亿", "land_area": "3万㎡"}
    page = officer.post(address, told, follow=True).content.decode()

    assert "1.2" in page.partition("总投资")[2][:120]
    assert 'value="1.2亿"' in officer.get(address).content.decode()


def test_the_board_and_what_was_known_then(officer: Client, project_id: int) -> None:
    board = officer.get("/desk/projects/board/").content.decode()
    assert "精密项目" in board
    today = timezone.localdate()
    known = officer.get("/desk/projects/as-of/", {"on": today, "known": today})
    assert "精密项目" in known.content.decode()
    before = {"on": today, "known": today - timedelta(days=1)}
    assert "那时还没有记录" in officer.get("/desk/projects/as-of/", before).content.decode()
    ahead = officer.get("/desk/projects/as-of/", {"on": today + timedelta(days=1)})
    assert ahead.status_code == 422


def test_a_person_is_masked_and_opened_on_request(officer: Client, project_id: int) -> None:
    address = f"/desk/projects/{project_id}/"
    told = {"name": "钱多多", "telephone": "13800000077", "role": "投资方联系人"}
    page = officer.post(f"{address}people/", told, follow=True).content.decode()

    assert "13800000077" not in page
    person = page.partition(f"{address}people/")[2].partition("/")[0]
    assert "13800000077" in officer.post(f"{address}people/{person}/contact/").content.decode()
