"""What of reminders changes hands with a person's work: those on which somebody has to decide.

What is not sent yet follows its subject: it is planned anew for whoever has the subject then.
"""

from __future__ import annotations

from zhuchao.apps.enquiries.belonging import Belonging, register
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.reminders.models import Reminder

OPEN = (Reminder.State.UNKNOWN, Reminder.State.FAILED)


def register_belongings() -> None:
    register(Belonging("reminder", Subject.REMINDER, Reminder, _reminders))


def _reminders(viewer: Viewer, person_id: int) -> list[Reminder]:
    found = narrow(viewer, Reminder.objects.all(), Subject.REMINDER, Act.CHANGE)
    mine = found.filter(owner_id=person_id, state__in=OPEN).order_by("pk")
    return list(mine.select_for_update(of=("self",)))
