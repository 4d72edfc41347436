"""What is late or runs out in the whole house, for those who see to it that it is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.people.rights import can, scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.apps.projects import selectors as projects
from zhuchao.apps.properties import selectors as properties
from zhuchao.faces.desk.asking import age_of
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.desk.solving import seen_on
from zhuchao.faces.hand.moments import date_cn


def watched_panels(viewer: Viewer) -> Iterator[Panel]:
    """For who assigns and checks problems; one's own stands in the lists of one's own."""
    if not can(viewer, Subject.PROBLEM, Act.PUBLISH):
        return
    today = timezone.localdate()
    # What rose to the viewer stands above.
    risen = projects.escalated(viewer).order_by().values("pk")
    late = projects.problems(viewer, today=today, show="overdue").exclude(pk__in=risen)
    late = late.order_by("due_on", "pk")
    row = partial(_problem, today)
    yield from panel_if_any("超期未办结的问题", late, row, "desk:problems", "?state=overdue")
    me = viewer.person_id or 0
    if scope_of(viewer, Subject.CLAIM, Act.SEE) >= Scope.ORGANISATION:
        soon = projects.claims(viewer, today=today, states=("expiring",)).exclude(owner_id=me)
        ordered = soon.order_by("valid_until", "pk")
        row = partial(_claim, today)
        yield from panel_if_any(
            "同事快到期的首谈首报", ordered, row, "desk:claims", "?state=expiring"
        )
    promised = projects.promises(viewer, today=today, show="due").exclude(project__owner_id=me)
    told = promised.select_related("project__owner")
    yield from panel_if_any("同事要兑现的承诺", told, _promise, "desk:promises", "?state=due")
    # Who may ask the owners has them in a list of their own.
    if not can(viewer, Subject.OFFER, Act.CHANGE) and can(viewer, Subject.OFFER, Act.SEE):
        yield from _offers(viewer, today)


def _offers(viewer: Viewer, today: date) -> Iterator[Panel]:
    stale = properties.stale_offers(viewer, today)
    row = partial(_offer, today)
    yield from panel_if_any("待复核的房源", stale, row, "desk:offers", "?state=stale")


def _problem(today: date, record: Any) -> Row:
    (seen,) = seen_on([record], today)
    late = f"超期 {seen.late.days} 个工作日"
    whose = record.unit or "还没有定单位"
    more = " · ".join(filter(None, (late, whose, str(record.handler or ""), record.project.title)))
    return Row(record.words, more, None, reverse("desk:problem", args=[record.pk]))


def _claim(today: date, record: Any) -> Row:
    left = (record.valid_until - today).days
    more = f"{record.owner} · 还有 {left} 天，{date_cn(record.valid_until)}到期"
    return Row(record.company_name, more, None, reverse("desk:claim", args=[record.pk]))


def _promise(record: Any) -> Row:
    due = f"{date_cn(record.due_on)}到期" if record.due_on else ""
    told = (str(record.project.owner or ""), record.project.title, due)
    address = reverse("desk:promise", args=[record.pk])
    return Row(record.words, " · ".join(filter(None, told)), None, address)


def _offer(today: date, record: Any) -> Row:
    more = f"{record.owner or '无人承办'} · {record.code} · {age_of(record.confirmed_on, today)}"
    return Row(record.title, more, None, reverse("desk:offer", args=[record.pk]))
