"""Contests, transfers and alerts that concern a viewer; a side sees nothing of the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from zhuchao.apps.people.rights import narrow, scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject, Viewer
from zhuchao.apps.projects.holding import LIVING, heads
from zhuchao.apps.projects.models import (
    CheckAlert,
    Claim,
    ClaimEvent,
    Contest,
    Statement,
    TransferAgreement,
)
from zhuchao.apps.projects.selectors.claims import claim
from zhuchao.core.errors import NotFound


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a contest with what was stated and what was done for the firm."""

    claim: Claim
    statements: tuple[Statement, ...]
    activities: tuple[ClaimEvent, ...]


def contests(viewer: Viewer) -> QuerySet[Contest]:
    """Those with a claim within the viewer's sight, open ones first, then the latest."""
    mine = Contest.objects.filter(organisation_id=viewer.organisation_id or 0)
    if scope_of(viewer, Subject.CLAIM, Act.SEE) < Scope.ORGANISATION:
        seen = narrow(viewer, Claim.objects.all(), Subject.CLAIM).values("contest_id")
        mine = mine.filter(pk__in=seen)
    return mine.select_related("closed_by").order_by("-opened_at", "-pk")


def firms_of(viewer: Viewer, found: Iterable[Contest]) -> dict[int, str]:
    """What each contest is about, as the claim within the viewer's sight names it."""
    seen = narrow(viewer, Claim.objects.all(), Subject.CLAIM)
    mine = seen.filter(contest_id__in=[each.pk for each in found]).order_by("-filed_at", "-pk")
    named = mine.values_list("contest_id", "company_name")
    return {contest_id: name for contest_id, name in named if contest_id is not None}


def contest(viewer: Viewer, contest_id: int) -> Contest:
    """Raises: NotFound."""
    found = contests(viewer).filter(pk=contest_id).first()
    if found is None:
        raise NotFound("没有这件争议，或与您无关")
    return found


def sides(viewer: Viewer, contest_id: int) -> list[Side]:
    """The file: every side for who heads the house, one's own for the parties.

    Raises: NotFound.
    """
    found = contest(viewer, contest_id)
    seen = narrow(viewer, found.claims.all(), Subject.CLAIM)
    listed = seen.select_related("owner", "contest").prefetch_related("statements__by", "events")
    return [
        Side(
            each,
            tuple(s for s in each.statements.all() if s.contest_id == found.pk),
            tuple(event for event in each.events.all() if event.act == "activity"),
        )
        for each in listed.order_by("filed_at", "pk")
    ]


def contests_to_rule(viewer: Viewer) -> QuerySet[Contest]:
    """What waits for the viewer's ruling, the earliest term first; empty for who rules none."""
    if not heads(viewer):
        return Contest.objects.none()
    own = Claim.objects.filter(owner_id=viewer.person_id or 0, state__in=LIVING)
    waiting = contests(viewer).filter(closed_at=None)
    return waiting.exclude(pk__in=own.exclude(contest=None).values("contest_id")).order_by(
        "statements_until", "pk"
    )


def ruled_lately(viewer: Viewer, since: date) -> QuerySet[Contest]:
    """Contests in which the viewer was a side and that were ruled since a day, the latest first."""
    own = Claim.objects.filter(owner_id=viewer.person_id or 0).exclude(contest=None)
    mine = contests(viewer).filter(pk__in=own.values("contest_id"), closed_at__date__gte=since)
    return mine.order_by("-closed_at", "-pk")


def transfers_of(viewer: Viewer, claim_id: int) -> QuerySet[TransferAgreement]:
    """The agreements by which the claim was offered or came, the latest first. Raises: NotFound."""
    found = claim(viewer, claim_id)
    both = TransferAgreement.objects.filter(Q(claim=found) | Q(pk=found.came_by_id))
    return both.select_related("giver", "receiver").order_by("-proposed_at", "-pk")


def transfer(viewer: Viewer, transfer_id: int) -> TransferAgreement:
    """One that the viewer has a part in, or whose claim is within sight. Raises: NotFound."""
    person = viewer.person_id or 0
    seen = narrow(viewer, Claim.objects.all(), Subject.CLAIM).values("pk")
    within = Q(giver_id=person) | Q(receiver_id=person) | Q(claim__in=seen)
    found = TransferAgreement.objects.filter(within).select_related("giver", "receiver", "claim")
    one = found.filter(pk=transfer_id).first()
    if one is None:
        raise NotFound("没有这份流转协议，或与您无关")
    return one


def open_transfers(viewer: Viewer) -> QuerySet[TransferAgreement]:
    """What a colleague offered and the viewer has yet to answer."""
    asked = TransferAgreement.objects.filter(receiver_id=viewer.person_id or 0, state="proposed")
    return asked.select_related("giver", "claim").order_by("proposed_at", "pk")


def alerts(viewer: Viewer, *, since: date | None = None) -> QuerySet[CheckAlert]:
    """Who asked more than the work explains: unread ones, or all since a day; for heads alone."""
    if not heads(viewer):
        return CheckAlert.objects.none()
    mine = CheckAlert.objects.filter(organisation_id=viewer.organisation_id or 0)
    mine = mine.filter(seen_at=None) if since is None else mine.filter(on__gte=since)
    return mine.select_related("person", "seen_by").order_by("-on", "-pk")
