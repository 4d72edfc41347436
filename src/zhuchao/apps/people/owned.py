"""The columns by which a record belongs to an organisation, a team and a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models

from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed


class Owned(models.Model):
    """Base of every record that ``rights.narrow`` can narrow."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose a record is: a person and the team; nobody's where both are None."""

    owner_id: int | None
    team_id: int | None


def hands_of(viewer: Viewer) -> Hands:
    """The hands into which a record of the viewer's own comes."""
    return Hands(viewer.person_id, min(viewer.team_ids, default=None))


def ownership(viewer: Viewer) -> dict[str, Any]:
    """The columns of a new record that the viewer makes for themselves.

    Raises: NotAllowed, when the viewer belongs to no organisation.
    """
    if viewer.organisation_id is None:
        raise NotAllowed("您还不属于任何单位：请管理员先为您分配单位和角色")
    return {
        "organisation_id": viewer.organisation_id,
        "team_id": min(viewer.team_ids, default=None),
        "owner_id": viewer.person_id,
        "created_by_id": viewer.person_id,
    }
