"""Opening a project from any page: what it may be already is told first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone

from zhuchao.apps.projects import services
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.desk.access import perform, status_of
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from django.http import HttpResponse

    from zhuchao.apps.projects.services import Likely
    from zhuchao.faces.desk.access import DeskRequest

NO_REASON = "另立项要写明理由，例如：同一企业的另一处厂区。"
NOT_CARRIED = ("csrfmiddlewaretoken", "despite")


@dataclass(frozen=True, slots=True)
class Asked:
    """The project that is to be opened; ``is_open`` where it is open already and only found."""

    title: str
    company: str
    is_open: bool = False


def open_with_care(
    request: DeskRequest,
    act: Callable[[str], str],
    asked: Asked,
    *,
    said: str,
    again: Callable[[str, int], HttpResponse],
) -> HttpResponse:
    """Do ``act`` with the reason for opening it nevertheless, or show what it may be first."""
    despite = request.POST.get("despite", "").strip()[:200]
    try:
        likely = _likely(request, asked)
    except ZhuchaoError as failure:
        return again(failure.sentence, status_of(failure))
    if likely and not despite:
        return _warn(request, likely, asked)
    return perform(request, lambda: act(despite), said=said, again=again)


def _likely(request: DeskRequest, asked: Asked) -> Likely | None:
    if asked.is_open:
        return None
    return services.look_before_opening(
        request.viewer, title=asked.title, company=asked.company, today=timezone.localdate()
    )


def _warn(request: DeskRequest, likely: Likely, asked: Asked) -> HttpResponse:
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in NOT_CARRIED
        for value in values
    ]
    told = likely.told
    context = {
        "likely": likely,
        "title": asked.title,
        "company": asked.company,
        "carried": carried,
        "problem": NO_REASON if "despite" in request.POST else "",
        "tone": word("check", told.verdict.answer.value).tone if told else "",
        "is_taken": told is not None and told.verdict.answer in services.TAKEN,
    }
    return render(request, "desk/project_likely.html", context, status=422)
