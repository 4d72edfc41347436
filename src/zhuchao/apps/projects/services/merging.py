"""Merging companies: two who hold what is one firm come into a contest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.services.contesting import open_contest_for, settle_contests_of

if TYPE_CHECKING:
    from zhuchao.apps.parties.models import CompanyMerge


@transaction.atomic
def merge_companies(
    viewer: Viewer, *, kept_id: int, folded_id: int, reason: str, today: date
) -> CompanyMerge:
    """Merge, and open a contest where both were claimed. Raises: as ``parties`` does."""
    made = parties.merge_companies(viewer, kept_id=kept_id, folded_id=folded_id, reason=reason)
    open_contest_for(viewer, made.kept_id, today=today)
    return made


@transaction.atomic
def undo_merge(viewer: Viewer, merge_id: int, *, today: date) -> CompanyMerge:
    """Part them again, and close what is no contest any more. Raises: as ``parties`` does."""
    undone = parties.undo_merge(viewer, merge_id)
    settle_contests_of(viewer, [undone.kept_id, undone.folded_id], today=today)
    return undone
