"""Confirming what was read as a page, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from zhuchao.apps.library import mapping
from zhuchao.apps.library.models import ReadPage
from zhuchao.apps.library.services.intakes import close_intake, hold_intake
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
    title = stored["title"]["value"]
    if not title:
        raise Refused("没有读出标题：请先填写标题再确认")
    read_page = ReadPage.objects.create(
        **ownership(viewer),
        intake=intake,
        address=intake.address,
        digest=intake.digest,
        fetched_at=intake.fetched_at,
        page=stored,
        title=title[:200],
        source=(stored["source"]["value"] or "")[:100],
        published_on=mapping.published_on(stored),
    )
    close_intake(viewer, intake.pk, became="page", became_id=read_page.pk)
    log(viewer, "confirm_page", Subject.PAGE, read_page)
    return read_page


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
