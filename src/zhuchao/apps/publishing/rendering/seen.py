"""Counting articles' views, batch by batch, and telling them on the articles' pages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from zhuchao.apps.publishing.judging import visits
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.rendering import places
from zhuchao.apps.publishing.rendering.edition import edition
from zhuchao.apps.publishing.rendering.models import ArticleViews, CountedBatch
from zhuchao.apps.publishing.rendering.renewing import renew
from zhuchao.apps.publishing.rendering.values import Cause, Why
from zhuchao.ground.counting import FOLDER, Taken, take

# An hour's most seen articles: the others' counts wait for the next hour.
MOST_RENEWED = 1000


def count(now: datetime) -> int:
    """Add up what was collected; how many views."""
    return sum(
        _count(batch) for batch in take(Path(settings.ZHUCHAO_HOME) / FOLDER, now.timestamp())
    )


def put_right(article_id: int) -> None:
    """After a revision was published, which brings the count of its time along."""
    for seen in ArticleViews.objects.filter(article_id=article_id):
        PublishedPage.objects.filter(pk=article_id).update(views=seen.count)


def tell() -> int:
    """Renew the pages of the articles whose counts have changed; how many."""
    changed = ArticleViews.objects.exclude(count=F("shown")).order_by(F("shown") - F("count"))
    rows = list(changed[:MOST_RENEWED])
    articles = PublishedPage.objects.in_bulk([each.article_id for each in rows])
    with edition():
        found = (places.wanted(each, Why.ITSELF) for each in articles.values() if each.live)
        wanted = [each for each in found if each is not None]
        if wanted:
            renew(wanted, cause=Cause.VIEWS)
    for each in rows:
        each.shown = each.count
    ArticleViews.objects.bulk_update(rows, ["shown"], batch_size=500)
    return len(rows)


def _count(batch: Taken) -> int:
    try:
        with transaction.atomic():
            CountedBatch.objects.create(name=batch.name)
            counted = _add(batch)
    except IntegrityError:  # counted before, and then the file could not be dropped
        counted = 0
    batch.drop()
    return counted


def _add(batch: Taken) -> int:
    told = {*batch.counts, *(each.page for each in batch.visits)}
    live = set(PublishedPage.objects.live().filter(pk__in=told).values_list("pk", flat=True))
    visits.note(each for each in batch.visits if each.page in live)
    for article_id in sorted(live & batch.counts.keys()):
        seen, _ = ArticleViews.objects.get_or_create(article_id=article_id)
        more = batch.counts[article_id]
        ArticleViews.objects.filter(pk=seen.pk).update(count=F("count") + more)
        PublishedPage.objects.filter(pk=article_id).update(views=F("views") + more)
    return sum(batch.counts[each] for each in live)
