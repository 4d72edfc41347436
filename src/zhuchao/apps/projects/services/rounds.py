"""Rounds that the adopted rules call for, planned when their month or quarter begins."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.selectors import holders_of, organisation_ids, people_of
from zhuchao.apps.people.viewer import Act, Role, Subject, Viewer, within
from zhuchao.apps.projects.inspecting import adopted_texts, covered_by, read_template
from zhuchao.apps.projects.models import Inspection, InspectionRound
from zhuchao.apps.projects.services.inspecting import plan_round
from zhuchao.core.projects.inspections import period_of
from zhuchao.core.vocabulary.inspection import Every, Period, Template


def plan_due_rounds(viewer: Viewer, *, today: date) -> int:
    """Plan the running month and quarter by every template that a house adopted; how many grew.

    A period is planned once; run again it adds the projects that came since. Raises: NotAllowed.
    """
    require(viewer, Subject.INSPECTION, Act.MAKE)
    return sum(
        _plan(within(viewer, organisation_id), key, read_template(text), today)
        for organisation_id in organisation_ids(viewer)
        for key, text in adopted_texts(within(viewer, organisation_id), today).items()
    )


@transaction.atomic
def _plan(viewer: Viewer, key: str, template: Template, today: date) -> int:
    if template.every is Every.TOUR:
        return 0
    period = period_of(template.every, today)
    made = _rounds(viewer, key).filter(first=period.first).first()
    covered = covered_by(viewer, template)
    if made is not None:
        covered = covered.exclude(pk__in=made.inspections.values("project_id"))
    if not covered.exists():
        return 0
    found = plan_round(viewer, key, day=today)
    _appoint(viewer, found, period)
    return 1


def _rounds(viewer: Viewer, key: str) -> QuerySet[InspectionRound]:
    mine = InspectionRound.objects.filter(organisation_id=viewer.organisation_id or 0)
    return mine.filter(template_key=key)


def _appoint(viewer: Viewer, found: InspectionRound, period: Period) -> None:
    """Who inspected a project last inspects it again; the others go to a supervisor.

    Without one they are nobody's: whoever plans inspections sees and makes them.
    """
    here = people_of(viewer).filter(memberships__organisation_id=found.organisation_id)
    earlier = _rounds(viewer, found.template_key).filter(first__lt=period.first)
    before = Inspection.objects.filter(round__in=earlier, owner__in=here.values("pk"))
    last = dict(before.order_by("round__first", "pk").values_list("project_id", "owner_id"))
    supervisor = holders_of(viewer, Role.SUPERVISOR).order_by("pk").first()
    nobodys = list(found.inspections.filter(owner=None).order_by("pk"))
    for inspection in nobodys:
        inspection.owner_id = last.get(
            inspection.project_id, supervisor.pk if supervisor is not None else None
        )
    Inspection.objects.bulk_update(nobodys, ["owner"])
