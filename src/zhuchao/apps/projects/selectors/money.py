"""Money of a project by month and phase, as it stands and as it was known."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.models import InvestmentFact
from zhuchao.apps.projects.months import Month
from zhuchao.apps.projects.selectors.projects import project as project_seen


def money_by_month(
    viewer: Viewer, project_id: int, *, known_by: datetime | None = None
) -> tuple[Month, ...]:
    """The months of a project by time, phase and measure; of one month the latest fact.

    With ``known_by`` (aware) what was told by then. Raises: NotFound.
    """
    facts = facts_of(viewer, project_id)
    if known_by is not None:
        facts = facts.filter(recorded_at__lte=known_by)
    latest = {
        (fact.month, fact.phase, fact.measure): fact for fact in facts.order_by("recorded_at", "pk")
    }
    return tuple(
        Month(fact.phase, fact.month, fact.measure, fact.amount, fact.pk, fact.source)
        for _, fact in sorted(latest.items(), key=lambda each: each[0])
    )


def facts_of(viewer: Viewer, project_id: int) -> QuerySet[InvestmentFact]:
    """All that was ever told of a project's money, the latest first. Raises: NotFound."""
    told = project_seen(viewer, project_id).investments.select_related("recorded_by", "document")
    return told.order_by("-recorded_at", "-pk")
