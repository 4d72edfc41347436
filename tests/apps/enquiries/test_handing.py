"""Hand-overs: everything that belongs to the work goes with it, and comes back with it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.apps.enquiries.conftest import Shown, Told

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.enquiries.services import Plan
from zhuchao.apps.library import selectors as library_reads
from zhuchao.apps.library import services as library
from zhuchao.apps.parties import selectors as parties
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.ground import audit

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TEXT = "求租溧阳厂房，2000平，王先生 13800000001"


@pytest.fixture
def enquiry(officer_a: Viewer, shown: Shown, tables: Tables) -> Enquiry:
    """One with an intake, a contact, a viewing and its host."""
    kept = library.keep_intake(officer_a, raw=TEXT.encode(), origin="paste")
    made = services.confirm_demand(
        officer_a,
        intake_id=kept.pk,
        terms=parse(TEXT, tables).terms,
        text=TEXT,
        idempotency_key="k",
    )
    services.plan_viewing(
        officer_a,
        made.pk,
        offer_ids=[shown(officer_a).pk],
        plan=Plan(NOON, host_name="李师傅", host_telephone="13800000007"),
    )
    return made


def person(viewer: Viewer) -> int:
    assert viewer.person_id is not None
    return viewer.person_id


def test_all_that_belongs_to_it_goes_to_another_team(
    enquiry: Enquiry, officer_a: Viewer, officer_b: Viewer
) -> None:
    made = services.hand_over(
        officer_a, enquiry.pk, to_person_id=person(officer_b), note="下周来看，电话 13800000001"
    )

    taken = selectors.enquiry(officer_b, enquiry.pk)
    viewing = selectors.viewings_of_enquiry(officer_b, enquiry.pk).get()
    assert taken.owner_id == viewing.owner_id == officer_b.person_id
    assert parties.can_reveal(officer_b, taken.contact)
    assert parties.can_reveal(officer_b, viewing.host)
    assert library_reads.raw_of(officer_b, taken.intake_id or 0) == TEXT.encode()
    assert made.note == "下周来看，电话 ＊＊＊＊＊＊＊＊＊＊＊"
    assert list(selectors.open_hand_overs(officer_b)) == [made]
    assert selectors.handed_of(officer_b, made).counts["viewing"] == 1
    with pytest.raises(NotFound):
        selectors.enquiry(officer_a, enquiry.pk)
    assert audit.verify().is_whole


def test_it_is_listed_until_it_is_acknowledged(
    enquiry: Enquiry, officer_a: Viewer, officer_b: Viewer, teammate: Viewer
) -> None:
    made = services.hand_over(officer_a, enquiry.pk, to_person_id=person(officer_b))

    with pytest.raises(NotFound):
        services.acknowledge(teammate, made.pk)
    services.acknowledge(officer_b, made.pk)
    services.acknowledge(officer_b, made.pk)

    assert not selectors.open_hand_overs(officer_b)
    with pytest.raises(Refused, match="已经接手"):
        services.undo_hand_over(officer_a, made.pk)


def test_undone_everything_is_back_where_it_was(
    enquiry: Enquiry, officer_a: Viewer, officer_b: Viewer
) -> None:
    made = services.hand_over(officer_a, enquiry.pk, to_person_id=person(officer_b))

    services.undo_hand_over(officer_a, made.pk)

    back = selectors.enquiry(officer_a, enquiry.pk)
    viewing = selectors.viewings_of_enquiry(officer_a, enquiry.pk).get()
    assert back.owner_id == viewing.owner_id == officer_a.person_id
    assert parties.can_reveal(officer_a, back.contact)
    assert not parties.can_reveal(officer_b, viewing.host)
    assert library_reads.raw_of(officer_a, back.intake_id or 0)
    with pytest.raises(Refused, match="已经撤回"):
        services.acknowledge(officer_b, made.pk)
    assert audit.verify().is_whole


def test_what_was_handed_on_is_not_undone(
    enquiry: Enquiry, officer_a: Viewer, teammate: Viewer, officer_b: Viewer
) -> None:
    first = services.hand_over(officer_a, enquiry.pk, to_person_id=person(teammate))
    services.hand_over(teammate, enquiry.pk, to_person_id=person(officer_b))

    with pytest.raises(Refused, match="再次转手"):
        services.undo_hand_over(officer_a, first.pk)
    assert selectors.enquiry(officer_b, enquiry.pk).owner_id == officer_b.person_id


def test_all_open_work_goes_at_once(
    enquiry: Enquiry, officer_a: Viewer, officer_b: Viewer, section_head: Viewer, told: Told
) -> None:
    other, closed = (
        told(officer_a, "k2", "求租昆山仓库500平"),
        told(officer_a, "k3", "求租办公90平"),
    )
    services.close(officer_a, closed.pk)

    made = services.hand_over_all(
        section_head, from_person_id=person(officer_a), to_person_id=person(officer_b)
    )

    owned = set(selectors.enquiries(section_head, owner_id=officer_b.person_id))
    assert owned == {enquiry, other}
    assert made.giver_id == officer_a.person_id
    assert list(selectors.open_hand_overs(officer_a)) == [made]
    with pytest.raises(Refused, match="没有未了结"):
        services.hand_over_all(
            officer_a, from_person_id=person(officer_a), to_person_id=person(officer_b)
        )


def test_who_may_give_and_who_may_receive(
    enquiry: Enquiry,
    officer_a: Viewer,
    teammate: Viewer,
    officer_b: Viewer,
    section_head: Viewer,
    leader: Viewer,
    agent: Viewer,
) -> None:
    with pytest.raises(NotAllowed, match="承办人本人或科长"):
        services.hand_over(teammate, enquiry.pk, to_person_id=person(teammate))
    with pytest.raises(NotAllowed):
        services.hand_over_all(
            teammate, from_person_id=person(officer_a), to_person_id=person(teammate)
        )
    for viewer in (officer_b, leader):
        with pytest.raises(NotFound):
            services.hand_over(viewer, enquiry.pk, to_person_id=person(officer_b))
    with pytest.raises(Refused, match="角色不能承办"):
        services.hand_over(officer_a, enquiry.pk, to_person_id=person(leader))
    with pytest.raises(NotFound, match="没有这位同事"):
        services.hand_over(officer_a, enquiry.pk, to_person_id=person(agent))
    with pytest.raises(Refused, match="另一位"):
        services.hand_over(officer_a, enquiry.pk, to_person_id=person(officer_a))
    made = services.hand_over(section_head, enquiry.pk, to_person_id=person(officer_b))
    with pytest.raises(NotFound):
        services.undo_hand_over(teammate, made.pk)
    services.undo_hand_over(section_head, made.pk)
