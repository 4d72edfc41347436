"""The first page bears the day's date."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from zhuchao.apps.publishing.rendering import places
from zhuchao.apps.publishing.rendering.models import PublishedFile
from zhuchao.apps.publishing.rendering.renewing import renew
from zhuchao.apps.publishing.rendering.values import Cause, Why


def new_day(today: date) -> int:
    """Renew the first pages that are of a day before; how many."""
    wanted = [
        found for each in places.homes() if (found := places.wanted(each, Why.ITSELF)) is not None
    ]
    rows = PublishedFile.objects.filter(page_id__in=[each.page_id for each in wanted])
    old = {each.page_id for each in rows if timezone.localdate(each.made_at) < today}
    due = [each for each in wanted if each.page_id in old]
    if due:
        renew(due, cause=Cause.DAY)
    return len(due)
