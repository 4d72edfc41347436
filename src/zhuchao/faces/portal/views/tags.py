"""What bears a tag."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.core.errors import NotFound
from zhuchao.faces.portal.fronts import PAGE_SIZE, home_of


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """The pages of a tag; an unknown one is not found."""
    home = home_of(request)
    if home is None:
        raise Http404
    try:
        word, found = selectors.entries_tagged(PUBLIC, home, slug)
    except NotFound as missing:
        raise Http404(missing.sentence) from missing
    listing = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "portal/tag.html", {"word": word, "listing": listing})
