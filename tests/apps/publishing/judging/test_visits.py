"""The self-clicker: a thousand clicks of one visitor come to one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from tests.apps.publishing.people import channel, published

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing.judging import inputs, visits
from zhuchao.apps.publishing.models import ArticleDay, VisitMark
from zhuchao.apps.publishing.rendering import seen
from zhuchao.ground.counting import SeenPages

pytestmark = pytest.mark.django_db

MINUTE, DAY = 60.0, 86_400.0
COUNTS = ("readers", "useful", "shared")


class Clock:
    def __init__(self) -> None:
        self.now = timezone.now().timestamp() // DAY * DAY + 4 * 3600

    def __call__(self) -> float:
        return self.now

    @property
    def moment(self) -> Any:
        return timezone.datetime.fromtimestamp(self.now, tz=timezone.get_current_timezone())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def layer(tmp_path: Path, home: Path, clock: Clock) -> SeenPages:
    return SeenPages(lambda environ, start: [b""], tmp_path / "seen", clock)


def click(layer: SeenPages, kind: str, page: int, reader: str, **more: str) -> None:
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": f"/{kind}/{page}/", "REMOTE_ADDR": reader}
    list(layer(environ | more, lambda status, headers: None))


def counted(page: int, clock: Clock) -> dict[str, int]:
    clock.now += 3 * MINUTE
    seen.count(clock.moment)
    return {name: inputs.counts(name, [page])[page] for name in COUNTS}


def test_a_thousand_clicks_of_one_visitor_change_nothing_beyond_one(
    editor: Viewer, layer: SeenPages, clock: Clock
) -> None:
    page = published(editor, "二期开园", in_channel=channel()).pk
    for number in range(1000):
        for kind in ("seen", "useful", "shared"):
            click(layer, kind, page, "203.0.113.5", HTTP_USER_AGENT=f"browser {number}")
        clock.now += 20
        if number % 100 == 0:
            seen.count(clock.moment)

    assert counted(page, clock) == {"readers": 1, "useful": 1, "shared": 1}

    click(layer, "useful", page, "203.0.113.6")
    assert counted(page, clock) == {"readers": 1, "useful": 2, "shared": 1}


def test_the_next_day_counts_anew_and_yesterdays_marks_are_gone(
    editor: Viewer, layer: SeenPages, clock: Clock
) -> None:
    page = published(editor, "二期开园", in_channel=channel()).pk
    click(layer, "useful", page, "203.0.113.5")
    counted(page, clock)
    assert visits.forget_marks(clock.moment) == 0
    clock.now += DAY
    click(layer, "useful", page, "203.0.113.5")

    assert counted(page, clock)["useful"] == 2
    assert visits.forget_marks(clock.moment) == 1
    assert VisitMark.objects.count() == 1
    assert ArticleDay.objects.count() == 2


def test_a_late_batch_never_lowers_what_was_counted(
    editor: Viewer, layer: SeenPages, clock: Clock
) -> None:
    page = published(editor, "二期开园", in_channel=channel()).pk
    for reader in ("203.0.113.5", "203.0.113.6"):
        click(layer, "shared", page, reader)
    counted(page, clock)
    VisitMark.objects.all().delete()
    click(layer, "shared", page, "203.0.113.7")

    assert counted(page, clock)["shared"] == 2


def test_marks_of_what_is_no_live_page_are_not_kept(
    editor: Viewer, layer: SeenPages, clock: Clock
) -> None:
    click(layer, "useful", 999_999, "203.0.113.5")

    assert counted(999_999, clock)["useful"] == 0
    assert not VisitMark.objects.exists()
