"""The sites of an install: the portal itself, and such of cities beside it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Site

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing.models import HomePage, PublishedPage

# The root, and below it the first page.
STEPS = 2


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


def home_path(page: Any) -> str:
    """Where in the tree the first page of a page's site stands."""
    path: str = page.path[: STEPS * PublishedPage.steplen]
    return path


def site_facet(page: Any) -> str:
    """The site of a page of the tree, as the search keeps it."""
    return f"site={home_path(page)}"


def site_to_search(viewer: Viewer, home: HomePage) -> str:
    """What the search must find with a page of the site; empty where there is only one."""
    return "" if _is_alone() else site_facet(home)


def _is_alone() -> bool:
    return len(Site.get_site_root_paths()) < 2


def below(found: QuerySet[Any], path: str) -> QuerySet[Any]:
    """Those that stand in the site whose first page is at ``path``, by their place or besides."""
    if _is_alone():
        # Nothing stands elsewhere, so the database need not ask where.
        return found
    also = PublishedPage.objects.filter(also_in__path__startswith=path)
    return found.filter(Q(path__startswith=path) | Q(pk__in=also.values("pk")))
