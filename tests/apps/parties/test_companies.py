"""Companies: one by code or by any of its names, merged and parted without loss."""

from __future__ import annotations

import pytest

from zhuchao.apps.parties import services
from zhuchao.apps.parties.families import family_of
from zhuchao.apps.parties.models import Company
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused

CODE, OTHER_CODE = "91350100M000100Y43", "91320481MA1XYWAB0A"
FULL, SHORT = "枢衡精密制造（江苏）有限公司", "枢衡精密"


def note(viewer: Viewer, name: str = FULL, code: str = "") -> Company:
    return services.note_company(viewer, name=name, credit_code=code)


def test_one_name_in_several_spellings_is_one_company(officer_a: Viewer) -> None:
    assert note(officer_a) == note(officer_a, "枢衡精密制造(江苏)有限公司 ")
    assert note(officer_a).names.get().key == "枢衡"


def test_a_code_decides_over_the_name_and_completes_it(officer_a: Viewer) -> None:
    company = note(officer_a)

    assert note(officer_a, FULL, CODE.lower()) == company
    assert note(officer_a, "枢衡集团", CODE) == company
    assert Company.objects.get().credit_code == CODE


@pytest.mark.parametrize("code", ["123", "91350100M000100Y44"])
def test_a_wrong_code_leaves_nothing_behind(officer_a: Viewer, code: str) -> None:
    with pytest.raises(Refused, match="统一社会信用代码"):
        note(officer_a, FULL, code)
    assert not Company.objects.exists()


def test_an_alias_finds_the_company(officer_a: Viewer) -> None:
    company = note(officer_a)
    services.add_name(officer_a, company.pk, name=SHORT)

    assert note(officer_a, SHORT) == company
    with pytest.raises(Refused, match="种类"):
        services.add_name(officer_a, company.pk, name="枢衡", kind="nick")


def test_an_alias_of_another_company_is_refused(officer_a: Viewer) -> None:
    company, other = note(officer_a), note(officer_a, SHORT)

    with pytest.raises(Refused, match="由科长合并"):
        services.add_name(officer_a, company.pk, name=SHORT)
    assert other.names.count() == 1


def test_a_new_name_keeps_the_former_one(officer_a: Viewer, officer_b: Viewer) -> None:
    company = note(officer_a)
    with pytest.raises(Refused, match="就是现在的名称"):
        services.rename_company(officer_a, company.pk, name=FULL)
    with pytest.raises(NotFound):
        services.rename_company(officer_b, company.pk, name=SHORT)

    services.rename_company(officer_a, company.pk, name="岚驱电机有限公司")
    assert note(officer_a) == note(officer_a, "岚驱电机有限公司") == company
    services.rename_company(officer_a, company.pk, name=FULL)
    assert {each.name: each.kind for each in company.names.all()} == {
        FULL: "full", "岚驱电机有限公司": "former",
    }  # fmt: skip


def test_a_wrong_name_finds_the_company_no_more(officer_a: Viewer, section_head: Viewer) -> None:
    company, other = note(officer_a, "枢横精密"), note(officer_a, "岚驱电机")
    name = company.names.get()
    with pytest.raises(Refused, match="由科长合并"):
        services.correct_name(officer_a, name.pk, name="岚驱电机", kind="full")

    services.correct_name(officer_a, name.pk, name=SHORT, kind="full")
    assert note(officer_a, SHORT) == company
    assert note(officer_a, "枢横精密") != company
    services.merge_companies(section_head, kept_id=company.pk, folded_id=other.pk, reason="同址")
    with pytest.raises(Refused, match="合并进来的一条"):
        services.rename_company(officer_a, company.pk, name="岚驱电机")


def test_a_code_is_one_companys(officer_a: Viewer) -> None:
    company, other = note(officer_a), note(officer_a, SHORT)
    services.set_credit_code(officer_a, company.pk, credit_code=CODE)

    with pytest.raises(Refused, match="另有一家企业"):
        services.set_credit_code(officer_a, other.pk, credit_code=CODE)


def test_merged_companies_are_one_and_part_again(officer_a: Viewer, section_head: Viewer) -> None:
    kept, folded, third = note(officer_a), note(officer_a, SHORT), note(officer_a, "枢衡")
    first = services.merge_companies(
        section_head, kept_id=folded.pk, folded_id=third.pk, reason="简称"
    )
    second = services.merge_companies(
        section_head, kept_id=kept.pk, folded_id=third.pk, reason="营业执照"
    )

    assert family_of(third.pk).member_ids == {kept.pk, folded.pk, third.pk}
    assert note(officer_a, "枢衡") == kept

    services.undo_merge(section_head, second.pk)
    assert family_of(third.pk).head_id == folded.pk
    assert note(officer_a, "枢衡") == folded
    services.undo_merge(section_head, first.pk)
    assert [family_of(each.pk).head_id for each in (kept, folded, third)] == [
        kept.pk, folded.pk, third.pk,
    ]  # fmt: skip
    with pytest.raises(Refused, match="已经撤销"):
        services.undo_merge(section_head, first.pk)


def test_an_inner_merge_can_be_undone_first(officer_a: Viewer, section_head: Viewer) -> None:
    kept, folded, third = note(officer_a), note(officer_a, SHORT), note(officer_a, "枢衡")
    inner = services.merge_companies(
        section_head, kept_id=folded.pk, folded_id=third.pk, reason="简称"
    )
    services.merge_companies(section_head, kept_id=kept.pk, folded_id=folded.pk, reason="执照")

    services.undo_merge(section_head, inner.pk)

    assert family_of(third.pk).member_ids == {third.pk}
    assert family_of(kept.pk).member_ids == {kept.pk, folded.pk}


def test_two_legal_persons_are_never_merged(officer_a: Viewer, section_head: Viewer) -> None:
    company, other = note(officer_a, FULL, CODE), note(officer_a, SHORT)
    Company.objects.filter(pk=other.pk).update(credit_code=OTHER_CODE)

    with pytest.raises(Refused, match="两个法人"):
        services.merge_companies(
            section_head, kept_id=company.pk, folded_id=other.pk, reason="同一家"
        )


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_merge_needs_a_reason(officer_a: Viewer, section_head: Viewer, reason: str) -> None:
    company, other = note(officer_a), note(officer_a, SHORT)

    with pytest.raises(Refused, match="依据"):
        services.merge_companies(
            section_head, kept_id=company.pk, folded_id=other.pk, reason=reason
        )


def test_who_merges(officer_a: Viewer, leader: Viewer, section_head: Viewer) -> None:
    company, other = note(officer_a), note(officer_a, SHORT)

    for viewer in (officer_a, leader):
        with pytest.raises(NotAllowed):
            services.merge_companies(
                viewer, kept_id=company.pk, folded_id=other.pk, reason="同一家"
            )
    with pytest.raises(NotFound):
        services.merge_companies(section_head, kept_id=company.pk, folded_id=0, reason="同一家")
    merged = services.merge_companies(
        section_head, kept_id=company.pk, folded_id=other.pk, reason="同一家"
    )
    with pytest.raises(Refused, match="已经是同一家"):
        services.merge_companies(
            section_head, kept_id=company.pk, folded_id=other.pk, reason="同一家"
        )
    with pytest.raises(NotFound):
        services.undo_merge(section_head, merged.pk + 1)
