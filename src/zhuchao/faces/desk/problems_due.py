"""What is due today of problems and inspections; said only where there is something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.desk.solving import seen_on
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.words import word


def problem_panels(viewer: Viewer) -> Iterator[Panel]:
    """What rose to the viewer, what waits for a check or an assignment, what is one's own."""
    if not can(viewer, Subject.PROBLEM, Act.SEE):
        return
    today = timezone.localdate()
    row = partial(_problem, today)
    risen = selectors.escalated(viewer)
    yield from panel_if_any("超期升级的问题", risen, row, "desk:problems", "?state=overdue")
    if can(viewer, Subject.PROBLEM, Act.PUBLISH):
        yield from _to_decide(viewer, today)
    mine = selectors.problems(viewer, today=today, show="mine").order_by("due_on", "pk")
    yield from panel_if_any("我跟办的问题", mine, row, "desk:problems", "?state=mine")
    visits = selectors.due_inspections(viewer)
    yield from panel_if_any("等我去检查的", visits, _inspection, "desk:inspections")


def _to_decide(viewer: Viewer, today: date) -> Iterator[Panel]:
    row = partial(_problem, today)
    waiting = selectors.problems(viewer, today=today, show="awaiting").order_by("due_on", "pk")
    yield from panel_if_any("待交办的问题", waiting, row, "desk:problems", "?state=awaiting")
    # Who handed the proof in does not check it.
    handed = selectors.problems(viewer, today=today, show="to_check").order_by("since", "pk")
    others = handed.exclude(handed_in_by_id=viewer.person_id or 0)
    yield from panel_if_any("等您核验的问题", others, row, "desk:problems", "?state=to_check")


def _problem(today: date, record: Any) -> Row:
    (seen,) = seen_on([record], today)
    late = f"超期 {seen.late.days} 个工作日" if seen.late.days else word("problem", seen.state).text
    more = " · ".join(filter(None, (late, record.unit, record.project.title)))
    return Row(record.words, more, None, reverse("desk:problem", args=[record.pk]))


def _inspection(record: Any) -> Row:
    more = f"{record.round.title} · {date_cn(record.round.due_on)}前"
    address = reverse("desk:inspection_fill", args=[record.pk])
    return Row(record.project.title, more, None, address)
