"""The firms of projects: what a viewer is shown of one, and which are like a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhuchao import tables as reference
from zhuchao.apps.parties.families import firm_of, like
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.text.companies import may_be_one

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project


@dataclass(frozen=True, slots=True)
class ShownFirm:
    """``company_id`` is None where the register's entry is not the viewer's to see.

    ``typed`` is empty where it is the name itself.
    """

    name: str
    company_id: int | None = None
    typed: str = ""


def firm_shown(viewer: Viewer, project: Project) -> ShownFirm:
    """The firm of a project; ``company`` is best selected with it.

    A name that somebody typed never tells that the register knows the firm under another one.
    """
    typed = project.company_name
    if project.company is None or not can(viewer, Subject.COMPANY, Act.SEE, project.company):
        return ShownFirm(typed)
    name = project.company.name
    return ShownFirm(name, project.company_id, typed if typed != name else "")


def may_be_same_firm(name: str, other: str) -> bool:
    """Whether two names, as they were typed, may be one firm's; not where one is missing."""
    both = name.strip() and other.strip()
    return bool(both) and may_be_one(name, other, reference.company_words())


def firms_like(organisation_id: int, name: str) -> set[int]:
    """The heads in the register whose firm may be the one of that name."""
    asked = firm_of(name)
    return {
        head
        for head, firm in like(organisation_id, asked).items()
        if asked.names & firm.names or any(may_be_same_firm(name, each) for each in firm.names)
    }
