"""Problems and inspections of the demonstration: raised, assigned, solved or late."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.problems import ProblemForm
from zhuchao.apps.projects.services import AssignForm, ProofForm, Sheet
from zhuchao.config.demo.cast import Cast
from zhuchao.config.demo.content import document, projects

SUPERVISOR = "fengshouyi"
ITEMS = ("progress", "money", "permits", "solved")
MONTHLY = "yuzhou"


def supervise(cast: Cast, *, today: date) -> int:
    """Raise the problems, lead each to where it stands, and inspect; how many problems."""
    written, watcher = document("problems"), cast[SUPERVISOR]
    owners = {each["title"]: cast[each["owner"]] for each in projects()}
    for entry in written["problem"]:
        _lead(owners[entry["project"]], watcher, entry, today)
    _inspect(watcher, written["sheet"], today)
    services.escalate_problems(SYSTEM, today=today)
    return selectors.problems(watcher, today=today).count()


def _project(viewer: Viewer, title: str) -> int:
    return selectors.projects(viewer, q=title).get(title=title).pk


def _lead(owner: Viewer, watcher: Viewer, entry: Mapping[str, Any], today: date) -> None:
    """Who runs the project works on its problem; the supervisor assigns and checks it."""

    def day(name: str) -> date:
        return today - timedelta(days=entry[name])

    project_id = _project(watcher, entry["project"])
    form = ProblemForm(entry["kind"], entry["words"], day("raised"))
    number = services.raise_problem(owner, project_id, form=form, today=today).pk
    if "assigned" in entry:
        due_on = day("assigned") + timedelta(days=entry["due"]) if entry["due"] else None
        assigned = AssignForm(entry["unit"], owner.person_id, due_on)
        services.assign_problem(watcher, number, form=assigned, today=day("assigned"))
    if "noted" in entry:
        services.note_progress(owner, number, note=entry["note"], on=day("noted"), today=today)
    if "proof" in entry:
        proof = ProofForm("", DocumentForm("other", entry["proof"], dated_on=day("handed_in")))
        services.hand_in(owner, number, form=proof, on=day("handed_in"), today=today)
    if checked := {"closed", "returned"} & set(entry):
        services.check_problem(
            watcher,
            number,
            is_solved="closed" in checked,
            note=entry.get("reason", "现场核过"),
            today=day(checked.pop()),
        )


def _inspect(viewer: Viewer, sheets: list[Mapping[str, Any]], today: date) -> None:
    """The month's inspection, of which some sheets are signed."""
    made = services.plan_round(viewer, MONTHLY, day=today)
    planned = selectors.inspections_of(viewer, made.pk)
    for number, entry in enumerate(sheets):
        inspection = planned.get(project__title=entry["project"])
        sheet = Sheet(
            key=f"demo-{number}",
            marks=dict(zip(ITEMS, map(float, entry["marks"]), strict=True)),
            findings=tuple(
                ProblemForm(each["kind"], each["words"], today, each["unit"])
                for each in entry["findings"]
            ),
            inspected_on=today,
            note=entry["note"],
            is_signed=True,
        )
        services.keep_sheet(viewer, inspection.pk, sheet=sheet, today=today)
        if entry["is_published"]:
            services.publish_inspection(viewer, inspection.pk)
