"""An intake: the original beside what the machine read, until a person confirms or sets aside."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.library import selectors, services
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.core.errors import Refused, Unreadable, ZhuchaoError
from zhuchao.faces.desk import confirming, listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform, status_of
from zhuchao.faces.desk.naming import beginning_of
from zhuchao.faces.desk.proposals import (
    MESSAGE,
    PAGE,
    PageProposal,
    covered,
    kind_of,
    propose,
    texts_of,
)
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.library.models import Intake
    from zhuchao.core.messages import Side
    from zhuchao.faces.desk.proposals import MessageProposal

OPEN_STATES = frozenset({"proposed", "failed"})
EXCERPT = 600
# A message that is of the side that the officer says.
SIDES: dict[str, Side] = {"demand": "demand", "supply": "supply"}
BECOMES = frozenset({"page", "enquiry", "offer"})


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.INTAKE, Act.SEE)
    state = request.GET.get("state", "")
    found = selectors.intakes(request.viewer, states=(state,) if state else ())
    listed = listing.list_page(request, found, sorts={"created": "created_at"}, default="-created")
    titles = selectors.titles_by_intake(request.viewer, [each.pk for each in listed.page])
    context = {
        "heading": "收件",
        "rows": [
            {"record": each, "beginning": titles.get(each.pk) or beginning_of(each)}
            for each in listed.page
        ],
        "lead": "粘贴、上传和抓取的原件都留在这里，读不出的也写明原因。",
        "listing": listed,
        "tabs": choices("intake"),
        "can_paste": True,
    }
    return listing.render_list(request, "desk/_intakes.html", context)


@desk
@require_safe
def show(request: DeskRequest, intake_id: int) -> HttpResponse:
    return _show(request, intake_id)


@desk
@require_POST
def confirm(request: DeskRequest, intake_id: int) -> HttpResponse:
    intake = selectors.intake(request.viewer, intake_id)
    require(request.viewer, Subject.INTAKE, Act.CHANGE, intake)
    try:
        proposal = _proposal(request, intake, request.POST.get("as", ""))
        if isinstance(proposal, PageProposal):
            answer = confirming.confirm_page(request, intake, proposal)
        else:
            answer = confirming.confirm_message(request, intake, proposal)
    except ZhuchaoError as failure:
        return _show(request, intake_id, failure.sentence, status_of(failure))
    if answer.address:
        messages.success(request, answer.said)
        return HttpResponseRedirect(answer.address)
    problem = "有字段没有读懂，请看标红的地方。其余内容都保留着。"
    return _render(
        request, intake, answer.context | {"proposal": proposal, "problem": problem}, 422
    )


@desk
@require_POST
def set_aside(request: DeskRequest, intake_id: int) -> HttpResponse:
    def act() -> str:
        services.set_aside_intake(request.viewer, intake_id)
        return reverse("desk:intake", args=[intake_id])

    return perform(
        request,
        act,
        said=f"已搁置 {intake_id} 号收件，可在本页撤销。",
        again=lambda sentence, status: _show(request, intake_id, sentence, status),
    )


@desk
@require_POST
def restore(request: DeskRequest, intake_id: int) -> HttpResponse:
    def act() -> str:
        services.restore_intake(request.viewer, intake_id)
        return reverse("desk:intake", args=[intake_id])

    return perform(
        request,
        act,
        said=f"{intake_id} 号收件已恢复为待确认。",
        again=lambda sentence, status: _show(request, intake_id, sentence, status),
    )


@desk
@require_POST
def split(request: DeskRequest, intake_id: int) -> HttpResponse:
    """Make an intake of each message that the text holds."""
    try:
        intake = selectors.intake(request.viewer, intake_id)
        raw = selectors.raw_of(request.viewer, intake.pk)
        proposal = propose(raw, kind=MESSAGE, fetched_at=None)
        texts = () if isinstance(proposal, PageProposal) else texts_of(proposal)
        made = services.split_intake(request.viewer, intake_id, texts=texts)
    except ZhuchaoError as failure:
        return _show(request, intake_id, failure.sentence, status_of(failure))
    said = f"已分成 {len(made)} 条待确认，原文已搁置，可在 {intake_id} 号收件撤销。"
    messages.success(request, said)
    return HttpResponseRedirect(reverse("desk:intake", args=[made[0].pk]))


def _proposal(request: DeskRequest, intake: Intake, wanted: str) -> PageProposal | MessageProposal:
    if intake.state == "failed" and not wanted:
        raise Unreadable(intake.reason)
    raw = selectors.raw_of(request.viewer, intake.pk)
    fetched_at = intake.fetched_at or _seen_on(request)
    kind = _kind(intake, raw, wanted)
    side = SIDES.get(wanted)
    proposal = propose(raw, kind=kind, fetched_at=fetched_at, address=intake.address, side=side)
    return covered(proposal) if intake.state == "confirmed" else proposal


def _kind(intake: Intake, raw: bytes, wanted: str) -> str:
    """What it became once it did, else what the officer wants, else what it looks like."""
    if intake.state == "confirmed":
        return PAGE if intake.became == "page" else MESSAGE
    if wanted in SIDES:
        return MESSAGE
    return wanted if wanted in (PAGE, MESSAGE) else kind_of(raw)


def _seen_on(request: DeskRequest) -> datetime | None:
    """The day on which a pasted page was open, where the officer says so; noon stands for it."""
    written = request.POST.get("seen", "") or request.GET.get("seen", "")
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, time(12)))


def _became(intake: Intake) -> str:
    is_known = intake.became in BECOMES and intake.became_id is not None
    return reverse(f"desk:{intake.became}", args=[intake.became_id]) if is_known else ""


def _show(
    request: DeskRequest, intake_id: int, problem: str = "", status: int = 200
) -> HttpResponse:
    intake = selectors.intake(request.viewer, intake_id)
    try:
        proposal = _proposal(
            request, intake, request.GET.get("as", "") or request.POST.get("as", "")
        )
    except (Unreadable, Refused) as failure:
        raw = selectors.raw_of(request.viewer, intake_id)
        context = {
            "reason": failure.sentence,
            "size": len(raw),
            "excerpt": raw[:EXCERPT].decode("utf-8", "replace") if b"\x00" not in raw else "",
        }
        return _render(request, intake, context, status)
    context = confirming.context_of(request, intake, proposal)
    return _render(request, intake, context | {"proposal": proposal, "problem": problem}, status)


def _render(
    request: DeskRequest, intake: Intake, context: dict[str, object], status: int
) -> HttpResponse:
    basic = {
        "intake": intake,
        "is_open": intake.state in OPEN_STATES,
        "stances": choices("stance"),
        "became_address": _became(intake),
        "seen": _seen_on(request),
    }
    return render(request, "desk/intake.html", basic | context, status=status)
