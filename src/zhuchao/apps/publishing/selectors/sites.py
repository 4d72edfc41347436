"""The sites of an install: the portal itself, and such of cities beside it."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Site

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing.models import HomePage
from zhuchao.apps.publishing.siting import is_alone, site_facet


def home(viewer: Viewer) -> HomePage | None:
    """The portal's first page; None before ``services.ensure_site``."""
    return min(HomePage.objects.live(), key=lambda each: each.path, default=None)


def home_asked(viewer: Viewer, request: HttpRequest) -> HomePage | None:
    """The first page of the site that the host asked for names, else the portal's."""
    site = Site.find_for_request(request)
    if site is None:
        return home(viewer)
    found: HomePage | None = HomePage.objects.live().filter(pk=site.root_page_id).first()
    return found


def site_to_search(viewer: Viewer, home: HomePage) -> str:
    """What the search must find with a page of the site; empty where there is only one."""
    return "" if is_alone() else site_facet(home)
