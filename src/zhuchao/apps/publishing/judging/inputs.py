"""Where the inputs of a medal come from: the article's own text, its clusters, and what is counted.

Whoever counts something of articles provides it by name, once, when the app is ready:
``provide("comments", counted)``. Until somebody does, there is none of it: its count is 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from zhuchao.apps.library.selectors import cluster_sizes
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing import mapping, relating
from zhuchao.apps.publishing.judging import visits
from zhuchao.apps.publishing.selectors.voices import shown_comment_counts
from zhuchao.core.vocabulary.medal import ArticleInputs

# From the numbers of articles to the counts of those that have any.
Counted = Callable[[Collection[int]], Mapping[int, int]]
# As they are called in ``core.vocabulary.medal.ArticleInputs``.
COUNTS = ("comments", "useful", "readers", "shared")

_PROVIDED: dict[str, Counted] = {}


def provide(name: str, counted: Counted) -> None:
    """Let this count stand for ``name``, one of ``COUNTS``; the latest provider holds."""
    if name not in COUNTS:
        raise ValueError(name)
    _PROVIDED[name] = counted


def counts(name: str, article_ids: Collection[int]) -> dict[int, int]:
    """How many each of the articles has, 0 included."""
    found = _PROVIDED[name](article_ids) if name in _PROVIDED else {}
    return {each: found.get(each, 0) for each in article_ids}


provide("readers", partial(visits.totals, "seen"))
provide("useful", partial(visits.totals, "useful"))
provide("shared", partial(visits.totals, "shared"))
provide("comments", partial(shown_comment_counts, SYSTEM))


def inputs_of(articles: Sequence[Any]) -> dict[int, ArticleInputs]:
    """What is known of each of these articles, as visitors see it."""
    ids = [each.pk for each in articles]
    counted = {name: counts(name, ids) for name in COUNTS}
    read = [each.read_page_id for each in articles if each.read_page_id]
    sizes = cluster_sizes(SYSTEM, read)
    known: dict[int, dict[str, Any]] = {
        each.pk: {name: found[each.pk] for name, found in counted.items()} for each in articles
    }
    return {
        each.pk: ArticleInputs(
            **_text(each), **_provenance(each), **known[each.pk], copies=_copies(each, sizes)
        )
        for each in articles
    }


def _text(article: Any) -> dict[str, Any]:
    body = mapping.paragraphs_of(article.body)
    pictures = [each for each in body if each.kind == "picture" and each.text.strip()]
    has_cover = article.image is not None and bool(article.image.description.strip())
    return {
        "words": sum(len("".join(each.text.split())) for each in body if each.kind != "picture"),
        "headings": sum(each.is_heading for each in body),
        "pictures": len(pictures) + has_cover,
        "tags": article.tags.count(),
        "has_excerpt": bool(article.excerpt.strip()),
    }


def _provenance(article: Any) -> dict[str, Any]:
    is_own = not (article.source or article.source_address or article.read_page_id)
    return {
        "is_own": is_own,
        "has_source": is_own or bool(article.source and article.source_address),
        "has_author": bool(article.author_name or article.editor_name),
        "has_day": bool(article.event_on or article.published_on),
    }


def _copies(article: Any, sizes: Mapping[int, int]) -> int:
    """The other pages with the text: of what was read, its cluster; else those on the portal."""
    if article.read_page_id:
        return max(sizes.get(article.read_page_id, 1) - 1, 0)
    return len(relating.reposts(article))
