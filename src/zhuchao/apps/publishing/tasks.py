"""The portal's periodic work: what is planned appears, and what was to end goes."""

from __future__ import annotations

from django_tasks import task

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing import services
from zhuchao.ground.jobs import every


@every(minutes=1)
@task()
def publish_due() -> int:
    """Publish and withdraw what is due; how many pages."""
    return services.publish_due(SYSTEM)
