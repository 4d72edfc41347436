"""Confirming what was read as a page, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from zhuchao.apps.library import mapping
from zhuchao.apps.library.models import Intake, ReadPage
from zhuchao.apps.library.services.intakes import close_intake, hold_intake
from zhuchao.apps.library.services.reposts import join_reposts
from zhuchao.apps.library.services.stating import keep_facts
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.page import Page


@transaction.atomic
def confirm_page(
    viewer: Viewer, intake_id: int, *, page: Page, corrections: Mapping[str, str]
) -> ReadPage:
    """Make the proposal a record; confirming twice gives the same record.

    Raises: Refused, when it has no title or became something else.
    """
    require(viewer, Subject.PAGE, Act.MAKE)
    intake = hold_intake(viewer, intake_id)
    known = ReadPage.objects.filter(intake=intake).first()
    if known is not None:
        return known
    stored = mapping.corrected(page, corrections)
    if not stored["title"]["value"]:
        raise Refused("没有读出标题：请先填写标题再确认")
    read_page = file_page(viewer, intake, stored=stored, columns=ownership(viewer))
    close_intake(viewer, intake.pk, became="page", became_id=read_page.pk)
    return read_page


@transaction.atomic
def file_page(
    viewer: Viewer, intake: Intake, *, stored: Mapping[str, Any], columns: Mapping[str, Any]
) -> ReadPage:
    """Make an intake's page a record; every read page comes to be here.

    ``stored`` is the page as ``mapping.corrected`` gives it, with a title; ``columns`` say whose.
    """
    page = ReadPage.objects.create(
        **columns,
        intake=intake,
        address=intake.address,
        digest=intake.digest,
        fetched_at=intake.fetched_at,
        page=stored,
        title=stored["title"]["value"][:200],
        source=(stored["source"]["value"] or "")[:100],
        published_on=mapping.published_on(stored),
        searched=mapping.searched(stored),
    )
    # First the clusters, then the audit chain: whoever corrects a page locks in this order.
    join_reposts(viewer, page)
    keep_facts(viewer, page)
    log(viewer, "file_page", Subject.PAGE, page)
    return page


@transaction.atomic
def mark_used(viewer: Viewer, page_id: int) -> None:
    """Say that something was made of the page."""
    allowed = narrow(viewer, ReadPage.objects.all(), Subject.PAGE, Act.CHANGE)
    page = allowed.filter(pk=page_id).first()
    if page is None:
        raise NotFound("没有这个网页，或不在您的范围内")
    page.state = ReadPage.State.USED
    page.save(update_fields=["state"])
    log(viewer, "use_page", Subject.PAGE, page)
