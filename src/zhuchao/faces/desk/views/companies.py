"""Companies: the list, the names by which one goes, its code, and merging two that are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.parties import selectors
from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.rights import can, require, scope_of
from zhuchao.apps.people.viewer import Act, Scope, Subject
from zhuchao.apps.projects import selectors as projects
from zhuchao.apps.projects.services import merging, naming
from zhuchao.core.errors import NotFound
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.company_forms import CodeForm, CorrectForm, MergeForm, NameForm, RenameForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhuchao.apps.parties.models import Company, CompanyName
    from zhuchao.apps.people.viewer import Viewer

FAULTY = "还差几项，见下方标红处。"
SORTS = {"created": "created_at", "name": "name"}
# As many companies as a list of choices is still read through.
MOST_CHOICES = 200


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.COMPANY, Act.SEE)
    found = selectors.companies(request.viewer, q=request.GET.get("q", ""))
    listed = listing.list_page(request, found, sorts=SORTS, default="-created")
    context = {
        "heading": "企业",
        "lead": "只列您和本组经手的企业。别人是否已首报，请用“首谈首报”里的盲查。",
        "listing": listed,
        "searchable": "名称、简称或信用代码",
    }
    return listing.render_list(request, "desk/_companies.html", context)


@desk
@require_safe
def show(request: DeskRequest, company_id: int) -> HttpResponse:
    return _show(request, selectors.company(request.viewer, company_id))


@desk
@require_POST
def add_name(request: DeskRequest, company_id: int) -> HttpResponse:
    company, form = selectors.company(request.viewer, company_id), NameForm(request.POST)

    def act() -> None:
        naming.name_company(request.viewer, company_id, **_told(form))

    return _named(request, company, act, "已记下这个名称。", "name_form", form)


@desk
@require_POST
def rename(request: DeskRequest, company_id: int) -> HttpResponse:
    company, form = selectors.company(request.viewer, company_id), RenameForm(request.POST)

    def act() -> None:
        naming.rename_company(request.viewer, company_id, **_told(form))

    return _named(request, company, act, "已更名，原来的名称转为曾用名。", "rename_form", form)


@desk
@require_POST
def correct_name(request: DeskRequest, company_id: int, name_id: int) -> HttpResponse:
    company = selectors.company(request.viewer, company_id)
    name = next((n for n in selectors.names(request.viewer, company_id) if n.pk == name_id), None)
    if name is None:
        raise NotFound("这个名称已经删去：请刷新页面查看现在的名称")
    if "drop" in request.POST:
        return _done(
            request,
            company,
            lambda: parties.drop_name(request.viewer, name_id),
            f"已删去“{name.name}”。",
        )
    form = CorrectForm(request.POST, name=name)

    def act() -> None:
        naming.correct_company_name(request.viewer, name_id, **_told(form))

    return _named(request, company, act, "已更正名称。", "correct_form", form)


@desk
@require_POST
def set_code(request: DeskRequest, company_id: int) -> HttpResponse:
    company, form = selectors.company(request.viewer, company_id), CodeForm(request.POST)
    if not form.is_valid():
        return _show(request, company, 422, code_form=form, problem=FAULTY)

    def act() -> None:
        naming.code_company(
            request.viewer, company_id, **form.cleaned_data, today=timezone.localdate()
        )

    return _done(request, company, act, "已记下信用代码。", code_form=form)


@desk
@require_POST
def merge(request: DeskRequest, company_id: int) -> HttpResponse:
    company = selectors.company(request.viewer, company_id)
    form = MergeForm(request.POST, companies=_others(request, company))
    if not form.is_valid():
        return _show(request, company, 422, merge_form=form, problem=FAULTY)

    def act() -> None:
        today = timezone.localdate()
        merging.merge_companies(
            request.viewer, kept_id=company_id, today=today, **form.cleaned_data
        )

    said = "已合并为一家。两边的记录都保留，可以撤销。"
    return _done(request, company, act, said, merge_form=form)


@desk
@require_POST
def undo_merge(request: DeskRequest, company_id: int, merge_id: int) -> HttpResponse:
    company = selectors.company(request.viewer, company_id)

    def act() -> None:
        merging.undo_merge(request.viewer, merge_id, today=timezone.localdate())

    return _done(request, company, act, "已撤销合并，两家各自独立。")


def _told(form: forms.Form) -> dict[str, Any]:
    return form.cleaned_data | {"today": timezone.localdate()}


def _named(
    request: DeskRequest,
    company: Company,
    act: Callable[[], None],
    said: str,
    key: str,
    form: forms.Form,
) -> HttpResponse:
    typed: dict[str, Any] = {key: form}
    if not form.is_valid():
        return _show(request, company, 422, problem=FAULTY, **typed)
    return _done(request, company, act, said, **typed)


def _done(
    request: DeskRequest, company: Company, act: Callable[[], None], said: str, **forms: Any
) -> HttpResponse:
    def then() -> str:
        act()
        return reverse("desk:company", args=[company.pk])

    return perform(
        request,
        then,
        said=said,
        again=lambda sentence, status: _show(request, company, status, problem=sentence, **forms),
    )


def _others(request: DeskRequest, company: Company) -> list[tuple[int, str]]:
    found = selectors.companies(request.viewer).exclude(pk=company.head_id or company.pk)
    return list(found.values_list("pk", "name")[:MOST_CHOICES])


def _names(
    viewer: Viewer, company: Company, bound: CorrectForm | None
) -> list[tuple[CompanyName, CorrectForm]]:
    """Each name with the form that puts it right; what was typed wrongly stays in its own."""
    found = [(each, CorrectForm(name=each)) for each in selectors.names(viewer, company.pk)]
    prefix = None if bound is None else bound.prefix
    return [(name, bound if bound and form.prefix == prefix else form) for name, form in found]


def _show(
    request: DeskRequest,
    company: Company,
    status: int = 200,
    *,
    correct_form: CorrectForm | None = None,
    **more: Any,
) -> HttpResponse:
    viewer = request.viewer
    may_change = can(viewer, Subject.COMPANY, Act.CHANGE, company)
    heads = scope_of(viewer, Subject.COMPANY, Act.CHANGE) >= Scope.ORGANISATION
    context = {
        "company": company,
        "names": _names(viewer, company, correct_form),
        "may_change": may_change,
        "merges": selectors.merges(viewer, company.pk),
        "projects": projects.of_company(viewer, company.pk),
        "name_form": NameForm() if may_change else None,
        "rename_form": RenameForm() if may_change else None,
        "code_form": CodeForm(initial={"credit_code": company.credit_code}) if may_change else None,
        "merge_form": MergeForm(companies=_others(request, company)) if heads else None,
        "can_undo": heads,
    }
    return render(request, "desk/company.html", context | more, status=status)
