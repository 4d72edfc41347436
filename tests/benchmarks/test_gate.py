"""The gate of quality: floors only rise, inputs are pinned, absent inputs are said to be absent."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.gate import Suite, digest_of, faults, load_floors, raised, write_floors

FLOORS = {"s": {"sha256": "a", "at_least": {"f1": 0.9}, "at_most": {"wrong": 2}}}


def test_a_suite_above_its_floors_is_faultless() -> None:
    assert not faults(Suite("s", "a", {"f1": 0.91}, {"wrong": 2}), FLOORS)


def test_what_falls_below_or_exceeds_is_named() -> None:
    found = faults(Suite("s", "a", {"f1": 0.89}, {"wrong": 3}), FLOORS)

    assert [fault.split()[1] for fault in found] == ["f1", "wrong"]


def test_a_figure_that_went_missing_breaks_the_promise() -> None:
    assert faults(Suite("s", "a", {}), FLOORS)


def test_another_input_is_named_and_an_absent_one_is_not_judged() -> None:
    assert "inputs" in faults(Suite("s", "b", {"f1": 0.95}), FLOORS)[0]
    assert not faults(Suite("s", "", {}), FLOORS)


def test_a_suite_without_floors_is_no_pass() -> None:
    assert faults(Suite("new", "a", {"f1": 1.0}), FLOORS)


def test_floors_only_rise(tmp_path: Path) -> None:
    worse = raised(Suite("s", "a", {"f1": 0.5}, {"wrong": 9}), FLOORS)
    better = raised(Suite("s", "a", {"f1": 0.9567}, {"wrong": 0}), FLOORS)
    write_floors({"a.s": better}, tmp_path / "floors.toml")

    assert worse["at_least"] == {"f1": 0.9}
    assert worse["at_most"] == {"wrong": 2}
    assert better["at_least"] == {"f1": 0.956}
    assert load_floors(tmp_path / "floors.toml") == {"a.s": better}


def test_a_digest_tells_order_and_content_apart() -> None:
    assert len({digest_of([b"a", b"b"]), digest_of([b"b", b"a"]), digest_of([b"ab"])}) == 3
