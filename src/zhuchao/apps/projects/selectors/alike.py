"""Projects that may be one with another, or with one that is about to be opened."""

from __future__ import annotations

from django.db.models import Q

from zhuchao import tables as reference
from zhuchao.apps.parties.selectors import companies
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.firms import firms_like, may_be_same_firm
from zhuchao.apps.projects.models import Project
from zhuchao.apps.projects.selectors.projects import project as project_seen
from zhuchao.apps.projects.selectors.projects import projects as projects_seen
from zhuchao.core.projects import counting
from zhuchao.core.text.companies import name_key

MOST_ALIKE = 10


def like_projects(viewer: Viewer, project_id: int) -> list[Project]:
    """Projects that may be this one: of the same firms, or with a title like it, oldest first.

    At most ``MOST_ALIKE``; what is known to be one is not among them. Raises: NotFound.
    """
    asked = project_seen(viewer, project_id)
    known = {asked.pk, asked.same_as_id, asked.increment_of_id}
    found = [
        each
        for each in _alike(viewer, asked.title, asked.company_name)
        if each.pk not in known and project_id not in (each.same_as_id, each.increment_of_id)
    ]
    return found[:MOST_ALIKE]


def likely_projects(viewer: Viewer, *, title: str, company: str = "") -> list[Project]:
    """Projects that the viewer sees and that one of this title and firm may be already.

    At most ``MOST_ALIKE``, oldest first.
    """
    return _alike(viewer, title, company)[:MOST_ALIKE]


def _alike(viewer: Viewer, title: str, company: str) -> list[Project]:
    """By the register's names where the viewer sees the firm in it, else by names as typed."""
    firms = _firms(viewer, company)
    like = Q(company__in=firms) | Q(company__head__in=firms)
    if company.strip():
        like |= Q(company_name__icontains=name_key(company, reference.company_words()))
    core = counting.title_core(title)
    if core:
        like |= Q(title__icontains=core[: counting.SHORTEST_TITLE])
    return [
        each
        for each in projects_seen(viewer).filter(like).order_by("created_at", "pk")
        if _head_of(each) in firms
        or may_be_same_firm(each.company_name, company)
        or counting.may_be_same(each.title, title)
    ]


def _firms(viewer: Viewer, company: str) -> set[int]:
    """The heads of the firms of that name that the viewer sees in the register."""
    if not company.strip():
        return set()
    found = firms_like(viewer.organisation_id or 0, company)
    return set(companies(viewer).order_by().filter(pk__in=found).values_list("pk", flat=True))


def _head_of(project: Project) -> int | None:
    return None if project.company is None else project.company.head_id or project.company_id
