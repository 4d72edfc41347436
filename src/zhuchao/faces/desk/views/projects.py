"""Projects: one with the stages it climbed, and the next stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao import tables as reference
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.core.vocabulary.stage import Stage, StageLadder
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.claiming import claim_context
from zhuchao.faces.desk.forms import StageForm

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project

AHEAD_SHOWN = 3


def name_of(ladder: StageLadder, key: str) -> str:
    stage = ladder.stage(key)
    return stage.name if stage else key


@desk
@require_safe
def show(request: DeskRequest, project_id: int) -> HttpResponse:
    return _show(request, selectors.project(request.viewer, project_id))


@desk
@require_POST
def enter_stage(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    ladder = reference.stage_ladder(project.ladder)
    form = _form(ladder, project, request.POST.dict())
    if not form.is_valid():
        return _show(request, project, 422, form=form, problem="还差几项，见下方标红处。")

    def act() -> str:
        services.enter_stage(
            request.viewer, project_id, entry=form.entry(), today=timezone.localdate()
        )
        return reverse("desk:project", args=[project_id])

    return perform(
        request,
        act,
        said=f"项目 {project.code} 已进入“{name_of(ladder, form.cleaned_data['stage'])}”。",
        again=lambda sentence, status: _show(request, project, status, form=form, problem=sentence),
    )


def _ahead(ladder: StageLadder, project: Project) -> list[Stage]:
    """The main line's stages above the present one, the nearest first."""
    keys = [stage.key for stage in ladder.stages]
    here = keys.index(project.stage) if project.stage in keys else -1
    return [stage for stage in ladder.stages[here + 1 :] if not stage.is_side]


def _form(ladder: StageLadder, project: Project, posted: dict[str, str] | None = None) -> StageForm:
    side = [stage for stage in ladder.stages if stage.is_side and stage.key != project.stage]
    stages = [(stage.key, stage.name) for stage in (*_ahead(ladder, project), *side)]
    return StageForm(posted, initial={"occurred_on": timezone.localdate()}, stages=stages)


def _show(request: DeskRequest, project: Project, status: int = 200, **more: Any) -> HttpResponse:
    ladder = reference.stage_ladder(project.ladder)
    events = [
        {
            "name": name_of(ladder, event.stage),
            "occurred_on": event.occurred_on,
            "recorded_at": event.recorded_at,
            "recorded_by": event.recorded_by,
            "evidence": "、".join(str(each) for each in event.documents.all()),
        }
        for event in selectors.events(request.viewer, project.pk)
    ]
    may_change = can(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    context = {
        "project": project,
        "ladder": ladder,
        "stage_name": name_of(ladder, project.stage),
        "events": events,
        "ahead": _ahead(ladder, project)[:AHEAD_SHOWN],
        "enquiry": project.enquiry,
        "offer": project.offer,
        "form": _form(ladder, project) if may_change else None,
        **claim_context(request, project),
    }
    return render(request, "desk/project.html", context | more, status=status)
