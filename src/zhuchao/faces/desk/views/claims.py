"""First claims: the blind check, the list, filing one, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform, status_of
from zhuchao.faces.desk.claim_forms import (
    ActivityForm,
    CheckForm,
    FilingForm,
    InvestmentForm,
    ReasonForm,
    ReferralForm,
)
from zhuchao.faces.desk.claiming import render_claim, row_of, transfer_form, with_referrer
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from django import forms

FAULTY = "还差几项，见下方标红处。其余内容都保留着。"
SORTS = {"filed": "filed_at", "until": "valid_until"}
SAID = {
    "held": "已首报，从今天起由您持有。",
    "pending": "已首报，等科长确认。",
    "contested": "已首报，有争议，等科长裁定：请在举证期限内陈述。",
}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    require(viewer, Subject.CLAIM, Act.SEE)
    state, owner = request.GET.get("state", ""), request.GET.get("owner", "")
    found = selectors.claims(
        viewer,
        today=today,
        states=(state,) if state else (),
        owner_id=(viewer.person_id or 0) if owner == "mine" else None,
        q=request.GET.get("q", ""),
    )
    rule = selectors.rule_of_claims(viewer, today)
    listed = listing.list_page(
        request, found, sorts=SORTS, default="-filed", nullable=("valid_until",)
    )
    context = {
        "heading": "首谈首报",
        "lead": f"谈第一次就报。按“{rule.title}”，有效 {rule.valid_days} 天。",
        "listing": listed,
        "rows": [row_of(viewer, each, rule) for each in listed.page],
        "tabs": choices("claim"),
        "selects": [
            {"name": "owner", "label": "首报人", "options": [("mine", "我的")], "chosen": owner}
        ],
        "searchable": "企业或投资意向",
        "acts_template": "desk/_claim_links.html",
        "can_claim": can(viewer, Subject.CLAIM, Act.MAKE),
    }
    return listing.render_list(request, "desk/_claims.html", context)


@desk
@require_http_methods(["GET", "POST"])
def check(request: DeskRequest) -> HttpResponse:
    """The blind check: what is asked is posted, so that no address and no history keeps it."""
    viewer, today = request.viewer, timezone.localdate()
    require(viewer, Subject.CLAIM, Act.MAKE)
    form = CheckForm(request.POST if request.method == "POST" else None)
    told, problem, status = None, "", 200
    if request.method == "POST":
        if form.is_valid():
            try:
                told = services.check(viewer, **form.cleaned_data, today=today)
            except ZhuchaoError as failure:
                problem, status = failure.sentence, status_of(failure)
        else:
            problem, status = FAULTY, 422
    context = {
        "form": form,
        "told": told,
        "tone": word("check", told.verdict.answer.value).tone if told else "",
        "problem": problem,
        "rule": selectors.rule_of_claims(viewer, today),
        "left": selectors.checks_left(viewer, today),
    }
    return render(request, "desk/check.html", context, status=status)


@desk
@require_http_methods(["GET", "POST"])
def file(request: DeskRequest) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    require(viewer, Subject.CLAIM, Act.MAKE)
    posted = request.POST if request.method == "POST" else None
    initial = {"talked_on": today} | request.GET.dict()
    is_from_check = posted is not None and "from_check" in posted
    form = FilingForm(None if is_from_check else posted, initial=initial | _carried(request))

    def again(problem: str = "", status: int = 200) -> HttpResponse:
        rule = selectors.rule_of_claims(viewer, today)
        context = {"form": form, "rule": rule, "problem": problem}
        return render(request, "desk/claim_new.html", context, status=status)

    if posted is None or is_from_check:
        return again()
    if not form.is_valid():
        return again(FAULTY, 422)
    try:
        made = services.file_claim(viewer, filing=form.filing(), today=today)
    except ZhuchaoError as failure:
        return again(failure.sentence, status_of(failure))
    address = reverse("desk:claim", args=[made.pk])
    return perform(request, lambda: address, said=SAID.get(made.state, "已首报。"), again=again)


def _carried(request: DeskRequest) -> dict[str, str]:
    """What the check asked for, carried into the form without an address that tells it."""
    return {name: request.POST.get(name, "") for name in ("company", "credit_code")}


@desk
@require_safe
def show(request: DeskRequest, claim_id: int) -> HttpResponse:
    return render_claim(request, selectors.claim(request.viewer, claim_id))


def _act(
    request: DeskRequest,
    claim_id: int,
    act: Callable[[dict[str, Any]], object],
    *,
    said: str,
    form: forms.Form | None = None,
    name: str = "",
) -> HttpResponse:
    """Do it on the claim's page: the form first, then the act, then the page again."""
    found = selectors.claim(request.viewer, claim_id)
    beside = {name: form} if form is not None else {}
    if form is not None and not form.is_valid():
        return render_claim(request, found, 422, problem=FAULTY, **beside)

    def done() -> str:
        act(form.cleaned_data if form is not None else {})
        return reverse("desk:claim", args=[claim_id])

    return perform(
        request,
        done,
        said=said,
        again=lambda sentence, status: render_claim(
            request, selectors.claim(request.viewer, claim_id), status, problem=sentence, **beside
        ),
    )


