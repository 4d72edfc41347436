"""What each part of the project page shows; every part has its function and its template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.claiming import claim_context
from zhuchao.faces.desk.glowing import lights_context
from zhuchao.faces.desk.investing import money_context, promises_context
from zhuchao.faces.desk.solving import problems_context

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project
    from zhuchao.faces.desk.access import DeskRequest


def page_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """What the parts of the page need, all together."""
    parts = (
        lights_context,
        money_context,
        promises_context,
        problems_context,
        claim_context,
        people_context,
    )
    told: dict[str, Any] = {}
    for part in parts:
        told |= part(request, project)
    return told


def people_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """For ``_project_people.html``: people without their names, and the pages that tell of it."""
    return {
        "people": selectors.people(request.viewer, project.pk),
        "related_pages": selectors.related_pages(request.viewer, project.pk),
    }
