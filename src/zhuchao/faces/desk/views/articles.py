"""Articles: the list, one as a draft or live, publishing and withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.judging import selectors as judging
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhuchao.apps.library.models import ReadPage
    from zhuchao.apps.publishing.models import ArticlePage

MOST_REPOSTS = 20
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
        "listing": listing.list_page(
            request,
            judging.with_levels(request.viewer, found),
            sorts=SORTS,
            default="-published",
        ),
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


def _acting(
    act: Callable[[DeskRequest, int], Any], said: str, *, later: str = ""
) -> Callable[..., HttpResponseBase]:
    """The view of an act on one article; ``said`` may name its title, ``later`` is said where
    its newest revision waits for a moment to come."""

    @desk
    @require_POST
    def view(request: DeskRequest, article_id: int) -> HttpResponse:
        article = selectors.article(request.viewer, article_id)

        def then() -> str:
            act(request, article_id)
            return reverse("desk:article", args=[article_id])

        plan = selectors.newest(request.viewer, article).go_live_at if later else None
        sentence = later if plan and plan > timezone.now() else said
        return perform(
            request,
            then,
            said=sentence.format(title=article.title),
            again=lambda sentence, status: _show(request, article, sentence, status),
        )

    return view


publish = _acting(
    lambda request, pk: services.publish_article(request.viewer, pk, again="again" in request.POST),
    "“{title}”已发布到门户。",
    later="“{title}”已排定，到时自动发布。",
)
submit = _acting(
    lambda request, pk: services.submit_article(request.viewer, pk, again="again" in request.POST),
    "已提交审核，由另一位编辑或管理员办理。",
)
approve = _acting(
    lambda request, pk: services.approve_article(request.viewer, pk),
    "审核通过，“{title}”已发布到门户。",
    later="审核通过，“{title}”已排定，到时自动发布。",
)
give_back = _acting(
    lambda request, pk: services.return_article(
        request.viewer, pk, reason=request.POST.get("reason", "")
    ),
    "已退回修改，理由已留给作者。",
)
note_check = _acting(
    lambda request, pk: services.note_check(request.viewer, pk, request.POST.get("note", "")),
    "核实说明已保存。",
)
withdraw = _acting(
    lambda request, pk: services.withdraw_article(request.viewer, pk),
    "“{title}”已从门户撤下，可在本页重新发布。",
)


def _reposts(viewer: Viewer, article: ArticlePage) -> list[ReadPage]:
    """The read pages that tell the text of which the article was made."""
    page = article.read_page
    if page is None or not can(viewer, Subject.PAGE, Act.SEE, page):
        return []
    return list(library.cluster_pages(viewer, page)[:MOST_REPOSTS])


def _voices(viewer: Viewer, article: ArticlePage) -> list[tuple[str, int, str]]:
    """What readers said of the article: the kind, how many, and where they are opened."""
    if not can(viewer, Subject.VOICE, Act.SEE):
        return []
    address = f"{reverse('desk:voices')}?state=all&page_id={article.pk}&kind="
    counts = selectors.counts_of_page(viewer, article)
    return [
        (word("voice", kind).text, count, address + kind) for kind, count in counts.items() if count
    ]


def _show(
    request: DeskRequest, article: ArticlePage, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "article": article,
        "state": selectors.state_of(request.viewer, article),
        "paragraphs": selectors.paragraphs(request.viewer, article),
        "complaints": selectors.complaints(request.viewer, article),
        "checked_note": selectors.newest(request.viewer, article).checked_note,
        "review": selectors.review_of(request.viewer, article),
        "returned": selectors.returned_reason(request.viewer, article),
        "needs_review": selectors.needs_review(request.viewer, article),
        "is_changed": article.live and article.has_unpublished_changes,
        "planned_for": selectors.planned_for(request.viewer, article),
        "go_live_at": selectors.newest(request.viewer, article).go_live_at,
        "told_already": [] if article.live else selectors.told_already(request.viewer, article),
        "reposts": _reposts(request.viewer, article),
        "voices": _voices(request.viewer, article),
        "judged": judging.explained(request.viewer, article) if article.live else None,
        "can_publish": can(request.viewer, Subject.ARTICLE, Act.PUBLISH),
        "editor_address": reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "problem": problem,
    }
    return render(request, "desk/article.html", context, status=status)
