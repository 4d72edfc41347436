"""Reminders that a viewer may see: one's own, all of the house for who heads or supervises it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.reminders.handing import OPEN
from zhuchao.apps.reminders.models import Reminder

_S = Reminder.State
SHOWN: Mapping[str, Q] = {
    "open": Q(state__in=OPEN),
    "waiting": Q(state__in=(_S.PLANNED, _S.SENDING)),
    "sent": Q(state=_S.SENT),
    "over": Q(state__in=(_S.SETTLED, _S.CANCELLED)),
}
URGENCY = {_S.UNKNOWN: 2, _S.FAILED: 1}


def reminders(
    viewer: Viewer, *, show: str = "", kind: str = "", person_id: int | None = None, q: str = ""
) -> QuerySet[Reminder]:
    """By what is shown (one of ``SHOWN``, or all), unordered; ``urgency`` is most for what nobody
    knows of, then for what failed.
    """
    found = narrow(viewer, Reminder.objects.all(), Subject.REMINDER)
    if show in SHOWN:
        found = found.filter(SHOWN[show])
    if kind:
        found = found.filter(kind=kind)
    if person_id is not None:
        found = found.filter(owner_id=person_id)
    if q.strip():
        found = found.filter(Q(title__icontains=q.strip()) | Q(more__icontains=q.strip()))
    told = [When(state=state, then=Value(rank)) for state, rank in URGENCY.items()]
    urgency = Case(*told, default=Value(0), output_field=IntegerField())
    return found.annotate(urgency=urgency).select_related("owner", "decided_by")


def reminder_counts(viewer: Viewer) -> dict[str, int]:
    """How many are shown under each heading of the list; one query."""
    counted = {key: Count("pk", filter=where) for key, where in SHOWN.items()}
    return narrow(viewer, Reminder.objects.all(), Subject.REMINDER).aggregate(**counted)


def to_decide(viewer: Viewer) -> QuerySet[Reminder]:
    """The viewer's own on which somebody has to decide, the latest first."""
    own = reminders(viewer, show="open", person_id=viewer.person_id or 0)
    return own.order_by("-state", "-began_at", "-pk")  # "unknown" before "failed"


def reminders_of(viewer: Viewer, kinds: tuple[str, ...], subject_id: int) -> QuerySet[Reminder]:
    """What was sent, or is to be, about one subject, the latest first."""
    found = reminders(viewer).filter(kind__in=kinds, subject_id=subject_id)
    return found.order_by("-created_at", "-pk")
