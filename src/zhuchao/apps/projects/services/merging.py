"""Firms found to be one, and parted again, with what several people claim of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from zhuchao.apps.parties import services as parties
from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.models import Contest
from zhuchao.apps.projects.services.contesting import open_contest_for, settle_contests_of

if TYPE_CHECKING:
    from zhuchao.apps.parties.models import CompanyMerge


@transaction.atomic
def merge_companies(
    viewer: Viewer, *, kept_id: int, folded_id: int, reason: str, today: date
) -> Contest | None:
    """Merge two companies; the contest between those who hold them, where several people do.

    Raises: as ``parties.merge_companies``.
    """
    parties.merge_companies(viewer, kept_id=kept_id, folded_id=folded_id, reason=reason)
    return open_contest_for(viewer, kept_id, today=today)


@transaction.atomic
def undo_merge(viewer: Viewer, merge_id: int, *, today: date) -> CompanyMerge:
    """Part two companies again; a contest that only their merging had made is closed.

    Raises: as ``parties.undo_merge``.
    """
    merge = parties.undo_merge(viewer, merge_id)
    settle_contests_of(viewer, (merge.kept_id, merge.folded_id), today=today)
    return merge
