"""What is due today of reminders: those on which the viewer has to decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.reminders import selectors
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.hand.words import word


def reminder_panels(viewer: Viewer) -> Iterator[Panel]:
    """Said only where there is something."""
    if not can(viewer, Subject.REMINDER, Act.CHANGE):
        return
    waiting = selectors.to_decide(viewer)
    yield from panel_if_any("没有确定送达的提醒", waiting, _row, "desk:reminders", "?state=open")


def _row(record: Any) -> Row:
    more = f"{word('reminder', record.state).text} · {record.reason}"
    return Row(record.title, more, record.began_at, reverse("desk:reminders") + "?state=open")
