"""A sheet is shared with one client: chosen, frozen in order, closed, opened again, answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.enquiries.models import SharedSheet
from zhuchao.apps.enquiries.selectors import sheets as selectors
from zhuchao.apps.enquiries.services import sharing as services
from zhuchao.apps.enquiries.services.sharing import SheetWish
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.properties import services as offering
from zhuchao.apps.properties.models import Offer
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.ground.models import AuditEntry

TODAY = date(2026, 11, 28)
PutOn = Callable[..., Offer]


@pytest.fixture
def put_on(section_head: Viewer, tables: Tables) -> PutOn:
    def do(title: str = "溧阳厂房", viewer: Viewer = section_head) -> Offer:
        terms = parse("出租溧阳厂房，3000平，18元/㎡/月", tables).terms
        made = offering.confirm_supply(viewer, intake_id=None, title=title, terms=terms, text=title)
        return offering.put_on(viewer, made.pk, today=TODAY)

    return do


def make(viewer: Viewer, *offers: Offer, key: str = "k", **wish: Any) -> SharedSheet:
    asked = SheetWish(**{"title": "两处厂房", "offer_ids": [each.pk for each in offers]} | wish)
    return services.make_sheet(viewer, wish=asked, idempotency_key=key, today=TODAY)


def acts(sheet: SharedSheet) -> list[str]:
    found = AuditEntry.objects.filter(subject="sheet", subject_id=str(sheet.pk)).order_by("pk")
    return [each.act for each in found]


def test_the_choice_keeps_its_order_and_is_recorded(officer_a: Viewer, put_on: PutOn) -> None:
    first, second = put_on("甲厂房"), put_on("乙厂房")

    sheet = make(officer_a, second, first, days=7)

    assert [each.offer for each in selectors.shared_offers(officer_a, sheet)] == [second, first]
    assert sheet.expires_on == TODAY + timedelta(days=7)
    assert len(sheet.token) >= 32
    assert acts(sheet) == ["make_sheet"]


def test_the_same_key_gives_the_same_sheet(officer_a: Viewer, put_on: PutOn) -> None:
    offer = put_on()

    assert make(officer_a, offer) == make(officer_a, offer)
    assert make(officer_a, offer, key="other") != make(officer_a, offer)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"title": " "}, "要有标题"),
        ({"title": "长" * 61}, "最多 60 字"),
        ({"note": "长" * 501}, "最多 500 字"),
        ({"note": "有事打 138 0000 0001"}, "不要写电话"),
        ({"days": 0}, "1 到 90 天"),
        ({"days": 91}, "1 到 90 天"),
        ({"offer_ids": []}, "1 到 10 处"),
        ({"offer_ids": list(range(1, 12))}, "1 到 10 处"),
    ],
)
def test_what_a_sheet_cannot_be_made_of_is_told(
    officer_a: Viewer, put_on: PutOn, wish: dict[str, Any], told: str
) -> None:
    with pytest.raises(Refused, match=told):
        make(officer_a, put_on(), **wish)


def test_only_what_is_on_and_in_sight_is_shared(
    officer_a: Viewer, agent: Viewer, put_on: PutOn, section_head: Viewer
) -> None:
    off = put_on()
    offering.take_off(section_head, off.pk, today=TODAY)

    with pytest.raises(Refused, match=off.code):
        make(officer_a, off)
    with pytest.raises(NotFound):
        make(officer_a, put_on("别家房源", agent))


def test_rights_decide_who_makes_sees_and_closes_a_sheet(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, leader: Viewer, put_on: PutOn
) -> None:
    offer = put_on()
    sheet = make(officer_a, offer)

    for viewer in (leader, PUBLIC):
        with pytest.raises(NotAllowed):
            make(viewer, offer)
    assert selectors.sheet(teammate, sheet.pk) == sheet
    assert selectors.sheet(leader, sheet.pk) == sheet
    with pytest.raises(NotFound):
        selectors.sheet(officer_b, sheet.pk)
    with pytest.raises(NotAllowed):
        services.withdraw_sheet(leader, sheet.pk)
    services.withdraw_sheet(teammate, sheet.pk)


def test_who_follows_the_enquiry_sees_its_sheets(
    officer_a: Viewer, officer_b: Viewer, section_head: Viewer, put_on: PutOn, tables: Tables
) -> None:
    text = "求租溧阳厂房，3000平"
    asked = enquiries.confirm_demand(
        officer_a, intake_id=None, terms=parse(text, tables).terms, text=text, idempotency_key="x"
    )

    sheet = make(section_head, put_on(), enquiry_id=asked.pk)

    assert list(selectors.sheets_of(officer_a, asked.pk)) == [sheet]
    assert list(selectors.sheets_of(officer_b, asked.pk)) == []
    with pytest.raises(NotFound):
        make(officer_b, put_on("另一处"), enquiry_id=asked.pk)


def test_a_link_runs_out_is_withdrawn_and_restored(officer_a: Viewer, put_on: PutOn) -> None:
    sheet = make(officer_a, put_on(), days=7)
    last, late = TODAY + timedelta(days=7), TODAY + timedelta(days=8)

    assert selectors.sheet_by_token(PUBLIC, sheet.token, last) == sheet
    for _ in range(2):
        withdrawn = services.withdraw_sheet(officer_a, sheet.pk)
    assert selectors.state_of(officer_a, withdrawn, TODAY) == "withdrawn"
    for token, day in ((sheet.token, TODAY), (sheet.token, late), ("no-such-token", TODAY)):
        with pytest.raises(NotFound, match="已过期或已撤回"):
            selectors.sheet_by_token(PUBLIC, token, day)

    restored = services.restore_sheet(officer_a, sheet.pk, today=late)

    assert restored.expires_on == late + timedelta(days=services.USUAL_DAYS)
    assert selectors.sheet_by_token(PUBLIC, sheet.token, late) == sheet
    assert acts(sheet) == ["make_sheet", "withdraw_sheet", "restore_sheet"]


def test_openings_are_counted_by_day_and_colleagues_are_not(
    officer_a: Viewer, put_on: PutOn
) -> None:
    sheet = make(officer_a, put_on())
    tomorrow = TODAY + timedelta(days=1)

    for viewer, day in ((PUBLIC, TODAY), (PUBLIC, TODAY), (officer_a, TODAY), (PUBLIC, tomorrow)):
        services.open_sheet(viewer, sheet.token, today=day)

    counted = [(each.day, each.opened) for each in selectors.openings(officer_a, sheet)]
    assert counted == [(tomorrow, 1), (TODAY, 2)]
    assert selectors.sheet(officer_a, sheet.pk).opened == 3
    assert acts(sheet) == ["make_sheet", "open_sheet", "open_sheet"]


def test_an_answer_stands_until_it_is_changed(officer_a: Viewer, put_on: PutOn) -> None:
    offer, other = put_on("甲厂房"), put_on("乙厂房")
    sheet = make(officer_a, offer, other)

    def say(answer: str) -> str:
        return services.answer_sheet(
            PUBLIC, sheet.token, code=offer.code, answer=answer, today=TODAY
        ).answer

    assert [say("interested"), say("interested"), say("unsuitable")] == [
        "interested", "interested", "unsuitable",
    ]  # fmt: skip
    assert acts(sheet) == ["make_sheet", "answer_sheet", "answer_sheet"]
    (told,) = selectors.answers(officer_a, TODAY)
    assert (told.offer, told.answer) == (offer, "unsuitable")
    assert say("") == ""
    assert not selectors.answers(officer_a, TODAY).exists()


def test_who_answers_without_end_is_asked_to_stop(
    officer_a: Viewer, put_on: PutOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MOST_ANSWERS_A_DAY", 2)
    offer = put_on()
    sheet = make(officer_a, offer)

    def say(answer: str, day: date = TODAY) -> None:
        services.answer_sheet(PUBLIC, sheet.token, code=offer.code, answer=answer, today=day)

    say("interested")
    say("unsuitable")
    with pytest.raises(Refused, match="明天"):
        say("interested")
    say("interested", TODAY + timedelta(days=1))


def test_what_is_not_on_the_sheet_or_no_longer_on_is_not_answered(
    officer_a: Viewer, section_head: Viewer, put_on: PutOn
) -> None:
    offer, other = put_on("甲厂房"), put_on("乙厂房")
    sheet = make(officer_a, offer)

    for code, answer in ((other.code, "interested"), (offer.code, "perhaps")):
        with pytest.raises(NotFound):
            services.answer_sheet(PUBLIC, sheet.token, code=code, answer=answer, today=TODAY)
    offering.take_off(section_head, offer.pk, today=TODAY)
    with pytest.raises(Refused, match="不在架"):
        services.answer_sheet(PUBLIC, sheet.token, code=offer.code, answer="", today=TODAY)
