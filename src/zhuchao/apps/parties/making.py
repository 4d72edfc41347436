"""Whose a new company or contact is, and who may make one."""

from __future__ import annotations

from typing import Any

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Role, Subject, Viewer


def columns_for(viewer: Viewer) -> dict[str, Any]:
    """The columns of ``Owned``; what a visitor leaves lies in the common tray."""
    if viewer.organisation_id is None:
        return {"organisation_id": default_organisation_id()}
    return {
        "organisation_id": viewer.organisation_id,
        "team_id": min(viewer.team_ids, default=None),
        "owner_id": viewer.person_id,
        "created_by_id": viewer.person_id,
    }


def require_make(viewer: Viewer, subject: Subject) -> None:
    """A visitor leaves a company and a contact only as part of an enquiry. Raises: NotAllowed."""
    is_visitor = Role.VISITOR in viewer.roles
    require(viewer, Subject.ENQUIRY if is_visitor else subject, Act.MAKE)
