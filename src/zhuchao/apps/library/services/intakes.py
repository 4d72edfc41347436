"""Keeping what comes in, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from zhuchao.apps.library.models import Intake
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import Hands, ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.selectors import default_organisation_id
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import files

MIN_PARTS = 2
MOST_BYTES = 64 * 1024 * 1024
_S = Intake.State
OPEN = (_S.PROPOSED, _S.FAILED)


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
    same = {"digest": files.keep(raw), "address": address} | ownership(viewer)
    again = _open_twin(same)
    if again is not None:
        return again
    try:
        with transaction.atomic():
            intake = Intake.objects.create(
                **same, size=len(raw), origin=origin, fetched_at=fetched_at
            )
    except IntegrityError:
        # The other click of a double click was quicker: its intake is the one.
        again = _open_twin(same)
        if again is None:
            raise
        return again
    log(viewer, "keep_intake", Subject.INTAKE, intake, size=len(raw), origin=origin)
    return intake


def _open_twin(same: dict[str, Any]) -> Intake | None:
    names = ("digest", "address", "owner_id", "organisation_id")
    twins = Intake.objects.filter(state__in=OPEN, **{name: same[name] for name in names})
    return twins.order_by("pk").first()


@transaction.atomic
def keep_form(viewer: Viewer, *, raw: bytes, became: tuple[str, int] | None) -> Intake:
    """Keep what a visitor sent as it came, beside the record that was made of it.

    With no record it waits in the common tray to become one.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    kind, number = became or ("", None)
    intake = Intake.objects.create(
        organisation_id=default_organisation_id(),
        digest=files.keep(raw),
        size=len(raw),
        origin=Intake.Origin.FORM,
        kind=Intake.Kind.MESSAGE,
        state=_S.CONFIRMED if became else _S.PROPOSED,
        became=kind,
        became_id=number,
    )
    log(viewer, "keep_form", Subject.INTAKE, intake, size=len(raw))
    return intake


@transaction.atomic
def erase_form(viewer: Viewer, intake_id: int) -> None:
    """Forget what a visitor sent, words and file; that something came, and when, stays known.

    Raises: NotFound, when no visitor sent it.
    """
    require(viewer, Subject.ENQUIRY, Act.MAKE)
    sent = Intake.objects.select_for_update().filter(pk=intake_id, origin=Intake.Origin.FORM)
    intake = sent.first()
    if intake is None:
        raise NotFound("没有这条收件，或者它不是访客提交的")
    digest, intake.digest, intake.size = intake.digest, "", 0
    if intake.state in OPEN:
        intake.state = _S.SET_ASIDE
    intake.save(update_fields=["digest", "size", "state"])
    if digest and not Intake.objects.filter(digest=digest).exists():
        transaction.on_commit(lambda: files.forget(digest))
    log(viewer, "erase_form", Subject.INTAKE, intake)


def _mine(viewer: Viewer, intake_id: int) -> Intake:
    allowed = narrow(viewer, Intake.objects.all(), Subject.INTAKE, Act.CHANGE)
    intake = allowed.select_for_update().filter(pk=intake_id).first()
    if intake is None:
        raise NotFound("没有这条收件，或不在您的范围内")
    return intake


@transaction.atomic
def hold_intake(viewer: Viewer, intake_id: int) -> Intake:
    """Keep the intake to this transaction, so that it becomes one record only.

    Raises: NotFound.
    """
    return _mine(viewer, intake_id)


@transaction.atomic
def hand_to(viewer: Viewer, intake_id: int) -> None:
    """Put an unowned intake into the viewer's hands, as part of taking what it became."""
    intake = _mine(viewer, intake_id)
    if intake.owner_id is None:
        columns = ownership(viewer)
        intake.owner_id, intake.team_id = columns["owner_id"], columns["team_id"]
        intake.save(update_fields=["owner", "team"])
        log(viewer, "take_intake", Subject.INTAKE, intake)


@transaction.atomic
def pass_intake(viewer: Viewer, intake_id: int, *, to: Hands) -> Hands | None:
    """Put an intake into a colleague's hands with what it became; gives whose it was.

    None, where it is not the viewer's to give: it stays where it is.
    """
    allowed = narrow(viewer, Intake.objects.all(), Subject.INTAKE, Act.CHANGE)
    intake = allowed.select_for_update().filter(pk=intake_id).first()
    if intake is None:
        return None
    was = Hands(intake.owner_id, intake.team_id)
    intake.owner_id, intake.team_id = to.owner_id, to.team_id
    intake.save(update_fields=["owner", "team"])
    log(viewer, "hand_intake", Subject.INTAKE, intake, to=to.owner_id)
    return was


