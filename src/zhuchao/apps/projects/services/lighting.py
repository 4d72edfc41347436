"""The lights of all projects reckoned anew: by night, and when a rule changes."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.lighting import relight
from zhuchao.apps.projects.models import LightChange, Project

Cause = LightChange.Cause


def reckon_lights(viewer: Viewer, *, today: date, cause: str = Cause.DAY) -> int:
    """Write the lights of every house that the viewer may change projects of; how many turned.

    Each house in a transaction of its own. A second call on one day turns nothing more.
    """
    mine = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    houses = mine.order_by("organisation_id").values_list("organisation_id", flat=True).distinct()
    return sum(_reckon(viewer, each, today, cause) for each in houses)


@transaction.atomic
def _reckon(viewer: Viewer, organisation_id: int, today: date, cause: str) -> int:
    turned = relight(organisation_id, cause=cause, today=today)
    log(viewer, "reckon_lights", Subject.PROJECT, None, house=organisation_id, turned=turned)
    return turned
