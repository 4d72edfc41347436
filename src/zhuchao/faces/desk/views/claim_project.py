"""A project of a first claim."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.claim_forms import FirstProjectForm
from zhuchao.faces.desk.claiming import render_claim
from zhuchao.faces.desk.opening import Asked, open_with_care

FAULTY = "还差几项，见下方标红处。其余内容都保留着。"


@desk
@require_POST
def open_project(request: DeskRequest, claim_id: int) -> HttpResponse:
    found = selectors.claim(request.viewer, claim_id)
    form = FirstProjectForm(request.POST)
    if not form.is_valid():
        return render_claim(request, found, 422, project_form=form, problem=FAULTY)
    told = form.cleaned_data

    def act(despite: str) -> str:
        evidence = DocumentForm("statement", told["evidence"])
        opening = Opening(
            told["title"], evidence, told["occurred_on"], found.company_name, despite=despite
        )
        made = services.open_project(request.viewer, opening=opening, today=timezone.localdate())
        return reverse("desk:project", args=[made.pk])

    return open_with_care(
        request,
        act,
        Asked(told["title"], found.company_name),
        said="已由首谈首报立项。",
        again=lambda sentence, status: render_claim(
            request, found, status, project_form=form, problem=sentence
        ),
    )
