"""Viewings: planned for somebody's enquiry, moved, and never without a sound outcome."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.apps.enquiries.conftest import TODAY, Shown, Told
from tests.apps.stored import everything_stored

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.enquiries.models import Viewing
from zhuchao.apps.enquiries.services import Plan, Result
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import audit

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
HOURS = timedelta(hours=1)


@pytest.fixture
def planned(officer_a: Viewer, told: Told, shown: Shown) -> Viewing:
    return services.plan_viewing(
        officer_a,
        told(officer_a).pk,
        offer_ids=[shown(officer_a).pk],
        plan=Plan(NOON, place="北门 李师傅处", host_name="李师傅", host_telephone="138 0000 0007"),
    )


def test_a_viewing_moves_the_enquiry_and_keeps_persons_sealed(
    planned: Viewing, officer_a: Viewer
) -> None:
    enquiry = selectors.enquiry(officer_a, planned.enquiry_id)

    assert enquiry.state == "viewing"
    assert planned.owner_id == officer_a.person_id
    assert planned.host is not None
    assert planned.host.telephone.open() == "138 0000 0007"
    assert planned.place == "北门 ＊＊＊处"
    assert "李师傅" not in everything_stored()
    assert [entry.act for entry in selectors.history(officer_a, enquiry.pk)][:2] == [
        "plan_viewing",
        "move_enquiry",
    ]
    assert audit.verify().is_whole


def test_one_of_the_common_tray_is_taken_with_it(officer_a: Viewer, shown: Shown) -> None:
    form = EnquiryForm(demand="求租溧阳厂房，2000平", telephone="13800000001")
    enquiry = services.receive(PUBLIC, form=form, idempotency_key="k")

    viewing = services.plan_viewing(
        officer_a, enquiry.pk, offer_ids=[shown(officer_a).pk], plan=Plan(NOON)
    )

    assert viewing.owner_id == officer_a.person_id
    assert selectors.enquiry(officer_a, enquiry.pk).owner_id == officer_a.person_id


def test_a_section_head_plans_for_whoever_has_it(
    section_head: Viewer, officer_a: Viewer, told: Told, shown: Shown
) -> None:
    viewing = services.plan_viewing(
        section_head, told(officer_a).pk, offer_ids=[shown(officer_a).pk], plan=Plan(NOON)
    )

    assert (viewing.owner_id, viewing.created_by_id) == (
        officer_a.person_id,
        section_head.person_id,
    )


def test_what_cannot_be_shown_is_refused(officer_a: Viewer, told: Told, shown: Shown) -> None:
    enquiry, offer = told(officer_a), shown(officer_a)

    def plan(*offer_ids: int, **more: Any) -> Viewing:
        return services.plan_viewing(
            officer_a, enquiry.pk, offer_ids=offer_ids, plan=Plan(NOON, **more)
        )

    with pytest.raises(Refused, match="至少选一处"):
        plan()
    with pytest.raises(NotFound, match="重新选择"):
        plan(offer.pk, 999)
    with pytest.raises(Refused, match="720 分钟"):
        plan(offer.pk, minutes=0)
    properties.take_off(officer_a, offer.pk, today=TODAY)
    with pytest.raises(Refused, match=f"{offer.code} 已下架"):
        plan(offer.pk)
    services.close(officer_a, enquiry.pk)
    with pytest.raises(Refused, match="已取消"):
        plan(offer.pk)
    assert not Viewing.objects.exists()


def test_an_outcome_is_kept_with_its_next_step(planned: Viewing, officer_a: Viewer) -> None:
    result = Result("changes", next_step="问能否加一台行车", next_on=TODAY)

    noted = services.note_outcome(officer_a, planned.pk, result=result, now=NOON + HOURS)

    assert (noted.outcome, noted.next_step, noted.next_on) == (
        "changes",
        "问能否加一台行车",
        TODAY,
    )
    assert not selectors.due_viewings(officer_a, NOON + HOURS)


@pytest.mark.parametrize(
    ("result", "now", "sentence"),
    [
        (Result("nonsense"), NOON, "选择看房结果"),
        (Result("planned"), NOON, "选择看房结果"),
        (Result("declined"), NOON, "写明原因"),
        (Result("interested"), NOON - 24 * HOURS, "还没到"),
    ],
)
def test_an_outcome_that_is_not_sound_is_refused(
    planned: Viewing, officer_a: Viewer, result: Result, now: datetime, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        services.note_outcome(officer_a, planned.pk, result=result, now=now)


def test_a_viewing_ahead_can_be_moved_or_called_off(planned: Viewing, officer_a: Viewer) -> None:
    later = NOON + 48 * HOURS

    assert services.move_viewing(officer_a, planned.pk, starts_at=later).starts_at == later
    services.note_outcome(
        officer_a, planned.pk, result=Result("cancelled", reason="客户出差"), now=NOON
    )
    with pytest.raises(Refused, match="另外安排"):
        services.move_viewing(officer_a, planned.pk, starts_at=NOON)


def test_what_is_due_is_todays_and_what_was_forgotten(
    planned: Viewing, officer_a: Viewer, teammate: Viewer
) -> None:
    def due(viewer: Viewer, now: datetime) -> list[Viewing]:
        return list(selectors.due_viewings(viewer, now))

    assert due(officer_a, NOON - 24 * HOURS) == []
    assert due(officer_a, NOON - 3 * HOURS) == [planned]
    assert due(officer_a, NOON + 72 * HOURS) == [planned]
    assert due(teammate, NOON) == []


def test_who_sees_and_changes_a_viewing(
    planned: Viewing, teammate: Viewer, officer_b: Viewer, leader: Viewer, agent: Viewer
) -> None:
    result = Result("interested")

    assert selectors.viewing(teammate, planned.pk) == planned
    assert selectors.viewing(leader, planned.pk) == planned
    for viewer in (officer_b, agent):
        with pytest.raises(NotFound):
            selectors.viewing(viewer, planned.pk)
    for viewer in (officer_b, leader):
        with pytest.raises(NotFound):
            services.note_outcome(viewer, planned.pk, result=result, now=NOON)
    offer_id = planned.offers.get().pk
    assert list(selectors.viewings_of_offer(teammate, offer_id)) == [planned]
    assert not selectors.viewings_of_offer(officer_b, offer_id)
