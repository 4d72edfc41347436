"""The declaration form of a project: on a page that prints, and as a workbook."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.faces.desk.access import DeskRequest, desk
from zhuchao.faces.desk.declaration_book import TITLE, book_of
from zhuchao.faces.desk.declaring import Sheet, sheet_of
from zhuchao.faces.desk.exporting import BOOK_TYPE


@desk
@require_http_methods(["GET", "POST"])
def show(request: DeskRequest, project_id: int) -> HttpResponse:
    """Sent by a form, it tells names and telephones."""
    sheet = _sheet(request, project_id)
    project = sheet.declaration.project
    context = {
        "sheet": sheet,
        "project": project,
        "title": TITLE,
        "is_open": request.method == "POST",
        "may_change": can(request.viewer, Subject.PROJECT, Act.CHANGE, project),
        "may_open": can(request.viewer, Subject.CONTACT, Act.REVEAL),
    }
    return render(request, "desk/project_declaration.html", context)


@desk
@require_http_methods(["GET", "POST"])
def book(request: DeskRequest, project_id: int) -> HttpResponse:
    """Sent by a form, it tells names and telephones."""
    sheet = _sheet(request, project_id)
    answer = HttpResponse(book_of(sheet), content_type=BOOK_TYPE)
    name = f"{TITLE}（{sheet.declaration.project.title}）.xlsx"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["Cache-Control"] = "no-store"
    return answer


def _sheet(request: DeskRequest, project_id: int) -> Sheet:
    form = selectors.declaration(request.viewer, project_id, timezone.localdate())
    return sheet_of(request.viewer, form, is_open=request.method == "POST")
