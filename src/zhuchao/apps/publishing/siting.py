"""Where in the tree the sites of an install stand, and what stands in one of them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Site

from zhuchao.apps.publishing.models import PublishedPage

# The root, and below it the first page.
STEPS = 2


def home_path(page: Any) -> str:
    """Where in the tree the first page of a page's site stands."""
    path: str = page.path[: STEPS * PublishedPage.steplen]
    return path


def site_facet(page: Any) -> str:
    """The site of a page of the tree, as the search keeps it."""
    return f"site={home_path(page)}"


def is_alone() -> bool:
    """Whether there is one site only."""
    return len(Site.get_site_root_paths()) < 2


def below(found: QuerySet[Any], path: str) -> QuerySet[Any]:
    """Those that stand in the site whose first page is at ``path``, by their place or besides."""
    if is_alone():
        # Nothing stands elsewhere, so the database need not ask where.
        return found
    also = PublishedPage.objects.filter(also_in__path__startswith=path)
    return found.filter(Q(path__startswith=path) | Q(pk__in=also.values("pk")))
