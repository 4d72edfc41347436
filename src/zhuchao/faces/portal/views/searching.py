"""/search/: all that the portal tells, found by its words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhuchao.core.errors import Busy
from zhuchao.faces.portal import searching
from zhuchao.faces.portal.fronts import home_of
from zhuchao.faces.portal.views.errors import not_now


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    narrowing = request.GET.copy()
    narrowing.pop("page", None)
    try:
        found = searching.search(request.GET, home_of(request))
    except Busy as failure:
        return not_now(request, failure)
    context = {"found": found, "query": narrowing.urlencode()}
    return render(request, "portal/search.html", context)
