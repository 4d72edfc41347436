"""What is done in the editors' page tree stands under the same rights and in the same audit."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.publishing import bulk, linting, moving, selectors
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.tree import out_of_reach
from zhuchao.core.errors import NotFound

REQUIRED = {
    "before_edit_page": Act.CHANGE,
    "before_publish_page": Act.PUBLISH,
    "before_unpublish_page": Act.PUBLISH,
}
NOTED = {
    "after_create_page": "draft_article",
    "after_edit_page": "change_article",
    "after_publish_page": "publish_article",
    "after_unpublish_page": "withdraw_article",
    "after_delete_page": "delete_article",
}


def _require(request: Any, page: Any, *, act: Act) -> None:
    written = page.specific
    if isinstance(written, PublishedPage) and not can(
        request.viewer, Subject.ARTICLE, act, written
    ):
        raise PermissionDenied


def _require_below(request: Any, page: Any) -> None:
    """What is deleted goes with all below it; what is unpublished where that is asked."""
    if out_of_reach(request.viewer, page).exists():
        raise PermissionDenied


def _require_below_where_asked(request: Any, page: Any) -> None:
    if request.POST.get("include_descendants"):
        _require_below(request, page)


@transaction.atomic
def _note(request: Any, page: Any, *, act: str) -> None:
    log(request.viewer, act, Subject.ARTICLE, page)


for _name, _act in REQUIRED.items():
    hooks.register(_name, partial(_require, act=_act))
for _name, _said in NOTED.items():
    hooks.register(_name, partial(_note, act=_said))
hooks.register("before_delete_page", _require_below)
hooks.register("before_unpublish_page", _require_below_where_asked)
hooks.register("before_bulk_action", bulk.before)
hooks.register("before_move_page", moving.before)
hooks.register("after_move_page", moving.after)


def _addresses() -> list[Any]:
    return [
        path("lint/new/<str:kind>/", _lint, name="publishing_lint"),
        path("lint/<int:page_id>/", _lint, name="publishing_lint_page"),
    ]


hooks.register("register_admin_urls", _addresses)


def _style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("publishing/editing.css"))


def _way_back() -> MenuItem:
    return MenuItem("工作台", reverse(settings.LOGIN_REDIRECT_URL), icon_name="home", order=1)


hooks.register("insert_global_admin_css", _style)
hooks.register("register_admin_menu_item", _way_back)


@require_POST
def _lint(request: Any, page_id: int | None = None, kind: str = "") -> HttpResponse:
    """The complaints of a form that is being written; nothing is kept."""
    if not can(request.viewer, Subject.ARTICLE, Act.MAKE):
        raise PermissionDenied
    known = selectors.published(request.viewer, page_id) if page_id else _new(kind)
    form_class = type(known).get_edit_handler().get_form_class()
    form = form_class(request.POST, request.FILES, instance=known, for_user=request.user)
    form.is_valid()
    context = {"complaints": linting.complaints(form.as_page())}
    return render(request, "publishing/editing/_complaints.html", context)


def _new(kind: str) -> PublishedPage:
    found = next((each for each in PublishedPage.__subclasses__() if each.__name__ == kind), None)
    if found is None:
        raise NotFound("没有这一类页面：请刷新后再试")
    page: PublishedPage = found()
    return page
