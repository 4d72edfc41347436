"""The periodic work of enquiries: visitors are forgotten when their time is over."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from zhuchao.apps.enquiries import services
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.ground.jobs import every


@every(minutes=24 * 60)
@task()
def forget_visitors() -> int:
    """Erase the personal data of enquiries that are kept long enough; how many."""
    return services.erase_due(SYSTEM, today=timezone.localdate())
