"""What a viewer is shown of a project's firm: the register's entry, or only what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer

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
