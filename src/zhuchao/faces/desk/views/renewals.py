"""What of the portal was renewed and why, change by change and page by page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhuchao.apps.publishing.rendering import selectors, services
from zhuchao.faces.desk import listing
from zhuchao.faces.desk.access import DeskRequest, desk, perform

SORTS = {"started": "started_at"}


@desk
@require_safe
def index(request: DeskRequest) -> HttpResponse:
    return _index(request)


@desk
@require_safe
def show(request: DeskRequest, renewal_id: int) -> HttpResponse:
    renewal = selectors.renewal(request.viewer, renewal_id)
    pages = listing.list_page(
        request, selectors.renewed_pages(request.viewer, renewal), sorts={"place": "pk"},
        default="place",
    )  # fmt: skip
    return render(request, "desk/renewal.html", {"renewal": renewal, "listing": pages})


@desk
@require_POST
def renew_all(request: DeskRequest) -> HttpResponse:
    def act() -> str:
        services.renew_all(request.viewer)
        return reverse("desk:renewals")

    return perform(
        request,
        act,
        said="已安排全部更新，一分钟内开始；期间门户照常可看。",
        again=lambda sentence, status: _index(request, sentence, status),
    )


def _index(request: DeskRequest, problem: str = "", status: int = 200) -> HttpResponse:
    found = listing.list_page(
        request, selectors.renewals(request.viewer), sorts=SORTS, default="-started"
    )
    context = {"listing": found, "problem": problem}
    return render(request, "desk/renewals.html", context, status=status)
