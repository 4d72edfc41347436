"""The auditor sees the chain, whether it holds, and nobody's telephone."""

from collections.abc import Callable

from django.test import Client


def test_the_auditor_sees_what_was_done(
    signed_in: Callable[[str], Client], enquiry_id: int
) -> None:
    page = signed_in("auditor").get("/desk/audit/").content.decode()

    assert "链条完整" in page
    assert "收到需求" in page
    assert ">测试officer</span>" in page
    assert "13800000001" not in page


def test_an_officer_does_not(officer: Client) -> None:
    answer = officer.get("/desk/audit/")

    assert answer.status_code == 403
    assert "不能查看" in answer.content.decode()
