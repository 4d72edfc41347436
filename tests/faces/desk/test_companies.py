"""Companies on the desk: names, codes, and two that are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.desk.conftest import House

from zhuchao.apps.parties import services
from zhuchao.apps.parties.families import family_of
from zhuchao.apps.parties.models import Company

FULL, SHORT = "枢衡精密制造（江苏）有限公司", "枢衡精密"

RIGHT = "枢衡精密制造（江苏）股份有限公司"

SignedIn = Callable[[str], Client]


@pytest.fixture
def company_id(house: House) -> int:
    return services.note_company(house.viewer("officer"), name=FULL).pk


@pytest.fixture
def other_id(house: House) -> int:
    return services.note_company(house.viewer("officer"), name=SHORT).pk


def test_a_company_is_found_by_any_of_its_names(officer: Client, company_id: int) -> None:
    form = {"name-name": "枢衡", "name-kind": "short"}
    page = officer.post(f"/desk/companies/{company_id}/names/", form, follow=True)

    assert "已记下这个名称" in page.content.decode()
    assert FULL in officer.get("/desk/companies/?q=枢衡").content.decode()
    assert FULL not in officer.get("/desk/companies/?q=岚驱").content.decode()


def test_names_are_renamed_corrected_and_dropped(officer: Client, company_id: int) -> None:
    show, main = f"/desk/companies/{company_id}/", Company.objects.get().names.get()

    def post(path: str, **form: str) -> str:
        return officer.post(show + path, form, follow=True).content.decode()

    page = post(
        f"names/{main.pk}/", **{f"name-{main.pk}-name": RIGHT, f"name-{main.pk}-kind": "full"}
    )
    assert "已更正名称" in page
    assert f"<h1>{RIGHT}</h1>" in page
    assert "改了名的，请用“更名”" in post(
        f"names/{main.pk}/", **{f"name-{main.pk}-name": RIGHT, f"name-{main.pk}-kind": "short"}
    )
    assert "不能删去" in post(f"names/{main.pk}/", drop="1")

    assert "转为曾用名" in post("rename/", **{"rename-name": "枢衡智能装备有限公司"})
    assert [(each.name, each.kind) for each in Company.objects.get().names.order_by("pk")] == [
        (RIGHT, "former"), ("枢衡智能装备有限公司", "full"),
    ]  # fmt: skip
    assert f"已删去“{RIGHT}”" in post(f"names/{main.pk}/", drop="1")
    assert "已经删去" in post(f"names/{main.pk}/", drop="1")


def test_a_wrong_code_is_told_at_the_field(officer: Client, company_id: int) -> None:
    address = f"/desk/companies/{company_id}/code/"

    wrong = officer.post(address, {"code-credit_code": "91350100M000100Y44"})
    right = officer.post(address, {"code-credit_code": "91350100M000100Y43"}, follow=True)

    assert wrong.status_code == 422
    assert "校验位" in wrong.content.decode()
    assert "91350100M000100Y43" in right.content.decode()


def test_a_head_merges_and_parts_two_companies(
    signed_in: SignedIn, company_id: int, other_id: int
) -> None:
    head = signed_in("section_head")
    form = {"merge-folded_id": other_id, "merge-reason": "营业执照"}

    page = head.post(f"/desk/companies/{company_id}/merge/", form, follow=True).content.decode()

    assert "已合并为一家" in page
    assert f"{SHORT} 并入 {FULL}" in page
    assert family_of(other_id).head_id == company_id
    address = page.split("/merges/")[1].split("/")[0]
    page = head.post(
        f"/desk/companies/{company_id}/merges/{address}/undo/", follow=True
    ).content.decode()
    assert "已撤销合并" in page
    assert family_of(other_id).head_id == other_id


def test_what_lacks_is_told_and_who_may_not_merges_nothing(
    officer: Client, signed_in: SignedIn, company_id: int, other_id: int
) -> None:
    address = f"/desk/companies/{company_id}/merge/"
    form = {"merge-folded_id": other_id, "merge-reason": "营业执照"}

    assert signed_in("section_head").post(address, {}).status_code == 422
    assert officer.post(address, form).status_code == 403
    assert "与另一条合并" not in officer.get(f"/desk/companies/{company_id}/").content.decode()
    assert signed_in("stranger").get(f"/desk/companies/{company_id}/").status_code == 404
