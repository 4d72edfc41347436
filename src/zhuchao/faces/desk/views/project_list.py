"""The project list: filtered, sorted, exported, and its filters kept under names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.firms import firm_shown
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.exporting import book_file, table_stream
from zhuchao.faces.desk.project_filters import (
    ID,
    kept_query,
    narrows_more,
    opened_by,
    read_where,
    selects,
    stage_links,
)
from zhuchao.faces.hand.words import word

if TYPE_CHECKING:
    from zhuchao.apps.people.viewer import Viewer
    from zhuchao.apps.projects.models import Project, ProjectLight

SORTS = {
    "code": "code",
    "title": "title",
    "stage": "stage_on",
    "sum": "total_investment",
    "due": "next_due",
    "created": "created_at",
}
NULLABLE = ("total_investment", "next_due")
HEADS = (
    "编号", "项目名称", "企业", "类型", "强补延", "招商方式", "阶段", "进入阶段日期", "停留天数",
    "承办", "总投资（元）", "固定资产投资（元）", "用地（㎡）", "下一步", "下一步期限",
    "灯",
)  # fmt: skip
READ_AT_ONCE = 500


@desk
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: DeskRequest) -> HttpResponse:
    """The list; what is posted to it keeps its filter, or renames or drops one that is kept."""
    return _keep(request) if request.method == "POST" else _index(request)


@desk
@require_safe
def export(request: DeskRequest) -> HttpResponseBase:
    """The whole filtered list, in its order, as a workbook or as CSV."""
    today = timezone.localdate()
    found: Any = _listing(request, today)[0].page.paginator.object_list
    rows = _exported(
        request.viewer,
        selectors.with_light(request.viewer, found).iterator(chunk_size=READ_AT_ONCE),
        today,
    )
    name = f"项目{today}"
    if request.GET.get("form") == "csv":
        return table_stream(name, HEADS, rows)
    return book_file(name, HEADS, rows, sheet_name="项目")


def _index(request: DeskRequest, status: int = 200, **more: Any) -> HttpResponse:
    today = timezone.localdate()
    listed, problems = _listing(request, today)
    lights = selectors.lights_by_project(request.viewer, [each.pk for each in listed.page])
    context = {
        "heading": "项目",
        "listing": listed,
        "rows": [_row(each, today, lights.get(each.pk)) for each in listed.page],
        "stage_links": stage_links(request.GET, request.viewer, today),
        "chosen_stages": request.GET.getlist("stage"),
        "selects": selects(request.GET, request.viewer),
        "narrows_more": narrows_more(request.GET),
        "searchable": "编号、项目或企业名称",
        "opened_by": opened_by(request.GET, request.viewer, today),
        "problems": problems,
        "query": kept_query(request.GET),
        "saved": list(selectors.saved_filters(request.viewer)),
        "has_board": True,
        "import_address": reverse("desk:ledgers")
        if can(request.viewer, Subject.PROJECT, Act.MAKE)
        else "",
    }
    answer = listing.render_list(request, "desk/_projects.html", context | more)
    answer.status_code = status
    return answer


def _keep(request: DeskRequest) -> HttpResponse:
    """A failure is said beside the field, with what was typed still in it."""
    told, query = request.POST, kept_query(request.GET)
    name, is_drop = told.get("name", ""), "drop" in told
    filter_id = int(told.get("filter", "0")) if ID.fullmatch(told.get("filter", "0")) else 0

    def act() -> str:
        if is_drop:
            services.drop_filter(request.viewer, filter_id)
        elif filter_id:
            services.rename_filter(request.viewer, filter_id, name=name)
        else:
            services.save_filter(request.viewer, name=name, query=query)
        return f"{reverse('desk:projects')}?{query}"

    saved = f"已保存常用筛选“{name.strip()}”。"
    return perform(
        request,
        act,
        said="已删去这个常用筛选。" if is_drop else "已改名。" if filter_id else saved,
        again=lambda sentence, status: _index(
            request, status, filter_problem=sentence, filter_id=filter_id, filter_name=name
        ),
    )


def _listing(request: DeskRequest, today: date) -> tuple[listing.Listing, list[str]]:
    require(request.viewer, Subject.PROJECT, Act.SEE)
    where, problems = read_where(request.GET, request.viewer, today)
    found = selectors.project_list(request.viewer, where)
    listed = listing.list_page(request, found, sorts=SORTS, default="-created", nullable=NULLABLE)
    return listed, problems


def _row(project: Project, today: date, light: ProjectLight | None) -> dict[str, Any]:
    return {
        "record": project,
        "light": light,
        "stage_name": _stage_name(project),
        "days": (today - project.stage_on).days,
        "is_late": project.next_due is not None and project.next_due < today,
    }


def _stage_name(project: Project) -> str:
    stage = ladder_of(project).stage(project.stage)
    return stage.name if stage else project.stage


def _exported(viewer: Viewer, found: Iterator[Project], today: date) -> Iterator[list[object]]:
    for each in found:
        yield [
            each.code,
            each.title,
            firm_shown(viewer, each).name,
            each.get_kind_display(),
            each.get_chain_role_display(),
            each.get_method_display(),
            _stage_name(each),
            each.stage_on,
            float((today - each.stage_on).days),
            str(each.owner) if each.owner else "",
            None if each.total_investment is None else float(each.total_investment),
            None if each.fixed_investment is None else float(each.fixed_investment),
            each.land_area,
            each.next_step,
            each.next_due,
            word("light", getattr(each, "light_colour", None) or "no_data").text,
        ]
