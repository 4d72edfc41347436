"""Registered clients: protected once, contested without a word of the other, ruled upon."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.apps.conftest import _somebody
from tests.apps.enquiries.conftest import TODAY, Shown, Told
from tests.apps.stored import everything_stored

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.models import Registration
from zhuchao.apps.enquiries.services import Client, Plan, Result, Wanted
from zhuchao.apps.parties import selectors as parties
from zhuchao.apps.people.models import Organisation
from zhuchao.apps.people.viewer import Role, Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.apps.properties.models import Offer, Unit
from zhuchao.core.errors import NotAllowed, NotFound, Refused
from zhuchao.ground import audit

DAYS = 30
TELEPHONE = "138 0000 0001"
CLIENT = Client(company="甲公司", name="王小明", telephone=TELEPHONE)


@pytest.fixture(autouse=True)
def _days(settings: Any) -> None:
    settings.ZHUCHAO_PROTECTION_DAYS = DAYS


@pytest.fixture
def other(agency: Organisation, agent: Viewer) -> Viewer:
    """A second agent of the agency."""
    return _somebody(agency, "other", Role.AGENT)


@pytest.fixture
def head(agency: Organisation) -> Viewer:
    return _somebody(agency, "head", Role.SECTION_HEAD)


@pytest.fixture
def offer(agent: Viewer, shown: Shown) -> Offer:
    return shown(agent)


def register(
    viewer: Viewer, offer: Offer, client: Client = CLIENT, today: date = TODAY
) -> Registration:
    return services.register(viewer, client=client, wanted=Wanted(offer.pk), today=today)


def test_a_client_is_protected_by_a_named_rule(agent: Viewer, offer: Offer) -> None:
    made = register(agent, offer)

    assert (made.state, made.until) == ("held", TODAY + timedelta(days=DAYS))
    assert made.rule == "报备保护期 30 天（系统默认，本单位未另定）"
    assert made.contact is not None
    assert made.contact.telephone.open() == TELEPHONE
    assert audit.latest(1)[0].act == "register_client"


def test_persons_stand_sealed_in_the_contact_alone(agent: Viewer, offer: Offer) -> None:
    wanted = Wanted(offer.pk, note="王小明周三来，13800000001")

    services.register(agent, client=CLIENT, wanted=wanted, today=TODAY)

    stored = everything_stored()
    assert "王小明" not in stored
    assert "13800000001" not in stored.replace(" ", "")


def test_the_same_client_again_is_the_same_registration(agent: Viewer, offer: Offer) -> None:
    first = register(agent, offer)

    assert register(agent, offer, Client(telephone="+86 13800000001")) == first
    assert register(agent, offer, Client(company="甲 公司")) == first


@pytest.mark.parametrize(
    "client", [CLIENT, Client(telephone="１３８００００００１"), Client(company="甲公司")]
)
def test_a_colleagues_client_is_contested_and_nothing_of_it_is_shown(
    agent: Viewer, other: Viewer, offer: Offer, client: Client
) -> None:
    first = register(agent, offer)
    client = Client(client.company, "老王", client.telephone.replace("１３８０", "13800"))

    second = register(other, offer, client)

    assert second.state == "contested"
    assert second.contact != first.contact
    assert selectors.contact_of(other, second) == second.contact
    assert list(selectors.registrations(other)) == [second]
    with pytest.raises(NotFound):
        selectors.registration(other, first.pk)
    first.refresh_from_db()
    assert first.state == "held"
    assert first.contact is not None
    assert first.contact.name.open() == "王小明"
    assert not parties.can_reveal(other, first.contact)


def test_another_place_is_no_contest(agent: Viewer, other: Viewer, shown: Shown) -> None:
    register(agent, shown(agent, "一"))

    assert register(other, shown(agent, "二")).state == "held"


def test_what_ran_out_protects_nobody(agent: Viewer, other: Viewer, offer: Offer) -> None:
    first = register(agent, offer)
    later = first.until + timedelta(days=1)

    assert selectors.state_on(agent, first, later) == "lapsed"
    assert register(other, offer, today=later).state == "held"
    first.refresh_from_db()
    assert first.state == "lapsed"


@pytest.fixture
def unit(head: Viewer) -> Unit:
    park = properties.create_park(head, name="东区", region_code="320481")
    building = properties.create_building(head, park=park, name="1号楼", kind="factory")
    return properties.create_unit(head, building=building, name="整栋", area_m2=6800)


def test_a_park_protects_what_stands_in_it_and_the_other_way_round(
    agent: Viewer, other: Viewer, shown: Shown, unit: Unit
) -> None:
    inside, outside = shown(agent, "内", unit), shown(agent, "外")
    park = Wanted(park_id=unit.building.park_id)
    client = Client(company="乙公司")

    services.register(agent, client=CLIENT, wanted=park, today=TODAY)
    register(agent, inside, client)

    assert register(other, inside).state == "contested"
    assert register(other, outside).state == "held"
    whole = services.register(other, client=client, wanted=park, today=TODAY)
    assert whole.state == "contested"


def test_what_names_nobody_or_nothing_is_refused(agent: Viewer, offer: Offer) -> None:
    with pytest.raises(Refused, match="至少一项"):
        register(agent, offer, Client(name="王小明", telephone="暂无"))
    with pytest.raises(Refused, match="只选其一"):
        services.register(agent, client=CLIENT, wanted=Wanted(), today=TODAY)
    with pytest.raises(NotFound):
        services.register(agent, client=CLIENT, wanted=Wanted(park_id=99), today=TODAY)
    properties.take_off(agent, offer.pk, today=TODAY)
    with pytest.raises(Refused, match="已下架"):
        register(agent, offer)


def viewed(agent: Viewer, told: Told, offer: Offer, outcome: str = "interested") -> int:
    """A viewing of today with the client whom CLIENT names by telephone."""
    noon = datetime(2026, 11, 23, 4, tzinfo=UTC)
    viewing = services.plan_viewing(agent, told(agent).pk, offer_ids=[offer.pk], plan=Plan(noon))
    if outcome:
        services.note_outcome(agent, viewing.pk, result=Result(outcome), now=noon)
    return viewing.pk


def test_it_is_extended_once_by_a_viewing(agent: Viewer, told: Told, offer: Offer) -> None:
    made = register(agent, offer)
    viewing_id = viewed(agent, told, offer)
    assert [each.pk for each in selectors.evidence(agent, made.pk)] == [viewing_id]

    longer = services.extend(agent, made.pk, viewing_id=viewing_id, today=TODAY)

    assert longer.until == TODAY + timedelta(days=2 * DAYS)
    with pytest.raises(Refused, match="已经延长过一次"):
        services.extend(agent, made.pk, viewing_id=viewing_id, today=TODAY)


@pytest.mark.parametrize("outcome", ["", "no_show"])
def test_a_viewing_that_did_not_take_place_is_no_evidence(
    agent: Viewer, told: Told, offer: Offer, outcome: str
) -> None:
    made = register(agent, offer)

    with pytest.raises(Refused, match="不能作为依据"):
        services.extend(agent, made.pk, viewing_id=viewed(agent, told, offer, outcome), today=TODAY)


def test_another_clients_viewing_is_no_evidence(agent: Viewer, told: Told, offer: Offer) -> None:
    made = register(agent, offer, Client(telephone="13800000099"))
    viewing_id = viewed(agent, told, offer)

    with pytest.raises(Refused, match="不能作为依据"):
        services.extend(agent, made.pk, viewing_id=viewing_id, today=TODAY)
    with pytest.raises(Refused, match="重新报备"):
        services.extend(agent, made.pk, viewing_id=viewing_id, today=made.until + timedelta(days=1))


def test_what_runs_out_soon_is_listed(agent: Viewer, other: Viewer, offer: Offer) -> None:
    made = register(agent, offer)
    soon = made.until - timedelta(days=3)

    assert list(selectors.expiring(agent, soon)) == [made]
    assert not selectors.expiring(agent, TODAY)
    assert not selectors.expiring(agent, made.until + timedelta(days=1))
    assert not selectors.expiring(other, soon)


def test_a_protected_client_is_not_shown_the_place_by_another(
    agent: Viewer, other: Viewer, told: Told, offer: Offer
) -> None:
    register(agent, offer)
    enquiry = told(other)

    with pytest.raises(Refused, match="由其他同事服务") as refusal:
        services.plan_viewing(other, enquiry.pk, offer_ids=[offer.pk], plan=Plan(datetime.now(UTC)))
    assert agent.name not in refusal.value.sentence


def test_the_head_rules_on_a_contest(
    agent: Viewer, other: Viewer, head: Viewer, offer: Offer
) -> None:
    first, second = register(agent, offer), register(other, offer)
    assert set(selectors.registrations(head)) == {first, second}

    with pytest.raises(NotAllowed, match="科长裁定"):
        services.uphold(other, second.pk, reason="客户先找我", today=TODAY)
    with pytest.raises(Refused, match="裁定理由"):
        services.uphold(head, second.pk, reason=" ", today=TODAY)
    services.uphold(head, second.pk, reason="先有带看记录", today=TODAY)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("released", "held")
    assert second.ruling == "先有带看记录"
    with pytest.raises(Refused, match="没有争议"):
        services.dismiss(head, second.pk, reason="再看")


def test_a_dismissed_contest_leaves_the_first_alone(
    agent: Viewer, other: Viewer, head: Viewer, offer: Offer
) -> None:
    first, second = register(agent, offer), register(other, offer)

    services.dismiss(head, second.pk, reason="报备在后")

    first.refresh_from_db()
    assert first.state == "held"
    assert selectors.registration(other, second.pk).ruling == "报备在后"


def test_a_released_client_is_free(agent: Viewer, other: Viewer, offer: Offer) -> None:
    made = register(agent, offer)
    with pytest.raises(NotFound):
        services.release(other, made.pk)

    services.release(agent, made.pk)

    assert register(other, offer).state == "held"
    with pytest.raises(Refused, match="不用释放"):
        services.release(agent, made.pk)


def test_who_may_register(leader: Viewer, officer_a: Viewer, offer: Offer) -> None:
    with pytest.raises(NotAllowed):
        register(leader, offer)
    with pytest.raises(NotFound):
        register(officer_a, offer)
