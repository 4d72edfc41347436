"""What is done in the editors' page tree stands under the same rights and in the same audit."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail import hooks

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.publishing import linting, selectors
from zhuchao.apps.publishing.models import ArticlePage

REQUIRED = {
    "before_edit_page": Act.CHANGE,
    "before_delete_page": Act.PUBLISH,
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
    article = page.specific
    if isinstance(article, ArticlePage) and not can(request.viewer, Subject.ARTICLE, act, article):
        raise PermissionDenied


@transaction.atomic
def _note(request: Any, page: Any, *, act: str) -> None:
    log(request.viewer, act, Subject.ARTICLE, page)
    if act == "publish_article":
        unnoted = ArticlePage.objects.filter(pk=page.pk, reposted_at=None)
        unnoted.update(reposted_at=timezone.now())


for _name, _act in REQUIRED.items():
    hooks.register(_name, partial(_require, act=_act))
for _name, _said in NOTED.items():
    hooks.register(_name, partial(_note, act=_said))


def _addresses() -> list[Any]:
    return [
        path("lint/", _lint, name="publishing_lint"),
        path("lint/<int:article_id>/", _lint, name="publishing_lint_article"),
    ]


hooks.register("register_admin_urls", _addresses)


@require_POST
def _lint(request: Any, article_id: int | None = None) -> HttpResponse:
    """The complaints of a form that is being written; nothing is kept."""
    if not can(request.viewer, Subject.ARTICLE, Act.MAKE):
        raise PermissionDenied
    known = selectors.article(request.viewer, article_id) if article_id else ArticlePage()
    form_class = ArticlePage.get_edit_handler().get_form_class()
    form = form_class(request.POST, request.FILES, instance=known, for_user=request.user)
    form.is_valid()
    context = {"complaints": linting.complaints(form.as_article())}
    return render(request, "publishing/editing/_complaints.html", context)
