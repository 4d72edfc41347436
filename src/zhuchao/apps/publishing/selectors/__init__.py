"""What a viewer may see of the portal's pages."""

from zhuchao.apps.publishing.selectors.lists import (
    abouts,
    article,
    article_of_page,
    articles,
    channels,
    entries,
    entries_by_id,
    entries_in,
    entries_tagged,
    home,
    latest,
    latest_by_channel,
    published,
)
from zhuchao.apps.publishing.selectors.reading import (
    complaints,
    newest,
    paragraphs,
    related_articles,
    told_already,
)
from zhuchao.apps.publishing.selectors.reviewing import (
    Review,
    needs_review,
    returned_reason,
    review_of,
    state_of,
    to_review,
)

__all__ = [
    "Review",
    "abouts",
    "article",
    "article_of_page",
    "articles",
    "channels",
    "complaints",
    "entries",
    "entries_by_id",
    "entries_in",
    "entries_tagged",
    "home",
    "latest",
    "latest_by_channel",
    "needs_review",
    "newest",
    "paragraphs",
    "published",
    "related_articles",
    "returned_reason",
    "review_of",
    "state_of",
    "to_review",
    "told_already",
]
