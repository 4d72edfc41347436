"""What waits for another person's review, and in what state a page is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, QuerySet
from wagtail.models import Page, TaskState

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing.models import ArticlePage, HomePage
from zhuchao.apps.publishing.selectors.lists import UNDER_REVIEW, articles


def to_review(viewer: Viewer) -> QuerySet[Any]:
    """The articles that others have submitted."""
    mine = UNDER_REVIEW.filter(requested_by=viewer.person_id)
    return articles(viewer, state="review").exclude(Exists(mine))


def state_of(viewer: Viewer, article: ArticlePage) -> str:
    """The first of ``STATES`` in which the article is."""
    if article.current_workflow_state is not None:
        return "review"
    if article.live:
        return "live"
    return "draft" if article.first_published_at is None else "withdrawn"


def planned_for(viewer: Viewer, article: ArticlePage) -> datetime | None:
    """When what was approved is to appear; None where nothing is planned."""
    planned = article.scheduled_revision
    moment: datetime | None = planned.approved_go_live_at if planned is not None else None
    return moment


@dataclass(frozen=True, slots=True)
class Review:
    """What waits for another person's approval: who asked for it, when, and whether it was I."""

    by: str
    at: datetime
    is_own: bool


def review_of(viewer: Viewer, page: Page) -> Review | None:
    """The review that a page waits for; None where it waits for none."""
    state = page.current_workflow_state
    if state is None:
        return None
    by = state.requested_by
    is_own = by is not None and by.pk == viewer.person_id
    return Review("" if by is None else by.display_name, state.created_at, is_own)


def returned_reason(viewer: Viewer, page: Page) -> str:
    """Why the last review gave the page back; empty where it did not, or it was changed since."""
    last = TaskState.objects.filter(revision=page.latest_revision).order_by("-pk").first()
    return last.comment if last is not None and last.status == TaskState.STATUS_REJECTED else ""


def needs_review(viewer: Viewer, page: Page) -> bool:
    """Whether the site of a page asks for another person's review."""
    return bool(HomePage.objects.ancestor_of(page).filter(needs_review=True).exists())
