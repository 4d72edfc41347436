"""What readers said of an article, as its page shows it, and the line of copyright beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.publishing import selectors

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
    shown = selectors.shown_comments(PUBLIC, article)
    comments = list(shown[: SHOWN + 1])
    count = len(comments) if len(comments) <= SHOWN else shown.count()
    return Heard(comments[:SHOWN], count, selectors.takes_comments(PUBLIC, article, home))
