"""Views are taken down without a database and counted once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from zhuchao.ground.counting import SeenPages, Visit, take
from zhuchao.ground.counting.collecting import AGAIN_AFTER_S

MINUTE = 60.0


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def layer(tmp_path: Path, clock: Clock) -> SeenPages:
    def through(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("418 Through", [])
        return [b""]

    return SeenPages(through, tmp_path / "seen", clock)


def send(layer: SeenPages, path: str = "/seen/7/", reader: str = "a", **more: str) -> str:
    told: list[str] = []
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "REMOTE_ADDR": reader} | more
    list(layer(environ, lambda status, headers: told.append(status)))
    return told[0]


def counts(folder: Path, clock: Clock) -> dict[int, int]:
    found: dict[int, int] = {}
    for batch in take(folder / "seen", clock.now):
        for page, count in batch.counts.items():
            found[page] = found.get(page, 0) + count
        batch.drop()
    return found


def test_views_are_added_up_page_by_page(layer: SeenPages, tmp_path: Path, clock: Clock) -> None:
    for reader in ("a", "b", "c"):
        assert send(layer, reader=reader).startswith("204")
    send(layer, "/seen/8/")
    clock.now += 3 * MINUTE

    assert counts(tmp_path, clock) == {7: 3, 8: 1}
    assert counts(tmp_path, clock) == {}


def test_a_reader_counts_once_in_half_an_hour(
    layer: SeenPages, tmp_path: Path, clock: Clock
) -> None:
    send(layer)
    send(layer)
    clock.now += AGAIN_AFTER_S
    send(layer)
    clock.now += 3 * MINUTE

    assert counts(tmp_path, clock) == {7: 2}


def test_the_minute_that_is_still_written_waits(
    layer: SeenPages, tmp_path: Path, clock: Clock
) -> None:
    send(layer)

    assert counts(tmp_path, clock) == {}


def test_a_batch_that_was_not_dropped_comes_again_under_its_name(
    layer: SeenPages, tmp_path: Path, clock: Clock
) -> None:
    send(layer)
    clock.now += 3 * MINUTE

    first = [each.name for each in take(tmp_path / "seen", clock.now)]
    second = [each.name for each in take(tmp_path / "seen", clock.now)]

    assert first == second


def test_another_sites_page_counts_nothing(layer: SeenPages, tmp_path: Path, clock: Clock) -> None:
    send(layer, HTTP_SEC_FETCH_SITE="cross-site")
    clock.now += 3 * MINUTE

    assert counts(tmp_path, clock) == {}


@pytest.mark.parametrize(
    ("path", "method"), [("/seen/x/", "POST"), ("/seen/7/../", "POST"), ("/seen/7/", "GET")]
)
def test_anything_else_goes_through(layer: SeenPages, path: str, method: str) -> None:
    assert send(layer, path, REQUEST_METHOD=method).startswith("418")


DAY = 86_400.0


def visits(folder: Path, clock: Clock) -> list[Visit]:
    clock.now += 3 * MINUTE
    found: list[Visit] = []
    for batch in take(folder / "seen", clock.now):
        found += batch.visits
        batch.drop()
    return found


def test_a_thousand_clicks_of_one_visitor_are_one(
    layer: SeenPages, tmp_path: Path, clock: Clock
) -> None:
    """Whatever browser is named, and whoever is said to stand behind."""
    for number in range(1000):
        told = {"HTTP_USER_AGENT": f"browser {number}", "HTTP_X_FORWARDED_FOR": f"10.1.1.{number}"}
        send(layer, "/useful/7/", reader="203.0.113.5", **told)
        clock.now += 0.5

    marks = {(each.kind, each.page, each.day, each.mark) for each in visits(tmp_path, clock)}

    assert len(marks) == 1


def test_visitors_pages_acts_and_days_are_told_apart(
    layer: SeenPages, tmp_path: Path, clock: Clock
) -> None:
    for path in ("/useful/7/", "/shared/7/", "/useful/8/"):
        for reader in ("203.0.113.5", "203.0.113.6"):
            send(layer, path, reader=reader)
    first = visits(tmp_path, clock)
    clock.now += DAY
    send(layer, "/useful/7/", reader="203.0.113.5")
    later = visits(tmp_path, clock)

    assert len({each.mark for each in first}) == 6
    assert len(later) == 1
    assert later[0].mark not in {each.mark for each in first}
    assert later[0].day == first[0].day + 1


def test_yesterdays_salt_is_thrown_away(layer: SeenPages, tmp_path: Path, clock: Clock) -> None:
    send(layer)
    first = [file.read_bytes() for file in (tmp_path / "seen").glob("*.salt")]
    clock.now += DAY
    send(layer)
    second = [file.read_bytes() for file in (tmp_path / "seen").glob("*.salt")]

    assert len(first) == len(second) == 1
    assert first != second
    assert not list((tmp_path / "seen").glob("*.new"))


def test_no_address_is_written_down(layer: SeenPages, tmp_path: Path) -> None:
    send(layer, "/useful/7/", reader="203.0.113.5", HTTP_USER_AGENT="browser")

    written = b"".join(file.read_bytes() for file in (tmp_path / "seen").iterdir())

    assert b"203.0.113.5" not in written
    assert b"browser" not in written


def test_two_processes_mark_alike(tmp_path: Path, clock: Clock) -> None:
    layers = [SeenPages(lambda environ, start: [b""], tmp_path / "seen", clock) for _ in "ab"]
    for each in layers:
        send(each, "/shared/7/", reader="203.0.113.5")

    assert len(visits(tmp_path, clock)) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.5"},
         {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.6"}, False),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "1.1.1.1, 203.0.113.5"},
         {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "2.2.2.2, 203.0.113.5"}, True),
        ({"REMOTE_ADDR": "2001:db8:1:2::5"}, {"REMOTE_ADDR": "2001:db8:1:2:9::1"}, True),
        ({"REMOTE_ADDR": "2001:db8:1:2::5"}, {"REMOTE_ADDR": "2001:db8:1:3::5"}, False),
    ],
)  # fmt: skip
def test_who_is_one_visitor(
    layer: SeenPages,
    tmp_path: Path,
    clock: Clock,
    one: dict[str, str],
    other: dict[str, str],
    is_same: bool,
) -> None:
    send(layer, "/useful/7/", **one)
    send(layer, "/useful/7/", **other)

    assert (len(visits(tmp_path, clock)) == 1) == is_same


def test_a_form_without_a_script_is_led_on(layer: SeenPages) -> None:
    page = {"HTTP_ACCEPT": "text/html,application/xhtml+xml"}

    assert send(layer, "/useful/7/", **page).startswith("303")
    assert send(layer, "/useful/7/", HTTP_ACCEPT="*/*").startswith("204")
    assert send(layer, "/seen/7/", **page).startswith("204")
