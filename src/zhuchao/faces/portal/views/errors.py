"""What is not there, what went wrong, and what machines may read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.core.errors import ZhuchaoError
from zhuchao.faces.portal.addressing import absolute
from zhuchao.faces.portal.fronts import home_of
from zhuchao.ground.published.places import name_of
from zhuchao.tables.voices import takedown_ground

CLOSED = (
    "/desk/",
    "/editor/",
    "/enquire/receipt/",
    "/enquire/follow/",
    "/voices/",
    "/owner/",
    "/counted/",
    "/offers/*/sheet.pdf",
)
ROBOTS = "User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in CLOSED)
SECONDS_TO_WAIT = "10"


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that a takedown keeps away says so, and with it that it is gone."""
    # What no page can have as its address need not be asked for, and cannot where it holds a NUL.
    home = home_of(request) if name_of(request.path) is not None else None
    taken = selectors.gone_at(PUBLIC, home, request.path) if home is not None else None
    if taken is not None:
        ground = takedown_ground(taken.ground)
        context = {"ground": ground, "is_decided": bool(taken.outcome)}
        answer = render(request, "portal/gone.html", context, status=ground.status)
        answer["Cache-Control"] = "no-cache"
        return answer
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    # Without the request: nothing here may need the database that perhaps just failed.
    return HttpResponse(render_to_string("500.html"), status=500)


def not_now(request: HttpRequest, failure: ZhuchaoError) -> HttpResponse:
    """What cannot be had at this moment, and what to do instead."""
    answer = render(request, "portal/not_now.html", {"sentence": failure.sentence}, status=503)
    answer["Retry-After"] = SECONDS_TO_WAIT
    return answer


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = f"Sitemap: {absolute(request, reverse('portal:sitemap'))}\n"
    return HttpResponse(ROBOTS + sitemap, content_type="text/plain; charset=utf-8")
