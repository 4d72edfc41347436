"""Taking an import back, as far as nobody has gone on from it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.properties.importing import selectors
from zhuchao.apps.properties.importing.models import ImportRow, ImportRun
from zhuchao.apps.properties.importing.services import locked
from zhuchao.apps.properties.importing.writing import restore_offer
from zhuchao.apps.properties.models import Offer
from zhuchao.apps.properties.services import move_offer
from zhuchao.core.errors import Refused


@transaction.atomic
def take_back_import(viewer: Viewer, run_id: int) -> ImportRun:
    """Take the run's new offers off and give changed ones back what they told before.

    Only what nobody changed since; an offer whose state the import changed keeps everything.

    Raises: NotAllowed, NotFound; Refused, when nothing of it can be taken back.
    """
    run = locked(viewer, run_id)
    rows = list(selectors.untouched(viewer, run))
    if run.state != ImportRun.State.DONE or not rows:
        raise Refused("没有可以撤销的房源：导入后又改动过的不再撤销，请逐条处理")
    for row in rows:
        _take_back(viewer, row)
    run.state = ImportRun.State.UNDONE
    run.save(update_fields=["state"])
    log(viewer, "take_back_import", Subject.OFFER, run, rows=len(rows))
    return run


def _take_back(viewer: Viewer, row: ImportRow) -> None:
    if row.offer is not None and row.before is not None:
        restore_offer(viewer, row.offer, row.before)
    elif row.offer is not None:
        move_offer(viewer, row.offer.pk, state=Offer.State.OFF, today=timezone.localdate())
