"""What every test shares: the database copied from a template, and the reference tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import settings as hypothesis_settings
from tests.databases import test_database

from zhuchao import tables as reference
from zhuchao.apps.properties import shelf
from zhuchao.core.vocabulary.tables import Tables

# Many people sign in here, and none of them has anything to lose.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# A property takes longer where others are at work on the machine; speed is measured elsewhere.
hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    workerinput = getattr(request.config, "workerinput", {"workerid": "main"})
    with django_db_blocker.unblock(), test_database(workerinput["workerid"]):
        yield


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What fixtures of a file make on this stays for its tests; it is taken back after the last."""
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture(scope="session")
def tables() -> Tables:
    return reference.load()


@pytest.fixture(autouse=True)
def _bare_shelves() -> None:
    """A register that a test leaves behind is not the next one's."""
    shelf.forget()
