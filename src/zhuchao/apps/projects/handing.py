"""What of this register changes hands with a person's work: claims and projects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from zhuchao.apps.enquiries.belonging import Belonging, Handable, register
from zhuchao.apps.parties.families import lock_family
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects.holding import of_person
from zhuchao.apps.projects.models import Claim, Project


def register_belongings() -> None:
    """Claims go before projects: firms are locked first."""
    register(Belonging("claim", Subject.CLAIM, Claim, _claims, _enquiries))
    register(Belonging("project", Subject.PROJECT, Project, _projects, _enquiries))


def _claims(viewer: Viewer, person_id: int) -> list[Claim]:
    found = of_person(viewer, person_id)
    for company_id in sorted(set(found.values_list("company_id", flat=True))):
        lock_family(company_id)
    return list(found.select_for_update(of=("self",)))


def _projects(viewer: Viewer, person_id: int) -> list[Project]:
    found = narrow(viewer, Project.objects.all(), Subject.PROJECT, Act.CHANGE)
    mine = found.filter(owner_id=person_id).order_by("pk")
    return list(mine.select_for_update(of=("self",)))


def _enquiries(rows: Iterable[Handable]) -> list[int]:
    numbers = (cast("Claim | Project", row).enquiry_id for row in rows)
    return [number for number in numbers if number is not None]
