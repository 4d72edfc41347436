"""A site on this machine, reached under any name, and sources of it that an officer watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.utils import timezone
from tests.apps.library.site import Site, serving

from zhuchao.apps.library import robots, services, tasks
from zhuchao.apps.library.models import SiteManners, WatchedAddress, WatchedSource
from zhuchao.apps.people.viewer import Viewer
from zhuchao.ground.fetching import Door

HERE = "127.0.0.1"
GAP_S = 0.01


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The names of its hosts all lead here; between two requests it rests ``GAP_S``."""
    door = Door(resolver=lambda host, port: [HERE], admits=lambda number: number == HERE)
    monkeypatch.setattr(robots, "DOOR", door)
    monkeypatch.setattr(robots, "MIN_GAP_S", GAP_S)
    with serving() as found:
        yield found


@pytest.fixture
def watch(officer_a: Viewer) -> Callable[[str], WatchedSource]:
    """Watch an address as the officer, each hour."""

    def begin(address: str) -> WatchedSource:
        return services.watch(officer_a, name="", address=address, every_minutes=60)

    return begin


@pytest.fixture
def work() -> Callable[[], int]:
    """One round of the worker; the number of its steps."""
    return tasks.visit_due.func


def make_due() -> None:
    """Time passes: every source and every waiting page is due, and no host needs rest."""
    now = timezone.now()
    WatchedSource.objects.update(next_at=now)
    WatchedAddress.objects.filter(state="waiting").update(next_at=now)
    SiteManners.objects.update(next_at=None)
