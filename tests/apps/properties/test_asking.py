"""Owners are asked before an offer grows stale, by a link that is theirs alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Viewer
from zhuchao.apps.properties import selectors, services, tasks
from zhuchao.apps.properties.mapping import exactly, given
from zhuchao.apps.properties.models import Offer, OwnerAsk
from zhuchao.apps.properties.services.asking import MOST_ANSWERS, OPEN_DAYS
from zhuchao.core.carriers import FADING_AFTER_DAYS, STALE_AFTER_DAYS
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.vocabulary.term import FieldKey

TODAY = date(2026, 11, 28)
FADING = TODAY - timedelta(days=FADING_AFTER_DAYS + 1)
STALE = TODAY - timedelta(days=STALE_AFTER_DAYS + 1)


def shown(viewer: Viewer, confirmed_on: date = TODAY) -> Offer:
    offer = services.confirm_supply(
        viewer, intake_id=None, title="厂房", terms=[given(FieldKey.AREA, exactly(100))], text=""
    )
    return services.put_on(viewer, offer.pk, today=confirmed_on)


def asked(viewer: Viewer, confirmed_on: date = FADING) -> OwnerAsk:
    return services.ask_owner(viewer, shown(viewer, confirmed_on).pk, today=TODAY)


def answer(ask: OwnerAsk, told: str, remark: str = "", today: date = TODAY) -> Offer:
    services.answer_ask(PUBLIC, ask.token, answer=told, remark=remark, today=today)
    return Offer.objects.get(pk=ask.offer_id)


def test_who_was_not_heard_of_is_asked_and_then_no_longer_shown(officer_a: Viewer) -> None:
    fresh, fading, stale = (shown(officer_a, day) for day in (TODAY, FADING, STALE))

    assert services.ask_where_due(SYSTEM, today=TODAY) == 2
    assert services.let_go_stale(SYSTEM, today=TODAY) == 1

    assert {each.pk: each.state for each in Offer.objects.all()} == {
        fresh.pk: "on",
        fading.pk: "on",
        stale.pk: "stale",
    }
    assert services.ask_where_due(SYSTEM, today=TODAY) == 0
    assert list(selectors.stale_offers(officer_a, TODAY)) == [stale, fading]
    assert not selectors.offers(PUBLIC).filter(pk=stale.pk)


def test_the_task_does_both(officer_a: Viewer) -> None:
    shown(officer_a, date(2020, 1, 1))

    assert tasks.keep_fresh.call() == 2
    assert tasks.keep_fresh.call() == 0


def test_an_owner_is_not_asked_twice_in_a_week(officer_a: Viewer) -> None:
    first = asked(officer_a)

    again = services.ask_owner(officer_a, first.offer_id, today=TODAY + timedelta(days=3))

    assert again == first
    assert len(first.token) >= 32


def test_an_offer_that_is_not_shown_is_not_asked_about(officer_a: Viewer) -> None:
    offer = shown(officer_a)
    services.take_off(officer_a, offer.pk, today=TODAY)

    with pytest.raises(Refused, match="不用询问业主"):
        services.ask_owner(officer_a, offer.pk, today=TODAY)


def test_who_may_only_read_asks_nobody(officer_a: Viewer, leader: Viewer) -> None:
    with pytest.raises(NotAllowed):
        services.ask_owner(leader, shown(officer_a).pk, today=TODAY)


def test_still_there_confirms_it(officer_a: Viewer) -> None:
    offer = answer(asked(officer_a), "stands")

    assert (offer.state, offer.confirmed_on) == ("on", TODAY)


def test_still_there_shows_again_what_time_alone_took_off(officer_a: Viewer) -> None:
    ask = asked(officer_a, STALE)
    services.let_go_stale(SYSTEM, today=TODAY)

    offer = answer(ask, "stands")

    assert (offer.state, offer.confirmed_on) == ("on", TODAY)


def test_a_change_goes_to_its_officer_without_persons(officer_a: Viewer) -> None:
    offer = answer(asked(officer_a), "changed", "租金改为22元，找 13800000003")

    assert (offer.state, offer.confirmed_on) == ("checking", FADING)
    told = selectors.answered_asks(officer_a).get()
    assert told.remark == "租金改为22元，找 ＊＊＊＊＊＊＊＊＊＊＊"
    assert selectors.last_answer(officer_a, offer) == told
    assert "22元" not in offer.text


def test_what_is_let_goes_to_checking(officer_a: Viewer) -> None:
    assert answer(asked(officer_a), "let").state == "checking"


def test_a_change_says_which(officer_a: Viewer) -> None:
    ask = asked(officer_a)

    for told, expected in (("changed", "有什么变化"), ("maybe", "三个答案")):
        with pytest.raises(Refused, match=expected):
            answer(ask, told)
    assert Offer.objects.get().state == "on"


def test_a_slip_is_put_right_but_not_for_ever(officer_a: Viewer) -> None:
    ask = asked(officer_a)

    for _ in range(MOST_ANSWERS):
        answer(ask, "let")

    with pytest.raises(Refused, match="多次答复"):
        answer(ask, "stands")


def test_a_link_ends(officer_a: Viewer) -> None:
    ask = asked(officer_a)

    with pytest.raises(Refused, match="有效期"):
        answer(ask, "stands", today=TODAY + timedelta(days=OPEN_DAYS + 1))
    with pytest.raises(NotFound):
        services.answer_ask(PUBLIC, "no-such-token", answer="stands", today=TODAY)


def test_an_offer_that_ended_takes_no_answer(officer_a: Viewer) -> None:
    ask = asked(officer_a)
    services.move_offer(officer_a, ask.offer_id, state="off", today=TODAY)

    with pytest.raises(Refused, match="不在挂牌"):
        answer(ask, "stands")
    assert Offer.objects.get().state == "off"


def test_offers_are_found_by_freshness_and_park(officer_a: Viewer) -> None:
    fading = shown(officer_a, FADING)
    shown(officer_a)
    park = services.create_park(officer_a, name="东区", region_code="320481")
    plot = services.create_plot(officer_a, park=park, number="A-1", area_m2=100)
    draft = services.draft_from_plot(officer_a, plot.pk)

    def found(**where: object) -> list[Offer]:
        return list(selectors.offers(officer_a, where=selectors.Where(**where)))  # type: ignore[arg-type]

    assert found(freshness=selectors.Freshness.FADING, today=TODAY) == [fading]
    assert found(freshness=selectors.Freshness.STALE, today=TODAY) == [draft]
    assert found(park_id=park.pk) == [draft]
