"""Reminders: what was sent to whom and when, what somebody has to decide, and one's own choice."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zhuchao.apps.people.rights import require, scope_of
from zhuchao.apps.people.selectors import people_of
from zhuchao.apps.people.viewer import Act, Scope, Subject
from zhuchao.apps.reminders import selectors, services
from zhuchao.faces.desk import listing, reminding
from zhuchao.faces.desk.access import DeskRequest, desk, perform, show_failure_sentence
from zhuchao.faces.desk.reminder_forms import DaysForm, OneChannelForm, channel_forms

SORTS = {"urgency": "urgency", "sent": "began_at", "planned": "not_before"}
SHOWN = {"open": "待处理", "waiting": "待发送", "sent": "已发送", "over": "已了结"}
FAULTY = "还差几项，见下方标红处。"


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.REMINDER, Act.SEE)
    told = request.GET
    person = told.get("person", "")
    found = selectors.reminders(
        request.viewer,
        show=told.get("state", ""),
        kind=told.get("kind", ""),
        person_id=int(person) if person.isdecimal() else None,
        q=told.get("q", ""),
    )
    listed = listing.list_page(
        request, found, sorts=SORTS, default="-urgency", nullable=("began_at",)
    )
    counts = selectors.reminder_counts(request.viewer)
    context = {
        "heading": "提醒",
        "lead": "系统发出的提醒。结果不明的不会自动重发，请您决定再发还是了结。",
        "listing": listed,
        "rows": reminding.seen(request.viewer, listed.page, timezone.localdate()),
        "tabs": [(key, f"{label} {counts[key]}") for key, label in SHOWN.items()],
        "selects": _selects(request),
        "searchable": "标题或说明",
        "acts_template": "desk/_reminder_links.html",
        "may_plan": scope_of(request.viewer, Subject.REMINDER, Act.CHANGE) >= Scope.ORGANISATION,
    }
    return listing.render_list(request, "desk/_reminders.html", context)


def _selects(request: DeskRequest) -> list[dict[str, Any]]:
    told, kinds = request.GET, list(reminding.kind_names().items())
    selects = [{"name": "kind", "label": "类别", "options": kinds, "chosen": told.get("kind", "")}]
    if scope_of(request.viewer, Subject.REMINDER, Act.SEE) >= Scope.ORGANISATION:
        people = [(str(each.pk), str(each)) for each in people_of(request.viewer)]
        chosen = told.get("person", "")
        selects.append({"name": "person", "label": "提醒谁", "options": people, "chosen": chosen})
    return selects


@desk
@require_POST
def plan(request: DeskRequest) -> HttpResponse:
    """What the machine does every half hour, now."""
    new = services.plan_reminders(request.viewer, now=timezone.now())
    messages.success(request, f"已核一遍，新排定 {new} 条提醒。")
    return HttpResponseRedirect(reverse("desk:reminders"))


@desk
@require_POST
def again(request: DeskRequest, reminder_id: int) -> HttpResponse:
    """A person decides that it is sent once more."""

    def act() -> str:
        services.send_again(request.viewer, reminder_id, now=timezone.now())
        return reverse("desk:reminders")

    return perform(
        request,
        act,
        said="已安排再发，几分钟内发出；安静时段内则等到时段结束。",
        again=lambda sentence, status: show_failure_sentence(request, sentence, status),
    )


@desk
@require_POST
def settle(request: DeskRequest, reminder_id: int) -> HttpResponse:
    """A person decides to leave it at that."""

    def act() -> str:
        services.settle(request.viewer, reminder_id, now=timezone.now())
        return reverse("desk:reminders")

    return perform(
        request,
        act,
        said="已了结，不再发送。",
        again=lambda sentence, status: show_failure_sentence(request, sentence, status),
    )


@desk
@require_http_methods(["GET", "POST"])
def choices(request: DeskRequest) -> HttpResponse:
    """The viewer's own channels and days."""
    require(request.viewer, Subject.REMINDER, Act.CHANGE)
    seen, on_days_off = selectors.habits(request.viewer)
    if request.method != "POST":
        days = DaysForm(initial={"on_days_off": on_days_off})
        return _choices(request, channel_forms(seen), days)
    forms, days = channel_forms(seen, request.POST), DaysForm(request.POST)
    if not all([days.is_valid(), *(form.is_valid() for form in forms)]):
        return _choices(request, forms, days, FAULTY, 422)

    def act() -> str:
        told = {form.seen.folder.key: form.told() for form in forms}
        services.choose_channels(request.viewer, channels=told, **days.cleaned_data)
        return reverse("desk:reminder_choices")

    return perform(
        request,
        act,
        said="提醒设置已保存。",
        again=lambda sentence, status: _choices(request, forms, days, sentence, status),
    )


def _choices(
    request: DeskRequest,
    forms: list[OneChannelForm],
    days: DaysForm,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "channels": forms,
        "days": days,
        "quiet": settings.ZHUCHAO_QUIET_HOURS,
        "is_any_ready": any(form.seen.is_ready for form in forms),
        "problem": problem,
    }
    return render(request, "desk/reminder_choices.html", context, status=status)
