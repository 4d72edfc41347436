"""Publishing's periodic work: what is planned appears; what changed unseen is renewed."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing import relating, services
from zhuchao.apps.publishing.judging import services as judging
from zhuchao.apps.publishing.judging import visits
from zhuchao.apps.publishing.rendering import following, looks, seen, whole
from zhuchao.apps.publishing.rendering.daily import new_day
from zhuchao.apps.publishing.rendering.models import CountedBatch, Renewal
from zhuchao.apps.publishing.rendering.values import Cause
from zhuchao.ground.jobs import every

# Other background work comes in between.
SECONDS_AT_A_TIME = 20.0
KEPT = timedelta(days=30)


@every(minutes=1)
@task()
def publish_due() -> int:
    """Publish and withdraw what is due; how many pages."""
    return services.publish_due(SYSTEM)


@every(minutes=1)
@task()
def keep_renewed() -> int:
    """Follow the offers and the day, and renew all pages where their looks changed."""
    done = following.follow(most=None) + new_day(timezone.localdate())
    renewal = whole.running()
    if renewal is None and whole.last_digest() != looks.digest():
        renewal = whole.begin(Cause.CODE, digest=looks.digest())
    if renewal is not None and not whole.go_on(renewal, seconds=SECONDS_AT_A_TIME):
        go_on_renewing.enqueue()
    return done


@task()
def go_on_renewing() -> None:
    """The next bit of the whole site."""
    renewal = whole.running()
    if renewal is not None and not whole.go_on(renewal, seconds=SECONDS_AT_A_TIME):
        go_on_renewing.enqueue()


@every(minutes=60)
@task()
def mend_index() -> int:
    """Bring the index of the portal's texts to what is live; how many pages differed."""
    return relating.mend()


@every(minutes=1)
@task()
def count_views() -> int:
    """Add up the views of the minutes before."""
    return seen.count(timezone.now())


@every(minutes=60)
@task()
def tell_views() -> int:
    """Let the articles' pages tell how often they were seen."""
    return seen.tell()


@every(minutes=60)
@task()
def judge_articles() -> int:
    """Judge each article once a day, after midnight, and what changed since; how many.

    Each hour, so that a night in which the machine was off is made up for.
    """
    visits.forget_marks(timezone.now())
    return judging.judge_due(SYSTEM, timezone.now())


@every(minutes=24 * 60)
@task()
def forget_renewals() -> int:
    """Drop what was renewed more than a month ago; the last whole renewal stays."""
    CountedBatch.objects.filter(counted_at__lt=timezone.now() - KEPT).delete()
    old = Renewal.objects.filter(started_at__lt=timezone.now() - KEPT)
    return old.exclude(pk=whole.last_id() or 0).delete()[0]
