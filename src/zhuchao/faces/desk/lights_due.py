"""What turned lately of lights, with why; said only where something did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.hand.words import word


def light_panels(viewer: Viewer) -> Iterator[Panel]:
    """Of the viewer's own projects, or of all for who watches over the house."""
    if not can(viewer, Subject.PROJECT, Act.SEE):
        return
    found = selectors.changed_lately(viewer, timezone.localdate())
    yield from panel_if_any("变了的灯", found, _row, "desk:light_changes")


def _row(record: Any) -> Row:
    before, after = word("light", record.before), word("light", record.after)
    title = f"{record.project.title}：{before.text} → {after.shape}{after.text}"
    more = f"{record.get_cause_display()}：{record.sentence}"
    address = reverse("desk:project_lights", args=[record.project_id])
    return Row(title, more, record.changed_at, address)
