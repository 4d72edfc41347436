"""Why an article has its medal, by which scheme, and thanks to who marked or shared it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing.judging import selectors
from zhuchao.core.errors import NotFound
from zhuchao.faces.portal import medals
from zhuchao.ground.counting import SHARED, USEFUL


@require_safe
def show(request: HttpRequest, article_id: int) -> HttpResponse:
    """The article's medal with its working; one that was not judged yet says when it will be."""
    article = _article(article_id)
    found = selectors.explained(PUBLIC, article)
    context: dict[str, Any] = {"article": article, "found": found}
    if found is not None:
        context |= {"score": medals.points(found.medal.score)} | _working(found.working)
    return render(request, "portal/medal.html", context)


def _working(found: selectors.Working | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {
        "score": medals.points(found.verdict.score),
        "working": found,
        "lines": list(medals.worked(found.verdict.root)),
        "inputs": [medals.said(each) for each in found.verdict.taken],
        "paths": medals.paths(found.scheme, found.raising),
        "lacking": None if found.raising is None else medals.points(found.raising.lacking),
    }


@require_safe
def scheme(request: HttpRequest) -> HttpResponse:
    """By which scheme articles are judged today."""
    try:
        found = selectors.scheme_in_force(PUBLIC, timezone.localdate())
    except NotFound as missing:
        raise Http404(missing.sentence) from missing
    context = {
        "scheme": found.scheme,
        "adopted_from": found.adopted_from,
        "is_instead": found.is_instead,
        "lines": list(medals.ruled(found.scheme.root)),
        "inputs": [medals.asked(each) for each in found.scheme.inputs],
        "levels": [(each.title, medals.points(each.at_least)) for each in found.scheme.levels],
    }
    return render(request, "portal/medals.html", context)


@never_cache
@require_safe
def counted(request: HttpRequest, kind: str, article_id: int) -> HttpResponse:
    """Where a form without a script leads after the mark or the share was taken down."""
    if kind not in (USEFUL, SHARED):
        raise Http404
    context = {"article": _article(article_id), "is_share": kind == SHARED}
    return render(request, "portal/counted.html", context)


def _article(article_id: int) -> Any:
    try:
        return selectors.judged_article(PUBLIC, article_id)
    except NotFound as missing:
        raise Http404(missing.sentence) from missing
