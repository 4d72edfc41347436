"""Blind checks: an answer and a rule, nothing of the other; an attacker learns a day's budget."""

from __future__ import annotations

import re

import pytest
from tests.apps.projects.conftest import FIRM, TODAY, File
from tests.apps.stored import everything_stored

from zhuchao import tables as reference
from zhuchao.apps.enquiries import selectors as enquiries
from zhuchao.apps.parties import selectors as parties
from zhuchao.apps.parties import services as party_acts
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.models import BlindCheck, CheckAlert
from zhuchao.core.errors import NotAllowed, Refused, ZhuchaoError
from zhuchao.core.vocabulary.claim import Answer, SameBy
from zhuchao.ground import audit

BUDGET = reference.claim_rule().checks_a_day
OTHERS = [f"{letter}湖{trade}有限公司" for letter in "澄碧清" for trade in ("电子", "医药", "食品")]


def asked(viewer: Viewer, name: str = FIRM, code: str = "") -> tuple[Answer, SameBy]:
    told = services.check(viewer, name=name, credit_code=code, today=TODAY)
    return told.verdict.answer, told.verdict.by


def test_it_tells_whether_and_by_what_rule(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    assert asked(officer_b) == (Answer.NO, SameBy.NONE)
    file(officer_a)

    assert asked(officer_b, " 澄湖精密制造 有限公司") == (Answer.YES, SameBy.NAME)
    assert asked(officer_a) == (Answer.YOURS, SameBy.NAME)
    assert asked(officer_b, "另一家有限公司") == (Answer.NO, SameBy.NONE)
    told = services.check(officer_b, name=FIRM, today=TODAY)
    assert told.turn_to == ("测试section-head",)
    assert "测试officer-a" not in repr(told)


def test_a_like_name_may_be_taken(officer_a: Viewer, officer_b: Viewer, file: File) -> None:
    file(officer_a)

    assert asked(officer_b, "澄湖精密") == (Answer.MAYBE, SameBy.OWN_PART)
    assert asked(officer_b, "澄湖精密（江苏）有限公司") == (Answer.MAYBE, SameBy.OWN_PART)
    assert asked(officer_b, "澄湖物流有限公司") == (Answer.NO, SameBy.NONE)
    assert file(officer_b, company="澄湖精密").state == "pending"


def test_every_question_counts_and_none_names_the_firm(officer_b: Viewer) -> None:
    services.check(officer_b, name="某某半导体有限公司", today=TODAY)

    assert BlindCheck.objects.get().number == 1
    assert "某某半导体" not in everything_stored()
    assert audit.verify().is_whole
    with pytest.raises(Refused, match="请填写企业名称"):
        services.check(officer_b, name="  ", today=TODAY)
    assert BlindCheck.objects.count() == 1


def test_who_may_not_ask(leader: Viewer, agent: Viewer) -> None:
    for viewer in (leader, agent):
        with pytest.raises(NotAllowed):
            services.check(viewer, name=FIRM, today=TODAY)


def test_an_attacker_with_300_names_learns_a_days_budget(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    for name in OTHERS:
        file(officer_a, company=name)
    names = [*OTHERS, *(f"第{number}号实业有限公司" for number in range(300 - len(OTHERS)))]

    learnt, refused = [], set()
    for name in names:
        try:
            learnt.append(services.check(officer_b, name=name, today=TODAY))
        except Refused as refusal:
            refused.add(refusal.sentence)

    assert len(learnt) == BUDGET
    assert [told.left for told in learnt] == [*range(BUDGET - 1, -1, -1)]
    assert len(refused) == 1
    assert re.search(r"20 次盲查已经用完.*明天", refused.pop())
    alert = selectors.alerts(section_head).get()
    assert alert.person_id == officer_b.person_id
    assert f"命中 {len(OTHERS)} 家" in alert.reason
    assert "仍在查" in alert.reason
    assert CheckAlert.objects.count() == 1


def test_filing_tells_no_more_than_asking(officer_a: Viewer, officer_b: Viewer, file: File) -> None:
    for name in OTHERS:
        file(officer_a, company=name)
    for number in range(BUDGET):
        asked(officer_b, f"第{number}号实业有限公司")

    with pytest.raises(Refused, match="已经用完"):
        file(officer_b, company=OTHERS[0])
    assert not selectors.claims(officer_b, today=TODAY)


def test_there_is_no_other_way_to_know(officer_a: Viewer, officer_b: Viewer, file: File) -> None:
    """Lists, searches, noting a firm and sentences are the same for a taken firm and a free one."""
    file(officer_a, credit_code="")

    assert not parties.companies(officer_b, q="澄湖")
    assert not selectors.claims(officer_b, today=TODAY, q="澄湖")
    assert not selectors.projects(officer_b, q="澄湖")
    assert not enquiries.duplicates(officer_b, terms=())
    noted = party_acts.note_company(officer_b, name=FIRM)
    with pytest.raises(ZhuchaoError) as taken:
        parties.company(officer_b, noted.pk)
    with pytest.raises(ZhuchaoError) as free:
        parties.company(officer_b, noted.pk + 1)
    assert taken.value.sentence == free.value.sentence
    assert not BlindCheck.objects.filter(person_id=officer_b.person_id).exists()


def test_naming_a_company_costs_a_question(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    """That a name is another's is told by a refusal: as many refusals as questions."""
    file(officer_a)
    own = party_acts.note_company(officer_b, name="自己的公司")

    said = []
    for _ in range(BUDGET + 5):
        with pytest.raises(Refused) as refusal:
            services.name_company(officer_b, own.pk, name=FIRM, today=TODAY)
        said.append("另有一家企业" in refusal.value.sentence)
    assert said == [True] * BUDGET + [False] * 5
    with pytest.raises(Refused, match="已经用完"):
        services.code_company(officer_b, own.pk, credit_code="91320481MA1K0A1B2Q", today=TODAY)
    services.name_company(section_head, own.pk, name="自己的简称", today=TODAY)


def test_an_alert_is_read_by_another_head(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, file: File
) -> None:
    for name in OTHERS:
        file(officer_a, company=name)
        asked(officer_b, name)
    alert = selectors.alerts(section_head).get()

    with pytest.raises(NotAllowed):
        services.see_alert(officer_b, alert.pk)
    assert not selectors.alerts(officer_a)
    services.see_alert(section_head, alert.pk)
    assert not selectors.alerts(section_head)
    assert selectors.alerts(section_head, since=TODAY).get().seen_by_id == section_head.person_id
