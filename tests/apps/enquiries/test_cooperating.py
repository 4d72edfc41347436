"""Cooperation: two agents, a hundred per cent, and the consent of both in the chain."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.apps.conftest import _somebody
from tests.apps.enquiries.conftest import TODAY, Shown, Told

from zhuchao.apps.enquiries import selectors, services
from zhuchao.apps.enquiries.models import Registration
from zhuchao.apps.enquiries.services import Client, Plan, Split, Wanted
from zhuchao.apps.people.models import Organisation
from zhuchao.apps.people.viewer import Role, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import audit

CLIENT = Client(company="甲公司", telephone="13800000001")
HALVES = Split(60, 40, "我带看，他谈业主")


@pytest.fixture
def partner(agency: Organisation, agent: Viewer) -> Viewer:
    return _somebody(agency, "partner", Role.AGENT)


@pytest.fixture
def third(agency: Organisation, agent: Viewer) -> Viewer:
    return _somebody(agency, "third", Role.AGENT)


@pytest.fixture
def held(agent: Viewer, shown: Shown) -> Registration:
    return services.register(agent, client=CLIENT, wanted=Wanted(shown(agent).pk), today=TODAY)


def number(viewer: Viewer) -> int:
    assert viewer.person_id is not None
    return viewer.person_id


def test_both_consent_and_the_chain_keeps_the_split(
    agent: Viewer, partner: Viewer, held: Registration
) -> None:
    made = services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=HALVES)
    assert list(selectors.open_cooperations(partner)) == [made]

    services.accept_cooperation(partner, made.pk)

    entry = audit.latest(1)[0]
    assert selectors.cooperation(agent, made.pk).state == "agreed"
    assert entry.act == "accept_cooperation"
    assert (entry.detail["share"], entry.detail["partner_share"]) == (60, 40)
    assert not selectors.open_cooperations(partner)
    assert audit.verify().is_whole


def test_the_partner_sees_the_cooperation_and_never_the_client(
    agent: Viewer, partner: Viewer, third: Viewer, held: Registration
) -> None:
    made = services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=HALVES)

    assert selectors.cooperation(partner, made.pk) == made
    with pytest.raises(NotFound):
        selectors.registration(partner, held.pk)
    with pytest.raises(NotFound):
        selectors.cooperation(third, made.pk)


@pytest.mark.parametrize("split", [Split(60, 50), Split(100, 0), Split(120, -20), Split(30, 30)])
def test_shares_that_do_not_add_up_are_refused(
    agent: Viewer, partner: Viewer, held: Registration, split: Split
) -> None:
    with pytest.raises(Refused, match="100%"):
        services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=split)


def test_one_cooperation_stands_at_a_time(
    agent: Viewer, partner: Viewer, third: Viewer, held: Registration
) -> None:
    first = services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=HALVES)
    with pytest.raises(Refused, match="已有合作约定"):
        services.propose_cooperation(agent, held.pk, partner_id=number(third), split=HALVES)

    services.decline_cooperation(partner, first.pk)

    assert (
        services.propose_cooperation(agent, held.pk, partner_id=number(third), split=HALVES).state
        == "proposed"
    )
    with pytest.raises(Refused, match="未同意"):
        services.accept_cooperation(partner, first.pk)


def test_who_may_propose_and_answer(
    agent: Viewer, partner: Viewer, leader: Viewer, held: Registration
) -> None:
    with pytest.raises(NotFound):
        services.propose_cooperation(partner, held.pk, partner_id=number(agent), split=HALVES)
    with pytest.raises(Refused, match="另一位"):
        services.propose_cooperation(agent, held.pk, partner_id=number(agent), split=HALVES)
    with pytest.raises(NotFound, match="没有这位同事"):
        services.propose_cooperation(agent, held.pk, partner_id=number(leader), split=HALVES)
    made = services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=HALVES)
    with pytest.raises(NotFound):
        services.accept_cooperation(agent, made.pk)
    services.release(agent, held.pk)
    with pytest.raises(Refused, match="已释放"):
        services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=HALVES)


def test_who_shares_a_client_may_show_it_the_place(
    agent: Viewer, partner: Viewer, held: Registration, told: Told
) -> None:
    made = services.propose_cooperation(agent, held.pk, partner_id=number(partner), split=HALVES)
    services.accept_cooperation(partner, made.pk)

    viewing = services.plan_viewing(
        partner, told(partner).pk, offer_ids=[held.offer_id or 0], plan=Plan(datetime.now(UTC))
    )

    assert viewing.owner_id == partner.person_id
