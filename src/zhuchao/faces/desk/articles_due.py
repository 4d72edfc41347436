"""What waits for a review of the viewer's, and what of the viewer's own was given back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.urls import reverse

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing import selectors
from zhuchao.faces.desk.panels import Panel, Row, panel_if_any


def article_panels(viewer: Viewer) -> Iterator[Panel]:
    """Said only where there is something."""
    if not can(viewer, Subject.ARTICLE, Act.PUBLISH):
        return
    waiting = selectors.to_review(viewer)
    row = partial(_waiting, viewer)
    yield from panel_if_any("待您审核的文章", waiting, row, "desk:articles", "?state=review")


def _waiting(viewer: Viewer, article: Any) -> Row:
    review = selectors.review_of(viewer, article)
    by, at = ("", article.created_at) if review is None else (review.by, review.at)
    return Row(
        article.title, f"{by or '系统'} 提交", at, reverse("desk:article", args=[article.pk])
    )
