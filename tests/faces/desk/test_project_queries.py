"""The pages of projects ask as much of the database for four times as many projects."""

from __future__ import annotations

from typing import Any

import pytest
from benchmarks.speed.ledger import Ledger, begin, grow
from benchmarks.speed.projects import AS_OFFICER, PAGES
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

FEW, MANY = 150, 450
ASKED = [("head", name) for name in PAGES] + [("officer", name) for name in AS_OFFICER]


def queries(ledger: Ledger) -> dict[tuple[str, str], int]:
    today = timezone.localdate()
    then = today.replace(year=today.year - 1, day=1)
    named = {"project": ledger.project_id, "year": today.year, "then": then}
    found = {}
    for who, name in ASKED:
        client = Client()
        person = getattr(ledger, who)
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(PAGES[name].format(**named))
            found[who, name] = len(asked)
        assert answer.status_code == 200, (name, answer.content.decode())
    return found


@pytest.fixture
def ledger(db: None, settings: Any) -> Ledger:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return begin(officers=2)


def test_no_page_asks_more_of_a_larger_ledger(ledger: Ledger) -> None:
    grow(ledger, range(FEW), months=6)
    few = queries(ledger)

    grow(ledger, range(FEW, MANY), months=6)
    many = queries(ledger)

    assert {key: (few[key], many[key]) for key in few if few[key] < many[key]} == {}
    assert max(many.values()) <= 60
