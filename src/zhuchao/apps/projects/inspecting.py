"""What a round of inspections covers, and by which template; for services and selectors."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhuchao.apps.people.rights import can, narrow
from zhuchao.apps.people.selectors import packs_in_force
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.laddering import ladders_in_use
from zhuchao.apps.projects.models import Inspection, InspectionRound, Project, StageReached
from zhuchao.core.vocabulary.inspection import Template
from zhuchao.core.vocabulary.stage import Milestone
from zhuchao.tables.inspections import KIND, template_of
from zhuchao.tables.packs import pack_keys, pack_of, pack_text


def adopted_texts(viewer: Viewer, on: date) -> dict[str, str]:
    """The texts of the templates that the organisation adopted, by key."""
    if not can(viewer, Subject.RULE, Act.SEE):
        return {}
    return {each.key: each.content for each in packs_in_force(viewer, KIND, on)}


def texts_for(viewer: Viewer, on: date) -> dict[str, str]:
    """The texts of the templates in force by key; the shipped ones where none was adopted."""
    return adopted_texts(viewer, on) or {key: pack_text(KIND, key) for key in pack_keys(KIND)}


@lru_cache(maxsize=64)
def read_template(content: str) -> Template:
    return template_of(pack_of(KIND, content))


def template_of_round(found: InspectionRound) -> Template:
    """The template as it was when the round was planned."""
    return read_template(found.content)


def covered_by(viewer: Viewer, template: Template) -> QuerySet[Project]:
    """The projects of the organisation that the template wants inspected, by code.

    Those that reached its milestone and have not ended; what counts as another's is left out.
    """
    found = narrow(viewer, Project.objects.all(), Subject.INSPECTION, Act.MAKE)
    ended, reached = Q(), Q()
    for climbs, ladder in ladders_in_use():
        final = [each.key for each in ladder.stages if each.is_final]
        ended |= Q(**climbs, stage__in=final)
        if template.milestone:
            stage = ladder.at(Milestone(template.milestone))
            if stage is not None:
                at = StageReached.objects.filter(project=OuterRef("pk"), stage=stage.key)
                reached |= Q(Exists(at), **climbs)
    if template.milestone:
        found = found.filter(reached) if reached else found.none()
    same = found.filter(organisation_id=viewer.organisation_id or 0, same_as=None)
    return same.exclude(ended).order_by("code")


def seen_inspections(viewer: Viewer) -> QuerySet[Inspection]:
    """What lies in the viewer's reach, and what the viewer is to inspect."""
    projects = narrow(viewer, Project.objects.all(), Subject.INSPECTION)
    found = Inspection.objects.filter(project__in=projects)
    if can(viewer, Subject.INSPECTION, Act.CHANGE) and viewer.person_id is not None:
        found |= Inspection.objects.filter(owner_id=viewer.person_id)
    return found
