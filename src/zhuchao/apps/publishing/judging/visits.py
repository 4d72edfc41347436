"""Visits of articles by day: each visitor once, whatever number of batches tells of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Count, Sum

from zhuchao.apps.publishing.judging.models import ArticleDay, VisitMark
from zhuchao.ground.counting import Visit, day_of

# What was clicked just before midnight is still added up after it.
STILL_COMING_S = 3600
AT_ONCE = 500


def note(visits: Iterable[Visit]) -> None:
    """Count these visits; one that was counted before changes nothing."""
    found = sorted(visits, key=lambda each: (each.page, each.day, each.kind, each.mark))
    VisitMark.objects.bulk_create(
        [
            VisitMark(article_id=each.page, day=each.day, kind=each.kind, mark=each.mark)
            for each in found
        ],
        ignore_conflicts=True,
        batch_size=AT_ONCE,
    )
    for article_id, day in sorted({(each.page, each.day) for each in found}):
        _recount(article_id, day)


def totals(column: str, article_ids: Collection[int]) -> dict[int, int]:
    """The visits of a kind since publication, by article."""
    rows = ArticleDay.objects.filter(article_id__in=article_ids).order_by("article_id")
    found = rows.values_list("article_id").annotate(total=Sum(column))
    return dict(found)


def forget_marks(now: datetime) -> int:
    """Drop the marks of days that are over; how many."""
    last = day_of(now.timestamp() - STILL_COMING_S)
    return VisitMark.objects.filter(day__lt=last).delete()[0]


def _recount(article_id: int, day: int) -> None:
    """A late batch finds the marks of its day dropped: what was counted then stays."""
    # Locked before it is counted: who counts at the same time then sees what the other added.
    locked = ArticleDay.objects.select_for_update()
    row, _ = locked.get_or_create(article_id=article_id, day=day)
    marks = VisitMark.objects.filter(article_id=article_id, day=day).order_by("kind")
    counts = dict(marks.values_list("kind").annotate(count=Count("pk")))
    for kind, count in counts.items():
        setattr(row, kind, max(getattr(row, kind), count))
    row.save(update_fields=["seen", "useful", "shared"])
