"""What lies between a visitor and the house: answers, withdrawal, forgetting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.stored import everything_stored

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables

FORM = EnquiryForm(
    demand="求租溧阳厂房，2000平", telephone="13800000001", company="甲公司", person="王小明"
)


def asked(visitor: Viewer, key: str = "k1", demand: str = FORM.demand) -> Enquiry:
    form = EnquiryForm(demand, FORM.telephone, company="甲公司", person="王小明")
    return services.receive(visitor, form=form, idempotency_key=key)


def test_an_answer_is_the_officers_who_may_change_the_enquiry(
    visitor: Viewer, officer_a: Viewer, officer_b: Viewer
) -> None:
    enquiry = asked(visitor)
    services.take(officer_a, enquiry.pk)

    services.answer_visitor(officer_a, enquiry.pk, answer=" 明天给您回电。 ")

    assert selectors.standing(visitor, enquiry.token).answer == "明天给您回电。"
    with pytest.raises(NotFound):
        services.answer_visitor(officer_b, enquiry.pk, answer="另一句")


@pytest.mark.parametrize(
    ("answer", "told"),
    [(" ", "请写下"), ("长" * 1001, "最多 1000 字"), ("我们税收返还三年。", "不得公开承诺")],
)
def test_an_answer_that_may_not_be_given_is_refused(
    visitor: Viewer, officer_a: Viewer, answer: str, told: str
) -> None:
    enquiry = asked(visitor)

    with pytest.raises(Refused, match=told):
        services.answer_visitor(officer_a, enquiry.pk, answer=answer)


def test_what_no_visitor_sent_is_not_answered(officer_a: Viewer, told: Any) -> None:
    with pytest.raises(Refused, match="不是访客"):
        services.answer_visitor(officer_a, told(officer_a).pk, answer="好的")


def test_a_contact_of_other_work_stays_when_one_enquiry_is_withdrawn(
    visitor: Viewer, officer_a: Viewer
) -> None:
    first, second = asked(visitor), asked(visitor, "k2", "另要仓库 500 平")

    services.withdraw(visitor, token=first.token)

    second.refresh_from_db()
    assert second.contact is not None
    assert second.contact.telephone.open() == "13800000001"
    assert Enquiry.objects.get(pk=first.pk).contact is None


def test_the_original_is_gone_with_the_withdrawal(
    visitor: Viewer, officer_a: Viewer, django_capture_on_commit_callbacks: Any
) -> None:
    enquiry = asked(visitor)
    assert enquiry.intake is not None

    with django_capture_on_commit_callbacks(execute=True):
        services.withdraw(visitor, token=enquiry.token)
        services.withdraw(visitor, token=enquiry.token)

    with pytest.raises(NotFound, match="已按访客的要求"):
        library.raw_of(officer_a, enquiry.intake.pk)
    with pytest.raises(Refused, match="已经删除"):
        services.answer_visitor(officer_a, enquiry.pk, answer="好的")


def test_what_was_taken_for_premises_may_turn_out_a_need(
    visitor: Viewer, officer_a: Viewer, tables: Tables
) -> None:
    text = "溧阳单层厂房，2000平"
    form = EnquiryForm(text, "13800000001", is_supply=True)
    enquiry = services.receive(visitor, form=form, idempotency_key="k1")
    assert enquiry.intake is not None
    assert selectors.matches(officer_a, enquiry.pk) == ()

    turned = services.confirm_demand(
        officer_a,
        intake_id=enquiry.intake.pk,
        terms=parse(text, tables).terms,
        text=text,
        idempotency_key="k2",
    )

    assert (turned.pk, turned.side) == (enquiry.pk, "demand")
    assert library.intake(officer_a, enquiry.intake.pk).became_id == enquiry.pk


def test_visitors_are_forgotten_when_their_time_is_over(visitor: Viewer, settings: Any) -> None:
    now, today = timezone.now(), timezone.localdate()
    kept = timedelta(days=settings.ZHUCHAO_ENQUIRY_KEPT_DAYS)
    services.receive(
        visitor, form=FORM, idempotency_key="old", received_at=now - kept - timedelta(days=1)
    )
    young = EnquiryForm("要仓库", "13800000002")
    services.receive(visitor, form=young, idempotency_key="new", received_at=now)

    assert services.erase_due(SYSTEM, today=today) == 1
    assert services.erase_due(SYSTEM, today=today) == 0

    assert "求租溧阳厂房" not in everything_stored()
    assert sorted(Enquiry.objects.values_list("state", flat=True)) == ["lapsed", "new"]
