from __future__ import annotations

from datetime import date
from random import Random

import pytest

from zhuchao.config.demo.content import projects
from zhuchao.config.demo.following import path_of
from zhuchao.tables import stage_ladder

TODAY = date(2026, 11, 23)
PROJECTS = [pytest.param(entry, id=entry["title"]) for entry in projects()]


@pytest.mark.parametrize("entry", PROJECTS)
def test_a_project_climbs_in_order_up_to_today(entry: dict[str, str]) -> None:
    steps = path_of(entry, Random(1), TODAY)
    days = [step.occurred_on for step in steps]

    assert days == sorted(days)
    assert (TODAY - days[0]).days == int(entry["age_days"])
    assert days[-1] <= TODAY


@pytest.mark.parametrize("entry", PROJECTS)
def test_a_project_ends_where_the_content_says_with_every_proof_filled_in(
    entry: dict[str, str],
) -> None:
    steps = path_of(entry, Random(1), TODAY)

    assert steps[0].stage.name == "线索"
    assert steps[-1].stage.name == (entry["side"] or entry["stage"])
    assert all(step.evidence and "{" not in step.evidence for step in steps)


def test_the_same_seed_gives_the_same_path() -> None:
    entry = projects()[8]

    assert path_of(entry, Random("7:9"), TODAY) == path_of(entry, Random("7:9"), TODAY)
    assert path_of(entry, Random("7:9"), TODAY) != path_of(entry, Random("8:9"), TODAY)


def test_the_projects_stand_at_every_stage_of_the_main_line() -> None:
    reached = {entry["stage"] for entry in projects()}

    assert reached == {stage.name for stage in stage_ladder().stages if not stage.is_side}
