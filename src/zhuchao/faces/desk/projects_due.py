"""What is due today of projects: own next steps, stages that wait for a check, and promises."""

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
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.hand.moments import date_cn


def project_panels(viewer: Viewer) -> Iterator[Panel]:
    """Said only where there is something."""
    if not can(viewer, Subject.PROJECT, Act.CHANGE):
        return
    today = timezone.localdate()
    steps = selectors.due_steps(viewer, today)
    query = "?owner=mine&due=soon"
    yield from panel_if_any("我的项目下一步", steps, partial(_step, today), "desk:projects", query)
    # Who recorded a stage does not check it.
    waiting = selectors.waiting_checks(viewer).exclude(recorded_by_id=viewer.person_id or 0)
    yield from panel_if_any("等您核实的阶段", waiting, _check, "desk:stage_checks")
    promised = selectors.due_promises(viewer, today)
    yield from panel_if_any(
        "要兑现的承诺", promised, _promise, "desk:promises", "?state=due&owner=mine"
    )


def _step(today: date, record: Any) -> Row:
    late = (today - record.next_due).days
    when = f"已过期 {late} 天" if late > 0 else f"{date_cn(record.next_due)}到期"
    more = " · ".join(filter(None, (when, record.next_step)))
    return Row(record.title, more, None, reverse("desk:project", args=[record.pk]))


def _check(record: Any) -> Row:
    stage = ladder_of(record.project).stage(record.stage)
    name = stage.name if stage else record.stage
    title = f"{record.project.title} 进入“{name}”"
    more = f"{record.recorded_by or '系统'} 记录，{date_cn(record.occurred_on)}"
    return Row(title, more, record.recorded_at, reverse("desk:project", args=[record.project_id]))


def _promise(record: Any) -> Row:
    due = f"{date_cn(record.due_on)}到期" if record.due_on else ""
    more = " · ".join(filter(None, (record.get_side_display(), record.project.title, due)))
    return Row(record.words, more, None, reverse("desk:promise", args=[record.pk]))
