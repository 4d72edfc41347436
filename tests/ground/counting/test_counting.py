"""Views are taken down without a database and counted once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from zhuchao.ground.counting import SeenPages, take
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
