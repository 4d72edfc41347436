"""What is done to many pages of the tree at once stands under the rules of doing it to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import moving, selectors
from zhuchao.apps.publishing.fitting import require_fit
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.core.errors import NotAllowed, Refused

# Each takes a page before the public, away from it or elsewhere; what the editor is told it is,
# and the audit.
ACTS = {
    "publish": ("发布", "publish_article"),
    "unpublish": ("撤下", "withdraw_article"),
    "delete": ("删除", "delete_article"),
    "move": ("移动", moving.ACT),
}


def before(request: Any, kind: str, pages: Sequence[Any], action: Any) -> HttpResponse | None:
    """Note the act for each page; where one of them may not be, nothing is done to any."""
    if kind not in ACTS:
        return None
    do = _moved if kind == "move" else _done
    hindered = do(request.viewer, kind, pages, action)
    return _refused(request, kind, hindered, action) if hindered else None


def _done(viewer: Viewer, kind: str, pages: Sequence[Any], action: Any) -> list[str]:
    touched = list(_touched(kind, pages, action))
    against = ((each, _against(viewer, kind, each)) for each in touched)
    hindered = [f"《{page.title}》：{why}" for page, why in against if why]
    if not hindered:
        for page in touched:
            log(viewer, ACTS[kind][1], Subject.ARTICLE, page)
    return hindered


def _moved(viewer: Viewer, kind: str, pages: Sequence[Any], action: Any) -> list[str]:
    destination = action.cleaned_form.cleaned_data["chooser"]
    hindered = list(moving.hindrances(viewer, pages, destination))
    if not hindered:
        for page in pages:
            moving.note(viewer, page, destination)
    return hindered


def _refused(request: Any, kind: str, hindered: Sequence[str], action: Any) -> HttpResponse:
    named = ACTS[kind][0]
    told = moving.briefly(hindered)
    messages.error(request, f"选中的页面都没有{named}，请先处理或取消勾选：{told}")
    answer: HttpResponse = redirect(action.next_url)
    return answer


def _touched(kind: str, pages: Sequence[Any], action: Any) -> Iterator[PublishedPage]:
    """The pages that the act reaches: those chosen, and what stands below where that is asked."""
    with_all_below = kind == "delete" or action.cleaned_form.cleaned_data.get("include_descendants")
    for page in pages:
        yield from _written(page.specific)
        if with_all_below:
            below = page.get_descendants()
            for each in below.not_live().specific() if kind == "publish" else below.specific():
                yield from _written(each)


def _written(page: Any) -> Iterator[PublishedPage]:
    if isinstance(page, PublishedPage):
        yield page


def _against(viewer: Viewer, kind: str, page: PublishedPage) -> str:
    """Why it may not be; empty where it may."""
    if not can(viewer, Subject.ARTICLE, Act.PUBLISH, page):
        return f"不在您可以{ACTS[kind][0]}的范围内"
    if kind != "publish":
        return ""
    if selectors.needs_review(viewer, page):
        return "须经另一人审核后发布，请提交审核"
    try:
        require_fit(page.get_latest_revision_as_object())
    except (NotAllowed, Refused) as refusal:
        return str(refusal)
    return ""
