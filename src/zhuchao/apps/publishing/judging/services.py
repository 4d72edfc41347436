"""Judging articles: each day anew, and whenever an article or the scheme has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.publishing.judging import rules
from zhuchao.apps.publishing.judging.inputs import inputs_of
from zhuchao.apps.publishing.judging.models import ArticleMedal, MedalChange, MedalRule
from zhuchao.apps.publishing.models import ArticlePage
from zhuchao.apps.publishing.rendering import places
from zhuchao.apps.publishing.rendering.edition import edition
from zhuchao.apps.publishing.rendering.renewing import renew
from zhuchao.apps.publishing.rendering.values import Cause, Why
from zhuchao.core.scoring import Verdict, judge
from zhuchao.core.vocabulary.medal import ArticleInputs, Medal

AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class _Judged:
    """An article with what came of it."""

    article: ArticlePage
    inputs: ArticleInputs
    verdict: Verdict

    @property
    def level(self) -> str:
        level = self.verdict.level
        return Medal.NONE.value if level is None else level.key


def judge_due(viewer: Viewer, now: datetime) -> int:
    """Judge what was not judged since midnight, or changed since then; how many articles.

    The pages of articles whose level turned are renewed. Raises: NotAllowed.
    """
    require(viewer, Subject.ARTICLE, Act.PUBLISH)
    done = 0
    for organisation_id in list(_organisations()):
        rule = rules.kept(rules.in_force(organisation_id, timezone.localdate(now)).content)
        while articles := list(_due(organisation_id, rule, now)[:AT_A_TIME]):
            _judge(viewer, articles, rule, now)
            done += len(articles)
    return done


def _organisations() -> QuerySet[Any]:
    live = ArticlePage.objects.live().order_by("organisation_id")
    found: QuerySet[Any] = live.values_list("organisation_id", flat=True).distinct()
    return found


def _due(organisation_id: int, rule: MedalRule, now: datetime) -> QuerySet[Any]:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    published = F("page__last_published_at")
    fresh = ArticleMedal.objects.filter(
        Q(page__last_published_at=None) | Q(judged_at__gte=published),
        page_id=OuterRef("pk"),
        judged_at__gte=midnight,
        rule=rule,
    )
    # What is published meanwhile waits for the next time.
    settled = Q(last_published_at=None) | Q(last_published_at__lte=now)
    live = ArticlePage.objects.live().filter(settled, organisation_id=organisation_id)
    found: QuerySet[Any] = live.filter(~Exists(fresh)).select_related("image").order_by("pk")
    return found


def _judge(viewer: Viewer, articles: Sequence[ArticlePage], rule: MedalRule, now: datetime) -> None:
    scheme = rules.scheme_in(rule.content)
    found = inputs_of(articles)
    asked = {each.key for each in scheme.inputs}
    judged = []
    for article in articles:
        inputs = found[article.pk]
        given = {key: value for key, value in asdict(inputs).items() if key in asked}
        judged.append(_Judged(article, inputs, judge(scheme, given)))
    with transaction.atomic():
        turned = list(_keep(judged, rule, now))
        log(
            viewer,
            "judge_articles",
            Subject.ARTICLE,
            None,
            judged=len(judged),
            turned=len(turned),
            rule=str(rule),
        )
        if settings.ZHUCHAO_RENEWS:
            transaction.on_commit(partial(_renew, turned), robust=True)


def _keep(judged: Sequence[_Judged], rule: MedalRule, now: datetime) -> Iterator[ArticlePage]:
    """Write the medals down; the articles whose pages now tell of another one, or of a first."""
    ids = [each.article.pk for each in judged]
    locked = ArticleMedal.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    before = {each.pk: each for each in locked}
    for each in judged:
        known = before.get(each.article.pk)
        old = Medal.NONE.value if known is None else known.level
        if known is None or old != each.level:
            yield each.article
        if old != each.level:
            _note_change(each, old, rule, now)
    medals = [_medal(each, before.get(each.article.pk), rule, now) for each in judged]
    columns = ["level", "score", "inputs", "rule", "judged_at", "changed_at"]
    ArticleMedal.objects.bulk_create(
        medals, update_conflicts=True, unique_fields=["page"], update_fields=columns
    )


def _note_change(judged: _Judged, old: str, rule: MedalRule, now: datetime) -> None:
    MedalChange.objects.create(
        page_id=judged.article.pk,
        before=old,
        after=judged.level,
        score=judged.verdict.score,
        rule=rule,
        changed_at=now,
    )


def _medal(
    judged: _Judged, known: ArticleMedal | None, rule: MedalRule, now: datetime
) -> ArticleMedal:
    is_same = known is not None and known.level == judged.level
    return ArticleMedal(
        page_id=judged.article.pk,
        level=judged.level,
        score=judged.verdict.score,
        inputs=asdict(judged.inputs),
        rule=rule,
        judged_at=now,
        changed_at=known.changed_at if known is not None and is_same else now,
    )


def _renew(articles: Sequence[ArticlePage]) -> None:
    """The articles' own pages: nothing else shows a medal."""
    with edition():
        found = (places.wanted(each, Why.ITSELF) for each in articles)
        wanted = [each for each in found if each is not None]
        if wanted:
            subject = articles[0].title if len(articles) == 1 else f"{len(articles)} 篇文章"
            renew(wanted, cause=Cause.MEDAL, subject=subject)
