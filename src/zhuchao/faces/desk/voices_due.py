"""What readers wait for: takedowns by their deadline, corrections, comments to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import selectors
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.words import word
from zhuchao.tables.voices import takedown_ground


def voice_panels(viewer: Viewer) -> Iterator[Panel]:
    """Said only where there is something."""
    if not can(viewer, Subject.VOICE, Act.CHANGE):
        return
    orders = {"takedown": "due_on", "correction": "received_at", "comment": "received_at"}
    rows = {"takedown": _takedown, "correction": _correction, "comment": _comment}
    titles = {"takedown": "撤稿申请", "correction": "读者勘误", "comment": "待看的评论"}
    for kind, order in orders.items():
        found = selectors.voices(viewer, kind, state="open").order_by(order, "pk")
        yield from panel_if_any(titles[kind], found, rows[kind], "desk:voices", f"?kind={kind}")


def _takedown(record: Any) -> Row:
    state = word("takedown", record.state).text
    is_open = record.state in ("received", "hidden")
    late = is_open and record.due_on < timezone.localdate()
    due = f"{date_cn(record.due_on)}前办结" if is_open else "等答复申请人"
    more = f"{takedown_ground(record.ground).name} · {state} · {'已超期，' if late else ''}{due}"
    address = reverse("desk:takedown", args=[record.pk])
    return Row(record.title, more, record.received_at, address)


def _correction(record: Any) -> Row:
    address = reverse("desk:correction", args=[record.pk])
    return Row(record.title, record.wrong, record.received_at, address)


def _comment(record: Any) -> Row:
    address = f"{reverse('desk:voices')}?kind=comment"
    return Row(f"{record.name}：{record.text[:60]}", record.page.title, record.received_at, address)
