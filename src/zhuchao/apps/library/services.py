"""Keeping what comes in, and confirming pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from zhuchao.apps.library import mapping
from zhuchao.apps.library.models import Intake, ReadPage
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.vocabulary.page import Page
from zhuchao.ground import files

MOST_BYTES = 64 * 1024 * 1024


@transaction.atomic
def keep_intake(
    viewer: Viewer,
    *,
    raw: bytes,
    origin: str,
    address: str = "",
    fetched_at: datetime | None = None,
) -> Intake:
    """Keep what came, whatever it is; the same bytes still open for the same person stay one.

    Raises: NotAllowed; Refused, when it is larger than MOST_BYTES.
    """
    require(viewer, Subject.INTAKE, Act.MAKE)
    if len(raw) > MOST_BYTES:
        raise Refused("内容超过 64 MB，无法保存：请只粘贴需要的部分")
    digest = files.keep(raw)
    columns = ownership(viewer)
    open_states = [Intake.State.PROPOSED, Intake.State.FAILED]
    again = Intake.objects.filter(
        digest=digest, address=address, state__in=open_states, owner_id=columns["owner_id"],
        organisation_id=columns["organisation_id"],
    ).first()  # fmt: skip
    if again is not None:
        return again
    intake = Intake.objects.create(
        **columns,
        digest=digest,
        size=len(raw),
        origin=origin,
        address=address,
        fetched_at=fetched_at,
    )
    log(viewer, "keep_intake", Subject.INTAKE, intake, size=len(raw), origin=origin)
    return intake


def _mine(viewer: Viewer, intake_id: int) -> Intake:
    allowed = narrow(viewer, Intake.objects.all(), Subject.INTAKE, Act.CHANGE)
    intake = allowed.select_for_update().filter(pk=intake_id).first()
    if intake is None:
        raise NotFound("没有这条收件，或不在您的范围内")
    return intake


@transaction.atomic
def note_kind(viewer: Viewer, intake_id: int, *, kind: str) -> None:
    """Say what the intake was taken for."""
    intake = _mine(viewer, intake_id)
    if intake.kind != kind:
        intake.kind = Intake.Kind(kind)
        intake.save(update_fields=["kind"])


@transaction.atomic
def note_failure(viewer: Viewer, intake_id: int, *, reason: str) -> None:
    """Say why nothing could be read; the intake stays, with the reason."""
    intake = _mine(viewer, intake_id)
    if intake.state == Intake.State.FAILED and intake.reason == reason:
        return
    intake.state, intake.reason = Intake.State.FAILED, reason
    intake.save(update_fields=["state", "reason"])
    log(viewer, "note_failure", Subject.INTAKE, intake)


@transaction.atomic
def set_aside_intake(viewer: Viewer, intake_id: int) -> Intake:
    """Raises: Refused, when it was confirmed."""
    intake = _mine(viewer, intake_id)
    if intake.state == Intake.State.CONFIRMED:
        raise Refused("这条收件已经确认，不能再搁置")
    intake.state = Intake.State.SET_ASIDE
    intake.save(update_fields=["state"])
    log(viewer, "set_aside_intake", Subject.INTAKE, intake)
    return intake


@transaction.atomic
def restore_intake(viewer: Viewer, intake_id: int) -> Intake:
    """Undo setting aside. Raises: Refused, when it was not set aside."""
    intake = _mine(viewer, intake_id)
    if intake.state != Intake.State.SET_ASIDE:
        raise Refused("这条收件没有被搁置，不需要恢复")
    intake.state = Intake.State.FAILED if intake.reason else Intake.State.PROPOSED
    intake.save(update_fields=["state"])
    log(viewer, "restore_intake", Subject.INTAKE, intake)
    return intake


@transaction.atomic
def close_intake(viewer: Viewer, intake_id: int, *, became: str, became_id: int) -> None:
    """Say which record the intake became; called by the service that made the record.

    Raises: Refused, when it already became one.
    """
    intake = _mine(viewer, intake_id)
    if intake.state == Intake.State.CONFIRMED:
        raise Refused("这条收件已经确认过，请到对应记录中查看")
    intake.state, intake.became, intake.became_id = Intake.State.CONFIRMED, became, became_id
    intake.save(update_fields=["state", "became", "became_id"])
    log(viewer, "confirm_intake", Subject.INTAKE, intake, became=became, became_id=became_id)


@transaction.atomic
def confirm_page(
    viewer: Viewer, intake_id: int, *, page: Page, corrections: Mapping[str, str]
) -> ReadPage:
    """Make the proposal a record; confirming twice gives the same record.

    Raises: Refused, when it has no title or became something else.
    """
    require(viewer, Subject.PAGE, Act.MAKE)
    intake = _mine(viewer, intake_id)
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
