"""Contests with their file and ruling, transfers and their answer, alerts of blind checks."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.claim_forms import ContestRulingForm, StatementForm
from zhuchao.faces.desk.claiming import heads_claims, render_contest, render_transfer

FAULTY = "还差几项，见下方标红处。其余内容都保留着。"
ALERT_DAYS = 30
SHOWN = 50


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.CLAIM, Act.SEE)
    found = list(selectors.contests(request.viewer)[:SHOWN])
    firms = selectors.firms_of(request.viewer, found)
    context = {"contests": [(each, firms.get(each.pk, "")) for each in found]}
    return render(request, "desk/contests.html", context)


@desk
@require_safe
def show(request: DeskRequest, contest_id: int) -> HttpResponse:
    return render_contest(request, selectors.contest(request.viewer, contest_id))


@desk
@require_POST
def state(request: DeskRequest, contest_id: int, claim_id: int) -> HttpResponse:
    found = selectors.contest(request.viewer, contest_id)
    form = StatementForm(request.POST)
    if not form.is_valid():
        return render_contest(request, found, 422, statement_form=form, problem=FAULTY)

    def act() -> str:
        today = timezone.localdate()
        services.state_case(request.viewer, claim_id, **form.cleaned_data, today=today)
        return reverse("desk:contest", args=[contest_id])

    return perform(
        request,
        act,
        said="陈述已提交，科长能看到，对方看不到。",
        again=lambda sentence, status: render_contest(
            request, found, status, statement_form=form, problem=sentence
        ),
    )


@desk
@require_POST
def rule(request: DeskRequest, contest_id: int) -> HttpResponse:
    """Decide for one of the claims, or for whoever stood first."""
    found = selectors.contest(request.viewer, contest_id)
    form, decision = ContestRulingForm(request.POST), request.POST.get("decision", "")
    if not form.is_valid():
        return render_contest(request, found, 422, ruling_form=form, problem=FAULTY)

    def act() -> str:
        reasons, today = form.cleaned_data["reasons"], timezone.localdate()
        if decision.isdecimal():
            services.uphold_claim(
                request.viewer, contest_id, claim_id=int(decision), reasons=reasons, today=today
            )
        else:
            services.dismiss_contest(request.viewer, contest_id, reasons=reasons, today=today)
        return reverse("desk:contest", args=[contest_id])

    return perform(
        request,
        act,
        said="已裁定，双方在今日能看到结果。",
        again=lambda sentence, status: render_contest(
            request, found, status, ruling_form=form, problem=sentence
        ),
    )


@desk
@require_safe
def transfer(request: DeskRequest, transfer_id: int) -> HttpResponse:
    return render_transfer(request, selectors.transfer(request.viewer, transfer_id))


@desk
@require_POST
def answer(request: DeskRequest, transfer_id: int) -> HttpResponse:
    made = selectors.transfer(request.viewer, transfer_id)
    is_accepted = request.POST.get("answer") == "accept"

    def act() -> str:
        today = timezone.localdate()
        if is_accepted:
            taken = services.accept_transfer(request.viewer, transfer_id, today=today)
            return reverse("desk:claim", args=[taken.pk])
        services.decline_transfer(request.viewer, transfer_id, today=today)
        return reverse("desk:transfer", args=[transfer_id])

    return perform(
        request,
        act,
        said="流转已生效，企业和项目归您。" if is_accepted else "已答复不同意。",
        again=lambda sentence, status: render_transfer(request, made, status, sentence),
    )


@desk
@require_POST
def withdraw(request: DeskRequest, transfer_id: int) -> HttpResponse:
    made = selectors.transfer(request.viewer, transfer_id)

    def act() -> str:
        services.withdraw_transfer(request.viewer, transfer_id, today=timezone.localdate())
        return reverse("desk:claim", args=[made.claim_id])

    return perform(
        request,
        act,
        said="已撤回流转。",
        again=lambda sentence, status: render_transfer(request, made, status, sentence),
    )


@desk
@require_safe
def alerts(request: DeskRequest) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    require(viewer, Subject.CLAIM, Act.SEE)
    since = today - timedelta(days=ALERT_DAYS)
    context = {
        "alerts": selectors.alerts(viewer, since=since),
        "days": ALERT_DAYS,
        "can_see": heads_claims(viewer),
    }
    return render(request, "desk/check_alerts.html", context)


@desk
@require_POST
def see_alert(request: DeskRequest, alert_id: int) -> HttpResponse:
    services.see_alert(request.viewer, alert_id)
    return perform(
        request,
        lambda: reverse("desk:check_alerts"),
        said="已阅。",
        again=lambda sentence, status: HttpResponse(sentence, status=status),
    )
