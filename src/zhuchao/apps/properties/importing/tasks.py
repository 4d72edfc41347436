"""The background work of an import: planning its rows, and applying them."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django_tasks import task

from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties.importing import services
from zhuchao.apps.properties.importing.models import ImportRun


@task()
def plan_import(run_id: int) -> str:
    """Plan the run's rows as its owner sees the register; the state that it is in then."""
    return services.plan_rows(_owner_of(run_id), run_id).state


@task()
def apply_import(run_id: int) -> str:
    """Apply the run's rows with its owner's rights; the state that it is in then."""
    return services.apply_rows(_owner_of(run_id), run_id).state


def _owner_of(run_id: int) -> Viewer:
    run = ImportRun.objects.select_related("owner").exclude(owner=None).get(pk=run_id)
    return viewer_of(run.owner or AnonymousUser())
