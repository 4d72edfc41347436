"""The page of a project, put together for its views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.faces.desk.projecting import page_context
from zhuchao.faces.desk.rewinding import rewind
from zhuchao.faces.desk.stage_forms import EvidenceForm, StageForm, first_day, say_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpResponse

    from zhuchao.apps.projects.models import Document, Project
    from zhuchao.core.vocabulary.stage import Stage, StageLadder
    from zhuchao.faces.desk.access import DeskRequest

AHEAD_SHOWN = 3


def name_of(ladder: StageLadder, key: str) -> str:
    stage = ladder.stage(key)
    return stage.name if stage else key


def render_project(
    request: DeskRequest, project: Project, status: int = 200, **more: Any
) -> HttpResponse:
    """The whole page; ``more`` replaces forms that did not pass and says what is wrong."""
    ladder, today = ladder_of(project), timezone.localdate()
    records = list(selectors.events(request.viewer, project.pk))
    known = list(selectors.documents(request.viewer, project.pk))
    may_change = can(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    context = {
        "project": project,
        "ladder": ladder,
        "stage_name": name_of(ladder, project.stage),
        "rewind": rewind(ladder, records, request.GET.get("at", ""), today),
        "ahead": _ahead(ladder, project)[:AHEAD_SHOWN],
        "documents": [(each, kind_names().get(each.kind, each.kind)) for each in known],
        "may_change": may_change,
        "form": stage_form(request, project, known, is_sent=False) if may_change else None,
        "document_form": _document_form(request) if may_change else None,
        "guide": [(each, _wanted(each)) for each in ladder.stages],
        "enquiry": project.enquiry,
        "offer": project.offer,
    }
    parts = page_context(request, project)
    return render(request, "desk/project.html", context | parts | more, status=status)


def _document_form(request: DeskRequest) -> EvidenceForm:
    """Of the kind that the address names, as a new signing does."""
    return EvidenceForm(prefix="document", initial={"kind": request.GET.get("kind", "")})


def kind_names() -> dict[str, str]:
    return {kind.key: kind.name for kind in reference.document_kinds()}


def stage_form(
    request: DeskRequest, project: Project, known: Sequence[Document], *, is_sent: bool = True
) -> StageForm:
    """The form of the next stage, the nearest first; filled with what was sent if ``is_sent``."""
    ladder = ladder_of(project)
    side = [stage for stage in ladder.stages if stage.is_side and stage.key != project.stage]
    ahead = [*_ahead(ladder, project), *side]
    # A record of an earlier day may name a stage that lies behind.
    offered = [*ahead, *(each for each in ladder.stages if each not in ahead)]
    stages = [(stage.key, stage.name) for stage in offered]
    initial = first_day() | {"stage": request.GET.get("stage", "")}
    stage = ladder.stage(str(initial["stage"])) or offered[0]
    initial["kind"] = stage.evidence[0]
    form = StageForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        initial=initial,
        stages=stages,
        known=list(known),
    )
    say_aside(form, _needed(each for each in ladder.stages if each.is_reasoned), "note")
    say_aside(form, _needed(each for each in ladder.stages if each.is_reviewed), "review_on")
    return form


def _needed(stages: Iterable[Stage]) -> str:
    """For which stages something is needed; for the others it may stay empty."""
    names = "、".join(stage.name for stage in stages)
    return f"{names}必填" if names else "可不填"


def _ahead(ladder: StageLadder, project: Project) -> list[Stage]:
    """The main line's stages above the present one, the nearest first."""
    keys = [stage.key for stage in ladder.stages]
    here = keys.index(project.stage) if project.stage in keys else -1
    return [stage for stage in ladder.stages[here + 1 :] if not stage.is_side]


def _wanted(stage: Stage) -> str:
    return "、".join(kind_names().get(kind, kind) for kind in stage.evidence)
