"""Money of a project: told by month, and its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.investing import bars_of, version_of
from zhuchao.faces.desk.money_forms import MoneyForm
from zhuchao.faces.hand.charts import money_svg
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project

KEPT_SECONDS = 86_400


@desk
@require_http_methods(["GET", "POST"])
def note(request: DeskRequest, project_id: int) -> HttpResponse:
    project = selectors.project(request.viewer, project_id)
    require(request.viewer, Subject.PROJECT, Act.CHANGE, project)
    documents = [(each.pk, str(each)) for each in project.documents.all()]
    if request.method != "POST":
        return _show(request, project, MoneyForm(documents=documents))
    form = MoneyForm(request.POST, documents=documents)
    if not form.is_valid():
        return _show(request, project, form, status=422)

    def act() -> str:
        services.note_investment(
            request.viewer,
            project_id,
            entries=form.entries(),
            source=form.cleaned_data["source"],
            today=timezone.localdate(),
            document_id=form.cleaned_data["document_id"],
        )
        return reverse("desk:project_money", args=[project_id])

    return perform(
        request,
        act,
        said="已记下，以前记的都保留。",
        again=lambda sentence, status: _show(request, project, form, sentence, status),
    )


def _show(
    request: DeskRequest, project: Project, form: MoneyForm, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "project": project,
        "form": form,
        "facts": selectors.facts_of(request.viewer, project.pk)[:50],
        "problem": problem,
    }
    return render(request, "desk/project_money.html", context, status=status)


@desk
@require_safe
def chart(request: DeskRequest, project_id: int) -> HttpResponse:
    """The chart as it stands; who has the same one is told so."""
    months = selectors.money_by_month(request.viewer, project_id)
    tag = f'"money-{project_id}-{version_of(months)}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    svg = cache.get(tag.strip('"'))
    if svg is None:
        svg = money_svg(bars_of(months), [label for _, label in choices("measure")])
        cache.set(tag.strip('"'), svg, KEPT_SECONDS)
    kept = {"ETag": tag, "Cache-Control": "private, no-cache"}
    return HttpResponse(svg, content_type="image/svg+xml", headers=kept)
