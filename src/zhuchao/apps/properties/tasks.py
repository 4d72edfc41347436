"""The register's periodic work: owners are asked again, and what nobody confirmed grows stale."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.properties import services
from zhuchao.ground.jobs import every


@every(minutes=60)
@task()
def keep_fresh() -> int:
    """Ask owners whose word fades, and set stale what is past its time; how many offers."""
    today = timezone.localdate()
    asked = services.ask_where_due(SYSTEM, today=today)
    return asked + services.let_go_stale(SYSTEM, today=today)
