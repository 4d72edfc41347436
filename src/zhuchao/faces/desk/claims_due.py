"""What is due today of first claims: for officers what runs out, for heads what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.claiming import heads_claims
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any
from zhuchao.faces.hand.moments import date_cn

# A ruling stays under 今日 as long as its readers may be on a journey.
RULED_DAYS = 7


def claim_panels(viewer: Viewer) -> Iterator[Panel]:
    """Said only where there is something."""
    if not can(viewer, Subject.CLAIM, Act.SEE):
        return
    today = timezone.localdate()
    yield from _some("等您答复的流转", selectors.open_transfers(viewer), _transfer, "desk:claims")
    yield from _some(
        "快到期的首谈首报",
        selectors.due_claims(viewer, today),
        lambda record: _expiring(record, today),
        "desk:claims",
        "?state=expiring&owner=mine",
    )
    mine = selectors.claims(
        viewer, today=today, states=("contested",), owner_id=viewer.person_id or 0
    )
    yield from _some("我的首报争议", mine, _disputed, "desk:contests")
    ruled = selectors.ruled_lately(viewer, today - timedelta(days=RULED_DAYS))
    yield from _some("首报争议有了结果", ruled, partial(_ruled, viewer), "desk:contests")
    if heads_claims(viewer):
        yield from _of_heads(viewer, today)


def _of_heads(viewer: Viewer, today: date) -> Iterator[Panel]:
    pending = selectors.claims(viewer, today=today, states=("pending",))
    waiting = pending.exclude(owner_id=viewer.person_id or 0)
    yield from _some("待确认的首报", waiting, _pending, "desk:claims", "?state=pending")
    ruling = selectors.contests_to_rule(viewer).prefetch_related("claims__owner")
    yield from _some("待裁定的首报争议", ruling, _contest, "desk:contests")
    yield from _some("盲查提醒", selectors.alerts(viewer), _alert, "desk:check_alerts")


def _some(
    title: str, found: Any, row: Callable[[Any], Row], name: str, query: str = ""
) -> Iterator[Panel]:
    yield from panel_if_any(title, found, row, name, query)


def _transfer(record: Any) -> Row:
    share = f"对方分享 {record.giver_share}%，{record.first_year}–{record.last_year} 年"
    address = reverse("desk:transfer", args=[record.pk])
    title = f"{record.giver} 流转给您：{record.claim.company_name}"
    return Row(title, share, record.proposed_at, address)


def _expiring(record: Any, today: date) -> Row:
    left = (record.valid_until - today).days
    more = f"还有 {left} 天，{date_cn(record.valid_until)}到期 · 凭近期推进可续期"
    return Row(record.company_name, more, None, reverse("desk:claim", args=[record.pk]))


def _disputed(record: Any) -> Row:
    until = date_cn(record.contest.statements_until)
    address = reverse("desk:contest", args=[record.contest_id])
    return Row(record.company_name, f"举证期限到 {until}，由科长裁定", None, address)


def _ruled(viewer: Viewer, record: Any) -> Row:
    firm = selectors.firms_of(viewer, [record]).get(record.pk, f"{record.pk} 号争议")
    address = reverse("desk:contest", args=[record.pk])
    return Row(firm, "已结案，打开看结果和理由", record.closed_at, address)


def _pending(record: Any) -> Row:
    more = f"{record.owner} 首报 · {record.intention}"
    address = reverse("desk:claim", args=[record.pk])
    return Row(record.company_name, more, record.filed_at, address)


def _contest(record: Any) -> Row:
    claims = sorted(record.claims.all(), key=lambda each: each.filed_at)
    owners = "、".join(dict.fromkeys(str(each.owner) for each in claims))
    more = f"{owners} · 举证期限到 {date_cn(record.statements_until)}"
    firm = claims[0].company_name if claims else f"{record.pk} 号争议"
    return Row(firm, more, record.opened_at, reverse("desk:contest", args=[record.pk]))


def _alert(record: Any) -> Row:
    return Row(
        f"{record.person}：{record.reason}", date_cn(record.on), None, reverse("desk:check_alerts")
    )
