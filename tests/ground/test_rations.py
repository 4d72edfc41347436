"""What is rationed by the day: so much and no more, also when several take at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction
from tests.databases import test_database as copied_database

from zhuchao.ground import rations
from zhuchao.ground.models import Ration

TODAY = date(2026, 3, 31)
WRITERS = 6


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database of its own: what several connections commit cannot be rolled back."""
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        with copied_database(f"rations_{os.getpid()}"):
            yield
        connection.settings_dict["NAME"] = shared


@pytest.mark.django_db
def test_amounts_are_taken_as_long_as_they_fit() -> None:
    took = [rations.take("files", "a", most=10, on=TODAY, much=each) for each in (11, 6, 5, 4, 1)]

    assert took == [False, True, False, True, False]
    assert rations.take("files", "b", most=10, on=TODAY, much=10)


def test_several_at_once_never_take_more_than_there_is(own_database: None) -> None:
    ready = Barrier(WRITERS)

    def take(_: int) -> bool:
        ready.wait(30)
        try:
            with transaction.atomic():
                return rations.take("files", "", most=10, on=TODAY, much=3)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        took = list(pool.map(take, range(WRITERS)))

    assert took.count(True) == 3
    assert Ration.objects.get(scope="files").taken == 9
