"""Read pages: the list, and one with its fields and body."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.library import selectors
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.publishing import selectors as publishing
from zhuchao.apps.publishing import services
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.desk.forms import PageForm
from zhuchao.faces.desk.proposals import PAGE_FIELDS
from zhuchao.faces.hand.words import choices

SORTS = {"created": "created_at", "title": "title", "published": "published_on"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.PAGE, Act.SEE)
    state = request.GET.get("state", "")
    found = selectors.read_pages(
        request.viewer,
        states=(state,) if state else (),
        q=request.GET.get("q", ""),
    )
    context = {
        "heading": "网页",
        "listing": listing.list_page(request, found, sorts=SORTS, default="-created"),
        "tabs": choices("page"),
        "searchable": "标题或来源",
        "can_paste": can(request.viewer, Subject.PAGE, Act.MAKE),
    }
    return listing.render_list(request, "desk/_read_pages.html", context)


@desk
@require_safe
def show(request: DeskRequest, page_id: int) -> HttpResponse:
    return _show(request, page_id)


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
        again=lambda sentence, status: _show(request, page_id, sentence, status),
    )


def _show(request: DeskRequest, page_id: int, problem: str = "", status: int = 200) -> HttpResponse:
    record = selectors.read_page(request.viewer, page_id)
    labels = {name: field.label for name, field in PageForm.base_fields.items()}
    context = {
        "record": record,
        "body": record.page.get("body", []),
        "facts": [(labels[name], record.page.get(name, {}).get("value")) for name in PAGE_FIELDS],
        "article": publishing.article_of_page(request.viewer, page_id),
        "can_draft": can(request.viewer, Subject.ARTICLE, Act.MAKE),
        "problem": problem,
    }
    return render(request, "desk/page.html", context, status=status)