@desk
@require_POST
def note(request: DeskRequest, claim_id: int) -> HttpResponse:
    form, today = ActivityForm(request.POST), timezone.localdate()

    def act(_: dict[str, Any]) -> object:
        return services.note_activity(request.viewer, claim_id, noted=form.noted(), today=today)

    return _act(request, claim_id, act, said="推进已记下。", form=form, name="activity_form")


@desk
@require_POST
def renew(request: DeskRequest, claim_id: int) -> HttpResponse:
    def act(_: dict[str, Any]) -> object:
        return services.renew_claim(request.viewer, claim_id, today=timezone.localdate())

    return _act(request, claim_id, act, said="已续期。")


@desk
@require_POST
def release(request: DeskRequest, claim_id: int) -> HttpResponse:
    def act(told: dict[str, Any]) -> object:
        today = timezone.localdate()
        return services.release_claim(request.viewer, claim_id, **told, today=today)

    form = ReasonForm(request.POST)
    return _act(
        request, claim_id, act, said="已释放，其他同事可以首报。", form=form, name="reason_form"
    )


@desk
@require_POST
def confirm(request: DeskRequest, claim_id: int) -> HttpResponse:
    def act(_: dict[str, Any]) -> object:
        return services.confirm_claim(request.viewer, claim_id, today=timezone.localdate())

    return _act(request, claim_id, act, said="已确认，从今天起有效。")


@desk
@require_POST
def decline(request: DeskRequest, claim_id: int) -> HttpResponse:
    def act(told: dict[str, Any]) -> object:
        today = timezone.localdate()
        return services.decline_claim(request.viewer, claim_id, **told, today=today)

    form = ReasonForm(request.POST)
    return _act(request, claim_id, act, said="已答复不予确认。", form=form, name="reason_form")


@desk
@require_POST
def invest(request: DeskRequest, claim_id: int) -> HttpResponse:
    def act(told: dict[str, Any]) -> object:
        today = timezone.localdate()
        return services.state_investment(request.viewer, claim_id, **told, today=today)

    form = InvestmentForm(request.POST)
    return _act(request, claim_id, act, said="意向投资已补填。", form=form, name="investment_form")


@desk
@require_POST
def refer(request: DeskRequest, claim_id: int) -> HttpResponse:
    form, today = ReferralForm(request.POST), timezone.localdate()

    def act(_: dict[str, Any]) -> object:
        return services.add_referral(
            request.viewer, claim_id, referrer=form.referrer(), today=today
        )

    return _act(request, claim_id, act, said="引荐人已备案。", form=form, name="referral_form")


@desk
@require_POST
def reveal(request: DeskRequest, claim_id: int, referral_id: int) -> HttpResponse:
    found = selectors.claim(request.viewer, claim_id)
    contact = selectors.referrer(request.viewer, claim_id, referral_id)
    revealed = parties.reveal_contact(request.viewer, contact.pk)
    return render_claim(request, found, **with_referrer(referral_id, revealed))


@desk
@require_POST
def offer(request: DeskRequest, claim_id: int) -> HttpResponse:
    form, today = transfer_form(request.viewer, request.POST), timezone.localdate()

    def act(told: dict[str, Any]) -> object:
        to = told["to_person_id"]
        return services.propose_transfer(
            request.viewer, claim_id, to_person_id=to, terms=form.terms(), today=today
        )

    return _act(
        request, claim_id, act, said="已发起流转，等对方同意。", form=form, name="transfer_form"
    )
