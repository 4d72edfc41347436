"""By which day an article is listed: of its first publication, else of appearing here."""

from __future__ import annotations

from django.db.models.functions import Coalesce, TruncDate

from zhuchao.apps.publishing.models import ArticlePage


def place(page_id: int) -> None:
    """Set the day anew, as its dates now are; a page that is no article has none."""
    article = ArticlePage.objects.filter(pk=page_id)
    article.update(
        placed_on=Coalesce("published_on", TruncDate("reposted_at"), TruncDate("created_at"))
    )
