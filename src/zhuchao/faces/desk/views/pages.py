"""Read pages: the list, what is exported of it, and one in the reading room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.library import selectors
from zhuchao.apps.library.stating import text_of
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.publishing import selectors as publishing
from zhuchao.apps.publishing import services
from zhuchao.faces.desk import listing, reading_room, stating
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.exporting import table_file
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from zhuchao.apps.library.models import ReadPage

SORTS = {
    "created": "created_at",
    "title": "title",
    "source": "source",
    "published": "published_on",
}
NULLABLE = ("published_on",)
HEADS = ("标题", "来源", "发布日期", "状态", "首发或转载", "同文处数", "网址", "读入日期")
CHUNK = 500


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PAGE, Act.SEE)
    context = {
        "heading": "网页",
        "lead": "读过的网页都在这里：同一篇文章的首发和转载归在一起，读错的可以逐项更正。",
        "listing": _listing(request),
        "tabs": choices("page"),
        "can_paste": can(request.viewer, Subject.PAGE, Act.MAKE),
        "can_change": can(request.viewer, Subject.PAGE, Act.CHANGE),
    }
    return listing.render_list(request, "desk/_read_pages.html", context)


@desk
@require_safe
def export(request: DeskRequest) -> HttpResponse:
    """The whole filtered list, in its order."""
    require(request.viewer, Subject.PAGE, Act.SEE)
    found = _listing(request).page.paginator.object_list
    return table_file(f"网页{timezone.localdate()}", HEADS, _rows(found))


@desk
@require_safe
def show(request: DeskRequest, page_id: int) -> HttpResponse:
    return show_page(request, page_id)


@desk
@require_POST
def draft(request: DeskRequest, page_id: int) -> HttpResponse:
    def act() -> str:
        article = services.draft_article(request.viewer, read_page_id=page_id)
        return reverse("desk:article", args=[article.pk])

    return perform(
        request,
        act,
        said="已建好文章草稿。",
        again=lambda sentence, status: show_page(request, page_id, problem=sentence, status=status),
    )


def show_page(
    request: DeskRequest, page_id: int, *, problem: str = "", status: int = 200, **failed: str
) -> HttpResponse:
    """The reading view; ``failed`` is the field that was refused, what was written, and why."""
    viewer = request.viewer
    record = selectors.read_page(viewer, page_id)
    with_cut = "all" in (request.GET.get("zones"), request.POST.get("zones"))
    stated = selectors.stated(viewer, record)
    marks = stating.marks_of(stated)
    made = list(selectors.corrections(viewer, page_id))
    context = {
        "record": record,
        "blocks": reading_room.blocks_of(record.page, with_cut=with_cut, marks=marks),
        "facts": stating.groups_of(stated, text_of(record.page)),
        "with_cut": with_cut,
        "cut_count": len(record.page.get("cut", [])),
        "cut_kinds": reading_room.CUT_KINDS,
        "chosen_kind": request.POST.get("kind") or request.GET.get("kind") or "navigation",
        "fields": reading_room.field_rows(record.page, **failed),
        "cluster": list(selectors.cluster_pages(viewer, record)),
        "attachments": reading_room.attachments(record.page),
        "related": reading_room.related(record.page),
        "changes": list(reading_room.changes(made)),
        "article": publishing.article_of_page(viewer, page_id),
        "problem": problem,
        **_rights(request, record),
    }
    return render(request, "desk/page.html", context, status=status)


def _rights(request: DeskRequest, record: ReadPage) -> dict[str, bool]:
    viewer, is_open = request.viewer, record.state != "set_aside"
    can_change = can(viewer, Subject.PAGE, Act.CHANGE, record)
    return {
        "can_change": can_change,
        "can_correct": can_change and is_open,
        "can_draft": can(viewer, Subject.ARTICLE, Act.MAKE) and is_open,
        "can_open_project": can(viewer, Subject.PROJECT, Act.MAKE) and is_open,
        "can_watch": can(viewer, Subject.COMPANY, Act.MAKE),
        "can_see_intake": can(viewer, Subject.INTAKE, Act.SEE, record.intake),
    }


def _listing(request: DeskRequest) -> listing.Listing:
    asked = request.GET
    state = asked.get("state", "")
    found: QuerySet[Any] = selectors.read_pages(
        request.viewer,
        states=(state,) if state else (),
        q=asked.get("q", ""),
        is_origin=asked.get("origin") == "1",
        published=(_day(asked.get("from", "")), _day(asked.get("to", ""))),
    )
    return listing.list_page(request, found, sorts=SORTS, default="-created", nullable=NULLABLE)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _rows(found: Any) -> Iterator[tuple[object, ...]]:
    for page in found.iterator(chunk_size=CHUNK):
        yield (
            page.title,
            page.source,
            page.published_on,
            word("page", page.state).text,
            _place(page),
            page.cluster_size or 1,
            page.address,
            timezone.localdate(page.created_at),
        )


def _place(page: ReadPage) -> str:
    if page.cluster is None:
        return ""
    return "首发" if page.cluster.origin_id == page.pk else "转载"
