"""Following enquiries: the tray, taking, moving, and what fits them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library import selectors as library
from zhuchao.apps.parties import selectors as parties
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.match import Standing
from zhuchao.core.vocabulary.tables import Tables

TODAY = date(2026, 11, 23)
DEMAND = "求租溧阳厂房，2000平左右"


def sent(key: str = "k1") -> Enquiry:
    form = EnquiryForm(demand=DEMAND, telephone="13800000001", company=f"公司{key}")
    return services.receive(PUBLIC, form=form, idempotency_key=key)


def told(viewer: Viewer, tables: Tables, key: str) -> Enquiry:
    return services.confirm_demand(
        viewer, intake_id=None, terms=parse(DEMAND, tables).terms, text=DEMAND, idempotency_key=key
    )


@pytest.fixture
def enquiry(park: Any) -> Enquiry:
    return sent()


def test_who_sees_the_tray(
    enquiry: Enquiry, officer_a: Viewer, officer_b: Viewer, section_head: Viewer, agent: Viewer
) -> None:
    for viewer in (officer_a, officer_b, section_head):
        assert selectors.enquiry(viewer, enquiry.pk) == enquiry
    with pytest.raises(NotFound):
        selectors.enquiry(agent, enquiry.pk)


def test_what_was_taken_leaves_the_other_teams_sight(
    enquiry: Enquiry, officer_a: Viewer, teammate: Viewer, officer_b: Viewer
) -> None:
    services.take(officer_a, enquiry.pk)

    taken = selectors.enquiry(teammate, enquiry.pk)
    assert taken.owner_id == officer_a.person_id
    with pytest.raises(NotFound):
        selectors.enquiry(officer_b, enquiry.pk)
    with pytest.raises(NotFound):
        library.raw_of(officer_b, taken.intake_id or 0)
    assert parties.can_reveal(officer_a, taken.contact)
    assert not parties.can_reveal(officer_b, taken.contact)


def test_taking_twice_is_once_and_a_colleague_comes_too_late(
    enquiry: Enquiry, officer_a: Viewer, teammate: Viewer
) -> None:
    assert services.take(officer_a, enquiry.pk) == services.take(officer_a, enquiry.pk)

    with pytest.raises(Refused, match="已有同事承办"):
        services.take(teammate, enquiry.pk)


def test_who_only_reads_takes_nothing(enquiry: Enquiry, leader: Viewer) -> None:
    assert selectors.enquiry(leader, enquiry.pk) == enquiry
    with pytest.raises(NotFound):
        services.take(leader, enquiry.pk)


def test_what_ended_is_not_taken(enquiry: Enquiry, officer_a: Viewer, section_head: Viewer) -> None:
    services.close(section_head, enquiry.pk)

    with pytest.raises(Refused, match="已取消"):
        services.take(officer_a, enquiry.pk)
    services.move_enquiry(officer_a, enquiry.pk, state="clarified")
    assert services.take(officer_a, enquiry.pk).owner_id == officer_a.person_id


def test_the_way_of_an_enquiry(enquiry: Enquiry, officer_a: Viewer) -> None:
    for state in ("clarified", "matched", "viewing", "viewing", "lapsed", "clarified", "dealt"):
        assert services.move_enquiry(officer_a, enquiry.pk, state=state).state == state

    with pytest.raises(Refused, match="对应的项目"):
        services.move_enquiry(officer_a, enquiry.pk, state="new")


@pytest.mark.parametrize("state", ["new", "nonsense", ""])
def test_a_state_that_does_not_follow_is_refused_with_those_that_do(
    enquiry: Enquiry, officer_a: Viewer, state: str
) -> None:
    services.close(officer_a, enquiry.pk, state="lapsed")

    with pytest.raises(Refused, match="可改为：已澄清"):
        services.move_enquiry(officer_a, enquiry.pk, state=state)


def test_today_shows_the_tray_first_then_ones_own_oldest_first(
    officer_a: Viewer, teammate: Viewer, tables: Tables
) -> None:
    own = told(officer_a, tables, "own")
    told(teammate, tables, "theirs")
    first, second = sent("1"), sent("2")
    services.close(officer_a, sent("3").pk)

    assert list(selectors.today(officer_a)) == [first, second, own]
    assert not selectors.today(PUBLIC)


def test_lists_are_filtered(officer_a: Viewer, teammate: Viewer, tables: Tables) -> None:
    own, theirs, tray = told(officer_a, tables, "own"), told(teammate, tables, "t"), sent("甲")
    services.move_enquiry(officer_a, own.pk, state="matched")

    def found(**filters: Any) -> list[Enquiry]:
        return list(selectors.enquiries(officer_a, **filters))

    assert found() == [tray, theirs, own]
    assert found(sort="oldest") == [own, theirs, tray]
    assert found(states=["matched"]) == [own]
    assert found(owner_id=officer_a.person_id) == [own]
    assert found(is_unowned=True) == [tray]
    assert found(q="公司甲") == [tray]
    assert found(q=own.receipt) == [own]
    assert selectors.state_counts(officer_a) == {"new": 2, "matched": 1}


def test_a_list_asks_the_database_once(officer_a: Viewer, django_assert_num_queries: Any) -> None:
    for number in range(3):
        sent(str(number))

    with django_assert_num_queries(1):
        assert [(each.owner, str(each.contact)) for each in selectors.enquiries(officer_a)]


def test_what_fits_comes_first_in_few_queries(
    officer_a: Viewer, tables: Tables, django_assert_num_queries: Any
) -> None:
    enquiry = told(officer_a, tables, "own")
    for text in ("出租溧阳厂房，2000平", "出租溧阳仓库，2000平", "出租昆山厂房，300平"):
        offer = properties.confirm_supply(
            officer_a, intake_id=None, title=text, terms=parse(text, tables).terms, text=text
        )
        properties.put_on(officer_a, offer.pk, today=TODAY)

    selectors.matches(officer_a, enquiry.pk, limit=2)  # fills the shelf

    with django_assert_num_queries(2):
        matches = selectors.matches(officer_a, enquiry.pk, limit=2)

    assert matches[0].offered.title == "出租溧阳厂房，2000平"
    assert matches[0].standing is not Standing.NEAR_MISS
    assert len(matches) <= 2


def test_matches_of_an_enquiry_out_of_sight_are_not_found(
    officer_a: Viewer, officer_b: Viewer, tables: Tables
) -> None:
    enquiry = told(officer_a, tables, "own")

    with pytest.raises(NotFound):
        selectors.matches(officer_b, enquiry.pk)
