"""The projects of the demonstration, followed from stage to stage up to where each stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from zhuchao import tables as reference
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import document, projects
from zhuchao.config.demo.detailing import Reached, detail
from zhuchao.core.vocabulary.stage import Stage

ASSESSED = "研判"
LANDED = "落地"
LANDED_BY = {"land": "confirmation", "lease": "lease", "buy": "deed"}
REVIEWED_AFTER = timedelta(days=45)
# Who confirms what others recorded, the head of the section first.
CHECKERS = ("guhuaiyuan", "hechuan")
ROUTES = {"land": "供地", "lease": "租赁厂房", "buy": "购置厂房"}
# How unevenly the time of a project falls on its stages: the shortest and the longest share.
SHARES = (0.5, 1.8)


@dataclass(frozen=True, slots=True)
class Step:
    """A stage that a project entered, when and by what."""

    stage: Stage
    occurred_on: date
    evidence: str


def follow(
    cast: Cast,
    offer_ids: Mapping[str, int],
    enquiry_ids: Sequence[int],
    *,
    seed: int,
    today: date,
) -> int:
    """Open every project and take it to its stage; gives how many there are."""
    written = projects()
    for number, entry in enumerate(written, start=1):
        random = Random(f"{seed}:{number}")
        steps = path_of(entry, random, today)
        viewer = cast[entry["owner"]]
        project_id = _opened(viewer, entry, steps[0], offer_ids, enquiry_ids, today)
        for step in steps[1:]:
            _enter(viewer, project_id, entry, step, today)
            if step.stage.is_checked:
                _confirm(cast, viewer, project_id)
        detail(viewer, entry, _reached(project_id, steps), random, today)
    return len(written)


def _reached(project_id: int, steps: Sequence[Step]) -> Reached:
    line = [step.stage for step in steps if not step.stage.is_side]
    milestones = frozenset(stage.milestone for stage in line if stage.milestone is not None)
    return Reached(project_id, line[-1], milestones)


def _opened(
    viewer: Viewer,
    entry: Mapping[str, str],
    first: Step,
    offer_ids: Mapping[str, int],
    enquiry_ids: Sequence[int],
    today: date,
) -> int:
    opening = Opening(
        title=entry["title"],
        evidence=_document(entry, first),
        occurred_on=first.occurred_on,
        company=entry["company"],
        offer_id=offer_ids[entry["offer"]] if entry["offer"] else None,
    )
    if entry["enquiry"]:
        enquiry_id = enquiry_ids[int(entry["enquiry"]) - 1]
        return services.open_from_enquiry(viewer, enquiry_id, opening=opening, today=today).pk
    return services.open_project(viewer, opening=opening, today=today).pk


def _enter(
    viewer: Viewer, project_id: int, entry: Mapping[str, str], step: Step, today: date
) -> None:
    note = _note(entry) if step.stage.name == ASSESSED else ""
    services.enter_stage(
        viewer,
        project_id,
        entry=StageEntry(
            step.stage.key,
            step.occurred_on,
            (_document(entry, step),),
            note=step.evidence if step.stage.is_reasoned else note,
            review_on=today + REVIEWED_AFTER if step.stage.is_reviewed else None,
        ),
        today=today,
    )


def _document(entry: Mapping[str, str], step: Step) -> DocumentForm:
    kind = LANDED_BY[entry["route"]] if step.stage.name == LANDED else step.stage.evidence[0]
    return DocumentForm(kind, step.evidence, dated_on=step.occurred_on)


def _confirm(cast: Cast, recorder: Viewer, project_id: int) -> None:
    """Another person who may change the project confirms what was recorded."""
    checker = next(cast[name] for name in CHECKERS if cast[name] != recorder)
    events = selectors.events(checker, project_id).filter(needs_check=True, check_made=None)
    for event in events:
        services.check_stage(checker, project_id, event.pk, is_confirmed=True)


def path_of(entry: Mapping[str, str], random: Random, today: date) -> tuple[Step, ...]:
    """The stages from the first to the one reached and the side state, oldest first."""
    stages = _stages_to(entry["stage"], entry["side"])
    shares = [random.uniform(*SHARES) for _ in stages]
    age_days = int(entry["age_days"])
    spent = [0.0, *accumulate(shares)][:-1]
    days = [today - timedelta(days=round(age_days * (1 - each / sum(shares)))) for each in spent]
    return tuple(
        Step(stage, day, _evidence(entry, stage.name, day, random.randint(1, 60)))
        for stage, day in zip(stages, days, strict=True)
    )


def _stages_to(reached: str, side: str) -> tuple[Stage, ...]:
    ladder = reference.stage_ladder()
    names = [stage.name for stage in ladder.stages]
    beside = (ladder.stages[names.index(side)],) if side else ()
    return ladder.stages[: names.index(reached) + 1] + beside


def _evidence(entry: Mapping[str, str], stage: str, day: date, number: int) -> str:
    written = document("evidence")
    pattern = written["landing"][entry["route"]] if stage == LANDED else written["stage"][stage]
    named: str = pattern.format(
        company=entry["company"], year=day.year, month=day.month, day=day.day, number=number
    )
    return named


def _note(entry: Mapping[str, str]) -> str:
    return f"{entry['trade']}；计划总投资{entry['investment_yi']}亿元；{ROUTES[entry['route']]}"