@transaction.atomic
def note_kind(viewer: Viewer, intake_id: int, *, kind: str) -> None:
    """Say what the intake was taken for."""
    intake = _mine(viewer, intake_id)
    if intake.kind != kind:
        intake.kind = Intake.Kind(kind)
        intake.save(update_fields=["kind"])
        log(viewer, "note_kind", Subject.INTAKE, intake, kind=kind)


@transaction.atomic
def note_failure(viewer: Viewer, intake_id: int, *, reason: str) -> None:
    """Say why nothing could be read; the intake stays, with the reason.

    Raises: Refused, when it was confirmed or set aside.
    """
    intake = _mine(viewer, intake_id)
    if intake.state not in OPEN:
        raise Refused(f"这条收件{_S(intake.state).label}，不能再记为未读出：请先恢复或重新粘贴")
    if intake.state == _S.FAILED and intake.reason == reason:
        return
    intake.state, intake.reason = _S.FAILED, reason
    intake.save(update_fields=["state", "reason"])
    log(viewer, "note_failure", Subject.INTAKE, intake)


@transaction.atomic
def set_aside_intake(viewer: Viewer, intake_id: int) -> Intake:
    """Raises: Refused, when it was confirmed."""
    intake = _mine(viewer, intake_id)
    if intake.state == _S.CONFIRMED:
        raise Refused("这条收件已经确认，不能再搁置：请到它成为的记录中处理")
    if intake.state == _S.SET_ASIDE:
        return intake
    intake.state = _S.SET_ASIDE
    intake.save(update_fields=["state"])
    log(viewer, "set_aside_intake", Subject.INTAKE, intake)
    return intake


@transaction.atomic
def split_intake(viewer: Viewer, intake_id: int, *, texts: Sequence[str]) -> list[Intake]:
    """Make an intake of each of the texts that this one holds, and set it aside.

    Raises: NotFound, NotAllowed; Refused, when there is nothing to split or it is not open.
    """
    intake = _mine(viewer, intake_id)
    if intake.state not in OPEN:
        raise Refused(f"这条收件{_S(intake.state).label}，不能再分：请先恢复")
    if len(texts) < MIN_PARTS:
        raise Refused("这段文字只有一条消息，不用分")
    several = dict.fromkeys(texts)
    made = [keep_intake(viewer, raw=text.encode(), origin=intake.origin) for text in several]
    for each in made:
        note_kind(viewer, each.pk, kind=Intake.Kind.MESSAGE)
    set_aside_intake(viewer, intake_id)
    log(viewer, "split_intake", Subject.INTAKE, intake, parts=[each.pk for each in made])
    return made


@transaction.atomic
def restore_intake(viewer: Viewer, intake_id: int) -> Intake:
    """Undo setting aside.

    Raises: Refused, when it was not set aside, or the same was pasted again meanwhile.
    """
    intake = _mine(viewer, intake_id)
    if intake.state != _S.SET_ASIDE:
        raise Refused("这条收件没有被搁置，不需要恢复")
    intake.state = _S.FAILED if intake.reason else _S.PROPOSED
    try:
        with transaction.atomic():
            intake.save(update_fields=["state"])
    except IntegrityError as error:
        raise Refused("同样的内容又粘贴过一次，正在待确认：请处理那一条") from error
    log(viewer, "restore_intake", Subject.INTAKE, intake)
    return intake


@transaction.atomic
def close_intake(viewer: Viewer, intake_id: int, *, became: str, became_id: int) -> None:
    """Say which record the intake became; called by the service that made the record.

    Raises: Refused, when it already became one.
    """
    intake = _mine(viewer, intake_id)
    if intake.state == _S.CONFIRMED:
        raise Refused("这条收件已经确认过，请到对应记录中查看")
    intake.kind = Intake.Kind.PAGE if became == "page" else Intake.Kind.MESSAGE
    intake.state, intake.became, intake.became_id = _S.CONFIRMED, became, became_id
    intake.save(update_fields=["kind", "state", "became", "became_id"])
    log(viewer, "confirm_intake", Subject.INTAKE, intake, became=became, became_id=became_id)
