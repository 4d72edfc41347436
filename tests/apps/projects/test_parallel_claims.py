"""Eight officers claim one firm at the same moment, and one asks at once: nobody doubles."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from tests.apps.conftest import _somebody
from tests.apps.projects.conftest import FIRM, TODAY, filing
from tests.databases import test_database as copied_database

from zhuchao import tables as reference
from zhuchao.apps.parties import services as parties
from zhuchao.apps.parties.models import Company
from zhuchao.apps.people import services as people
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import SYSTEM, Role, Viewer
from zhuchao.apps.projects import services
from zhuchao.apps.projects.models import BlindCheck, CheckAlert, Claim, Contest
from zhuchao.apps.projects.services import Terms
from zhuchao.core.errors import ZhuchaoError
from zhuchao.ground import audit

WRITERS = 8
HOLDING = ("held", "ruled")


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database of its own: what several connections commit cannot be rolled back."""
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        with copied_database(f"claims_{os.getpid()}"):
            yield
        connection.settings_dict["NAME"] = shared


@pytest.fixture
def officers(own_database: None) -> list[Viewer]:
    park = people.create_organisation(SYSTEM, name="测试园区", kind="park")
    return [_somebody(park, f"officer-{number}", Role.OFFICER) for number in range(WRITERS)]


@pytest.fixture
def head(officers: list[Viewer]) -> Viewer:
    person = people.create_person(
        SYSTEM, sign_in="head", display_name="测试科长", password="a-long-one-for-tests"
    )
    people.assign_role(
        SYSTEM,
        person_id=person.pk,
        organisation_id=officers[0].organisation_id or 0,
        role=Role.SECTION_HEAD,
    )
    return viewer_of(person)


def at_once(acts: list[Callable[[], str]]) -> list[str]:
    barrier = Barrier(len(acts))

    def run(act: Callable[[], str]) -> str:
        barrier.wait()
        try:
            return act()
        except ZhuchaoError as failure:
            return failure.sentence
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def filing_of(officer: Viewer, company: str = FIRM) -> Callable[[], str]:
    told = filing(company=company)
    return lambda: services.file_claim(officer, filing=told, today=TODAY).state


def test_one_holds_the_firm_and_the_others_are_contested(officers: list[Viewer]) -> None:
    states = at_once([filing_of(each) for each in officers])

    assert Counter(states) == {"held": 1, "contested": WRITERS - 1}
    assert Contest.objects.count() == 1
    assert Claim.objects.filter(contest=Contest.objects.get()).count() == WRITERS
    assert audit.verify().is_whole


def test_one_holds_a_family_under_several_names(officers: list[Viewer]) -> None:
    names = [FIRM, "澄湖精密股份公司", "澄湖精密集团"]
    rows = [parties.note_company(officers[0], name=name) for name in names]
    Company.objects.filter(pk__in=[each.pk for each in rows[1:]]).update(head=rows[0])

    states = at_once(
        [filing_of(each, names[place % len(names)]) for place, each in enumerate(officers)]
    )

    assert Counter(states) == {"held": 1, "contested": WRITERS - 1}
    assert Claim.objects.filter(state__in=HOLDING).count() == 1


def test_acts_on_one_firm_at_once_leave_no_two_holders(
    officers: list[Viewer], head: Viewer
) -> None:
    first, receiver, *others = officers
    claim = services.file_claim(first, filing=filing(), today=TODAY)
    terms = Terms(50, ("tax",), 2027, 2031, "双方")
    made = services.propose_transfer(
        first, claim.pk, to_person_id=receiver.person_id or 0, terms=terms, today=TODAY
    )

    def accept() -> str:
        return services.accept_transfer(receiver, made.pk, today=TODAY).state

    def release() -> str:
        return services.release_claim(first, claim.pk, reason="放弃", today=TODAY).state

    at_once([accept, release, *(filing_of(each) for each in others)])

    # None, where the holder gave it free while others disputed it: the head rules.
    assert Claim.objects.filter(state__in=HOLDING).count() <= 1
    assert audit.verify().is_whole


def test_questions_at_once_do_not_pass_the_budget(officers: list[Viewer], head: Viewer) -> None:
    budget = reference.claim_rule().checks_a_day
    for number in range(budget - 3):
        services.check(officers[0], name=f"第{number}号公司", today=TODAY)

    def ask(number: int) -> Callable[[], str]:
        name = f"另{number}号公司"
        return lambda: services.check(officers[0], name=name, today=TODAY).verdict.answer

    said = at_once([ask(number) for number in range(WRITERS)])

    assert Counter(each == "no" for each in said) == {True: 3, False: WRITERS - 3}
    assert BlindCheck.objects.count() == budget
    assert CheckAlert.objects.count() == 1
