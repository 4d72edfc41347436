"""Answers and corrections of an enquiry: nothing known is lost, and what fits changes with them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.apps.stored import everything_stored

from zhuchao.apps.enquiries import ageing, selectors, services
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.library import selectors as library_reads
from zhuchao.apps.library import services as library
from zhuchao.apps.library.models import MessageCorrection
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.apps.properties.mapping import exactly, given
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term
from zhuchao.ground import audit

TODAY = date(2026, 11, 23)
TEXT = "求租溧阳厂房，2000平"
HEIGHT = given(FieldKey.HEIGHT, Amount(8, None))


def made(viewer: Viewer, tables: Tables, text: str = TEXT) -> Enquiry:
    kept = library.keep_intake(viewer, raw=text.encode(), origin="paste")
    return services.confirm_demand(
        viewer,
        intake_id=kept.pk,
        terms=parse(text, tables).terms,
        text=text,
        idempotency_key=f"k{kept.pk}",
    )


def known(enquiry: Enquiry, viewer: Viewer) -> tuple[Term, ...]:
    return selectors.terms_of(viewer, enquiry)


def with_area(terms: tuple[Term, ...], area: float) -> list[Term]:
    others = [term for term in terms if term.key is not FieldKey.AREA]
    return [*others, given(FieldKey.AREA, exactly(area))]


@pytest.fixture
def enquiry(officer_a: Viewer, tables: Tables) -> Enquiry:
    return made(officer_a, tables)


def test_an_answer_clarifies_and_the_old_value_stays_in_the_history(
    enquiry: Enquiry, officer_a: Viewer
) -> None:
    terms = with_area(known(enquiry, officer_a), 3000)

    clarified = services.clarify(officer_a, enquiry.pk, terms=[*terms, HEIGHT])

    assert clarified.state == "clarified"
    entry = selectors.history(officer_a, enquiry.pk)[0]
    changes = {each["field"]: each for each in entry.detail["changes"]}  # type: ignore[attr-defined]
    assert entry.act == "clarify_enquiry"
    assert changes["area"]["was"]["value"]["high"] == 2000
    assert changes["area"]["now"]["value"]["high"] == 3000
    assert changes["height"]["was"] is None
    assert audit.verify().is_whole


def test_what_was_answered_is_not_asked_again(enquiry: Enquiry, officer_a: Viewer) -> None:
    before = enquiry.ask_back
    rent = given(FieldKey.RENT, Amount(None, 20))

    after = services.clarify(
        officer_a, enquiry.pk, terms=[*known(enquiry, officer_a), rent]
    ).ask_back

    assert "租金预算" in before
    assert "租金预算" not in after
    assert "主要生产" in after
    assert "电话" not in after


def test_what_fits_follows_the_new_conditions(
    enquiry: Enquiry, officer_a: Viewer, tables: Tables
) -> None:
    text = "出租溧阳厂房，2000平，层高6米"
    offer = properties.confirm_supply(
        officer_a, intake_id=None, title=text, terms=parse(text, tables).terms, text=text
    )
    properties.put_on(officer_a, offer.pk, today=TODAY)
    before = selectors.matches(officer_a, enquiry.pk)[0]

    services.clarify(officer_a, enquiry.pk, terms=[*known(enquiry, officer_a), HEIGHT])

    after = selectors.matches(officer_a, enquiry.pk)[0]
    assert (before.failing, [reason.key for reason in after.failing]) == ((), [FieldKey.HEIGHT])


def test_only_what_was_misread_is_an_example(
    enquiry: Enquiry, officer_a: Viewer, tables: Tables
) -> None:
    services.clarify(officer_a, enquiry.pk, terms=[*known(enquiry, officer_a), HEIGHT])
    assert not MessageCorrection.objects.exists()
    enquiry.refresh_from_db()

    services.clarify(
        officer_a,
        enquiry.pk,
        terms=with_area(known(enquiry, officer_a), 3000),
        cause=services.Cause.MISREAD,
    )

    assert MessageCorrection.objects.get().field == "area"
    assert library_reads.intake(officer_a, enquiry.intake_id or 0)


def test_a_telephone_that_is_told_goes_into_the_contact_alone(
    enquiry: Enquiry, officer_a: Viewer
) -> None:
    told = [
        Term(FieldKey.TELEPHONE, Read("13800000009", State.GIVEN)),
        Term(FieldKey.MOVE_IN, Read("年前，急找 13800000008", State.GIVEN)),
    ]

    after = services.clarify(officer_a, enquiry.pk, terms=[*known(enquiry, officer_a), *told])

    assert after.contact is not None
    assert after.contact.telephone.open() == "13800000009"
    assert "1380000000" not in everything_stored()
    with pytest.raises(Refused, match="已登记联系人"):
        services.clarify(officer_a, enquiry.pk, terms=told)


def test_nothing_changed_and_what_ended_is_refused(enquiry: Enquiry, officer_a: Viewer) -> None:
    terms = known(enquiry, officer_a)

    with pytest.raises(Refused, match="没有改动"):
        services.clarify(officer_a, enquiry.pk, terms=terms)
    services.close(officer_a, enquiry.pk)
    with pytest.raises(Refused, match="已取消"):
        services.clarify(officer_a, enquiry.pk, terms=[*terms, HEIGHT])


def test_who_may_clarify(
    enquiry: Enquiry, teammate: Viewer, officer_b: Viewer, leader: Viewer
) -> None:
    terms = [HEIGHT]

    for viewer in (officer_b, leader):
        with pytest.raises(NotFound):
            services.clarify(viewer, enquiry.pk, terms=terms)
    assert services.clarify(teammate, enquiry.pk, terms=terms).state == "clarified"


def test_the_history_of_an_enquiry_out_of_sight_is_not_found(
    enquiry: Enquiry, officer_b: Viewer
) -> None:
    with pytest.raises(NotFound):
        selectors.history(officer_b, enquiry.pk)


def test_only_what_is_open_has_an_age(enquiry: Enquiry, officer_a: Viewer) -> None:
    today = enquiry.received_at.date()
    waiting: Any = ageing.age(enquiry, today)

    closed = services.close(officer_a, enquiry.pk)

    assert waiting.days == 0
    assert ageing.age(closed, today) is None
