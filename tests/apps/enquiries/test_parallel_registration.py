"""Many agents register one client at the same moment: one protects it, whoever was quicker."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from tests.apps.conftest import _somebody
from tests.apps.enquiries.conftest import TODAY
from tests.databases import test_database as copied_database

from zhuchao.apps.enquiries import services
from zhuchao.apps.enquiries.models import Registration
from zhuchao.apps.enquiries.services import Client, Wanted
from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.core.errors import ZhuchaoError
from zhuchao.ground import audit

AGENTS = 6
# One client however it is written down.
CLIENTS = (
    Client(telephone="13800000001"),
    Client(company="甲公司", telephone="138 0000 0001"),
    Client(company="甲 公司"),
)
KNOWN_BY_BOTH = CLIENTS[1]


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database of its own: what several connections commit cannot be rolled back."""
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        with copied_database(f"parallel_{os.getpid()}"):
            yield
        connection.settings_dict["NAME"] = shared


@pytest.fixture
def agents(own_database: None) -> list[Viewer]:
    agency = people.create_organisation(SYSTEM, name="测试中介", kind="agency")
    return [_somebody(agency, f"agent-{number}", Role.AGENT) for number in range(AGENTS)]


@pytest.fixture
def wanted(agents: list[Viewer]) -> list[Wanted]:
    """A park and an offer within it: both protect the client against the other."""
    park = properties.create_park(agents[0], name="东区", region_code="320481")
    building = properties.create_building(agents[0], park=park, name="1号楼", kind="factory")
    unit = properties.create_unit(agents[0], building=building, name="甲", area_m2=900)
    offer = properties.confirm_supply(
        agents[0], intake_id=None, title="厂房", terms=(), text="", carrier=unit
    )
    return [Wanted(offer_id=offer.pk), Wanted(park_id=park.pk)]


def at_once(agents: list[Viewer], wanted: list[Wanted], clients: tuple[Client, ...]) -> list[str]:
    barrier = Barrier(len(agents))

    def register(number: int) -> str:
        barrier.wait()
        try:
            return services.register(
                agents[number],
                client=clients[number % len(clients)],
                wanted=wanted[number % len(wanted)],
                today=TODAY,
            ).state
        except ZhuchaoError as failure:
            return failure.sentence
        finally:
            connection.close()

    with ThreadPoolExecutor(len(agents)) as pool:
        return list(pool.map(register, range(len(agents))))


@pytest.mark.parametrize("places", [1, 2])
def test_one_protects_the_client_and_the_others_are_contested(
    agents: list[Viewer], wanted: list[Wanted], places: int
) -> None:
    states = at_once(agents, wanted[:places], (KNOWN_BY_BOTH,))

    assert Counter(states) == {"held": 1, "contested": AGENTS - 1}
    assert Registration.objects.filter(state="held").count() == 1
    assert audit.verify().is_whole


def test_no_two_protect_the_same_telephone_or_company(
    agents: list[Viewer], wanted: list[Wanted]
) -> None:
    at_once(agents, wanted[:1], CLIENTS)

    held = list(Registration.objects.filter(state="held"))
    for marks in ([each.telephone_mark for each in held], [each.company_mark for each in held]):
        known = [mark for mark in marks if mark]
        assert len(known) == len(set(known))
