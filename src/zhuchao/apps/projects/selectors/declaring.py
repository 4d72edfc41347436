"""What a declaration form asks of a project."""

from __future__ import annotations

from datetime import date

from zhuchao import tables as reference
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.declared import Declaration
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.apps.projects.models import Document, Project
from zhuchao.apps.projects.promised import seen_on
from zhuchao.apps.projects.selectors.money import money_by_month
from zhuchao.apps.projects.selectors.projects import project as project_seen
from zhuchao.apps.projects.selectors.promises import promises
from zhuchao.apps.projects.selectors.stages import documents, people
from zhuchao.core.vocabulary.stage import Milestone


def declaration(viewer: Viewer, project_id: int, today: date) -> Declaration:
    """The project with all that is known of it, at a bounded number of queries.

    A firm that was merged is told by the one that stands for it. Raises: NotFound.
    """
    project = project_seen(viewer, project_id)
    stage = ladder_of(project).stage(project.stage)
    company = project.company
    return Declaration(
        project=project,
        firm=company.head or company if company else None,
        office=str(project.organisation or ""),
        stage_name=stage.name if stage else project.stage,
        trade_name=reference.load().industries.get(project.trade_code, ""),
        on=today,
        reached=_reached(project),
        papers=_papers(viewer, project_id),
        months=money_by_month(viewer, project_id),
        promises=tuple(seen_on(promises(viewer, today=today, project_id=project_id), today)),
        people=tuple(people(viewer, project_id)),
    )


def _papers(viewer: Viewer, project_id: int) -> tuple[Document, ...]:
    """Without those of an event that somebody rejected."""
    found = documents(viewer, project_id).exclude(events__check_made__is_confirmed=False)
    return tuple(found.order_by("recorded_at", "pk"))


def _reached(project: Project) -> dict[Milestone, date]:
    ladder, days = ladder_of(project), dict(project.reached.values_list("stage", "on"))
    return {
        stage.milestone: days[stage.key]
        for stage in ladder.stages
        if stage.milestone is not None and stage.key in days
    }
