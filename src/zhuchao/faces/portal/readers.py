"""What readers said of an article, as its page shows it, and the line of copyright beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors
from zhuchao.apps.publishing.rendering.edition import of_each

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import ArticlePage, HomePage

SHOWN = 20


@dataclass(frozen=True)
class Heard:
    """The newest comments of an article, how many there are, and whether one may add to them."""

    comments: list[Any]
    count: int
    is_open: bool

    @property
    def has_more(self) -> bool:
        return self.count > len(self.comments)


def heard(article: ArticlePage, home: HomePage | None) -> Heard:
    count = of_each("comments", article, _counts) or 0
    comments = list(selectors.shown_comments(PUBLIC, article)[:SHOWN]) if count else []
    return Heard(comments, count, selectors.takes_comments(PUBLIC, article, home))


def _counts(articles: Sequence[Any]) -> dict[int, int]:
    return selectors.shown_comment_counts(PUBLIC, [each.pk for each in articles])
