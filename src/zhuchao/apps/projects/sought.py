"""Projects as they are searched: by title, code, company as told, and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.apps.people.sought import holders
from zhuchao.apps.people.viewer import Subject
from zhuchao.apps.projects.models import Project
from zhuchao.ground.finding import Findable, Register, mark_of
from zhuchao.ground.finding.house import by_audit

NAME = "project"


def rows(ids: Iterable[int]) -> Iterator[Findable]:
    for project in Project.objects.filter(pk__in=list(ids)):
        yield _findable(project)


def marks(ids: Iterable[int] | None) -> Iterator[tuple[int, int]]:
    found = Project.objects.all()
    narrowed = found if ids is None else found.filter(pk__in=list(ids))
    for project in narrowed.iterator(chunk_size=2_000):
        yield project.pk, _findable(project).mark


def _findable(project: Project) -> Findable:
    body = f"{project.code}\n{project.company_name}\n{project.summary}"
    who = holders(project.organisation_id, project.team_id, project.owner_id)
    mark = mark_of(project.title, body, who)
    at = project.created_at
    return Findable(NAME, project.pk, NAME, project.title, body, who, mark, at)


PROJECTS = Register(NAME, rows, marks, by_audit(Subject.PROJECT.value))
