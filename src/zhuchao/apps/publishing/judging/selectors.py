"""Why an article has its medal: the formula, each input, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.publishing.judging import rules
from zhuchao.apps.publishing.judging.models import ArticleMedal, MedalChange
from zhuchao.apps.publishing.models import ArticlePage
from zhuchao.apps.publishing.selectors import articles
from zhuchao.core.errors import NotFound
from zhuchao.core.scoring import Raising, Scheme, Verdict, judge, raising

MOST_CHANGES = 12


@dataclass(frozen=True, slots=True)
class Working:
    """How a medal came about by its scheme; ``raising`` is None at the highest level."""

    scheme: Scheme
    verdict: Verdict
    raising: Raising | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A medal with its working by the scheme and the inputs that it was judged by.

    ``working`` is None where the scheme is of an earlier version and can no longer be read: the
    article is judged anew at the next time. ``changes`` are the latest first.
    """

    medal: ArticleMedal
    working: Working | None
    changes: tuple[MedalChange, ...]


def levels_of(viewer: Viewer, article_ids: Iterable[int]) -> dict[int, str]:
    """The levels at which articles were judged last, by id; without those not yet judged."""
    return dict(ArticleMedal.objects.filter(pk__in=article_ids).values_list("pk", "level"))


def with_levels(viewer: Viewer, found: QuerySet[Any]) -> QuerySet[Any]:
    """The same articles, each with its ``medal``: the level, None while it was not judged."""
    level = ArticleMedal.objects.filter(pk=OuterRef("pk")).values("level")
    annotated: QuerySet[Any] = found.annotate(medal=Subquery(level))
    return annotated


def judged_article(viewer: Viewer, article_id: int) -> ArticlePage:
    """A live article that the viewer may see. Raises: NotFound."""
    found: ArticlePage | None = articles(viewer, state="live").filter(pk=article_id).first()
    if found is None:
        raise NotFound("没有这篇文章，或已经撤下")
    return found


def explained(viewer: Viewer, article: ArticlePage) -> Explained | None:
    """The article's medal, worked out anew from what it was judged by; None while it has none."""
    medal = ArticleMedal.objects.select_related("rule").filter(pk=article.pk).first()
    if medal is None:
        return None
    changes = MedalChange.objects.filter(page_id=article.pk).order_by("-changed_at", "-pk")
    last = tuple(changes.select_related("rule")[:MOST_CHANGES])
    return Explained(medal, _working(medal), last)


def _working(medal: ArticleMedal) -> Working | None:
    if not rules.is_readable(medal.rule.content):
        return None
    scheme = rules.scheme_in(medal.rule.content)
    asked = {each.key for each in scheme.inputs}
    verdict = judge(scheme, {key: value for key, value in medal.inputs.items() if key in asked})
    return Working(scheme, verdict, raising(scheme, verdict))


def scheme_in_force(viewer: Viewer, on: date) -> rules.InForce:
    """By which scheme the portal's articles are judged on a day. Raises: NotFound."""
    return rules.in_force(default_organisation_id(), on)
