"""Articles: the list, one as a draft or live, publishing and withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.publishing import selectors, services
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.hand.words import choices

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import ArticlePage

SORTS = {"published": "listed_on", "title": "title", "views": "views"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    require(request.viewer, Subject.ARTICLE, Act.SEE)
    found = selectors.articles(
        request.viewer,
        state=request.GET.get("state", ""),
        q=request.GET.get("q", ""),
    )
    context = {
        "heading": "文章",
        "listing": listing.list_page(request, found, sorts=SORTS, default="-published"),
        "tabs": choices("article"),
        "searchable": "标题或来源",
        "can_paste": can(request.viewer, Subject.ARTICLE, Act.MAKE),
        "shows_renewals": can(request.viewer, Subject.ARTICLE, Act.PUBLISH),
    }
    return listing.render_list(request, "desk/_articles.html", context)


@desk
@require_safe
def show(request: DeskRequest, article_id: int) -> HttpResponse:
    return _show(request, selectors.article(request.viewer, article_id))


@desk
@require_POST
def publish(request: DeskRequest, article_id: int) -> HttpResponse:
    article = selectors.article(request.viewer, article_id)

    def act() -> str:
        services.publish_article(request.viewer, article_id)
        return reverse("desk:article", args=[article_id])

    return perform(
        request,
        act,
        said=f"“{article.title}”已发布到门户。",
        again=lambda sentence, status: _show(request, article, sentence, status),
    )


@desk
@require_POST
def note_check(request: DeskRequest, article_id: int) -> HttpResponse:
    article = selectors.article(request.viewer, article_id)

    def act() -> str:
        services.note_check(request.viewer, article_id, request.POST.get("note", ""))
        return reverse("desk:article", args=[article_id])

    return perform(
        request,
        act,
        said="核实说明已保存，可以发布。",
        again=lambda sentence, status: _show(request, article, sentence, status),
    )


@desk
@require_POST
def withdraw(request: DeskRequest, article_id: int) -> HttpResponse:
    article = selectors.article(request.viewer, article_id)

    def act() -> str:
        services.withdraw_article(request.viewer, article_id)
        return reverse("desk:article", args=[article_id])

    return perform(
        request,
        act,
        said=f"“{article.title}”已从门户撤下，可在本页重新发布。",
        again=lambda sentence, status: _show(request, article, sentence, status),
    )


def _show(
    request: DeskRequest, article: ArticlePage, problem: str = "", status: int = 200
) -> HttpResponse:
    withdrawn = not article.live and article.first_published_at is not None
    context = {
        "article": article,
        "state": "live" if article.live else "withdrawn" if withdrawn else "draft",
        "paragraphs": selectors.paragraphs(request.viewer, article),
        "complaints": selectors.complaints(request.viewer, article),
        "checked_note": selectors.newest(request.viewer, article).checked_note,
        "can_publish": can(request.viewer, Subject.ARTICLE, Act.PUBLISH),
        "editor_address": reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "problem": problem,
    }
    return render(request, "desk/article.html", context, status=status)
