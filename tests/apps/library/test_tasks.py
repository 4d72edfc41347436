"""The round of the worker: registered each minute, ended by its time and by other work."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.apps.library.site import Site, list_page

from zhuchao.apps.library import tasks
from zhuchao.apps.library.models import SiteManners, WatchedSource
from zhuchao.ground.jobs.schedule import REGISTER
from zhuchao.ground.tasks import clear_expired

pytestmark = pytest.mark.django_db
HOST = "park.test"


@pytest.fixture
def source(site: Site, watch: Callable[[str], WatchedSource]) -> WatchedSource:
    links = [
        (site.put_article(HOST, f"/a/{n}.html", f"园区第{n}批项目开工"), f"园区第{n}批项目开工")
        for n in range(3)
    ]
    return watch(site.put(HOST, "/list.html", list_page(links)))


def test_it_is_registered_to_run_each_minute() -> None:
    assert REGISTER[tasks.visit_due.module_path].period == timedelta(minutes=1)


def test_a_round_does_what_is_due(source: WatchedSource, work: Callable[[], int]) -> None:
    assert work() == 4
    assert work() == 0


def test_a_round_makes_room_for_other_work(source: WatchedSource, work: Callable[[], int]) -> None:
    clear_expired.enqueue()

    assert work() == 0


def test_a_round_ends_where_a_host_wants_longer_rest(
    site: Site, source: WatchedSource, work: Callable[[], int]
) -> None:
    free_at = timezone.now() + timedelta(minutes=5)
    SiteManners.objects.create(host=f"{HOST}:{site.port}", next_at=free_at)

    assert work() == 0
    assert not site.asked


def test_a_round_ends_with_its_time(
    source: WatchedSource, work: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "WORK_S", 0)

    assert work() == 0
