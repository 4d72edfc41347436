"""Watching a source: what a person does about it."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from zhuchao.apps.library.models import WatchedSource
from zhuchao.apps.library.noting import digest_of
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.owned import ownership
from zhuchao.apps.people.rights import narrow, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.reading.addresses import canonical, host_of

LEAST_MINUTES = 10
MOST_MINUTES = 7 * 24 * 60
MOST_OF_A_NAME = 100
NO_ADDRESS = "网址要以 http:// 或 https:// 开头，不带账号和密码：请从浏览器的地址栏复制"
_S = WatchedSource.State


@transaction.atomic
def watch(viewer: Viewer, *, name: str, address: str, every_minutes: int) -> WatchedSource:
    """Begin to watch an address; without a name it is called after its host.

    Raises: NotAllowed; Refused, for what is no web address, an interval that is too short or too
    long, or a source that the organisation already watches.
    """
    require(viewer, Subject.PAGE, Act.MAKE)
    place = canonical(address)
    if place is None:
        raise Refused(NO_ADDRESS)
    _check_interval(every_minutes)
    digest = digest_of(place)
    columns = ownership(viewer)
    try:
        with transaction.atomic():
            source = WatchedSource.objects.create(
                **columns,
                name=name.strip()[:MOST_OF_A_NAME] or host_of(place).removeprefix("www.")[:100],
                address=place,
                digest=digest,
                host=host_of(place),
                every_minutes=every_minutes,
                next_at=timezone.now(),
            )
    except IntegrityError as error:
        known = WatchedSource.objects.filter(
            organisation_id=columns["organisation_id"], digest=digest
        ).first()
        if known is None:
            raise
        raise Refused(f"这个网址已在关注：“{known.name}”（{_S(known.state).label}）") from error
    log(viewer, "watch_source", Subject.PAGE, source)
    return source


@transaction.atomic
def change_source(
    viewer: Viewer, source_id: int, *, name: str, every_minutes: int
) -> WatchedSource:
    """Rename the source or visit it at another interval.

    Raises: NotFound; Refused, for an empty name or an interval that is too short or too long.
    """
    source = _mine(viewer, source_id)
    if not name.strip():
        raise Refused("请填写名称")
    _check_interval(every_minutes)
    source.name, source.every_minutes = name.strip()[:MOST_OF_A_NAME], every_minutes
    soonest = timezone.now() + timedelta(minutes=every_minutes)
    source.next_at = min(source.next_at or soonest, soonest)
    source.save(update_fields=["name", "every_minutes", "next_at"])
    log(viewer, "change_source", Subject.PAGE, source, every_minutes=every_minutes)
    return source


@transaction.atomic
def pause(viewer: Viewer, source_id: int) -> WatchedSource:
    """Visit it no more, nor read what still waits, until it is resumed. Raises: NotFound."""
    source = _mine(viewer, source_id)
    if source.state == _S.PAUSED:
        return source
    source.state = _S.PAUSED
    source.save(update_fields=["state"])
    log(viewer, "pause_source", Subject.PAGE, source)
    return source


@transaction.atomic
def resume(viewer: Viewer, source_id: int) -> WatchedSource:
    """Visit it again, and at once: what went wrong before no longer counts. Raises: NotFound."""
    source = _mine(viewer, source_id)
    if source.state == _S.ACTIVE:
        return source
    source.state, source.failures, source.reason = _S.ACTIVE, 0, ""
    source.next_at = timezone.now()
    source.save(update_fields=["state", "failures", "reason", "next_at"])
    log(viewer, "resume_source", Subject.PAGE, source)
    return source


@transaction.atomic
def visit_now(viewer: Viewer, source_id: int) -> WatchedSource:
    """Make the source due; the next round of the worker visits it.

    Raises: NotFound; Refused, while it is paused.
    """
    source = _mine(viewer, source_id)
    if source.state == _S.PAUSED:
        raise Refused(f"“{source.name}”已暂停：请先恢复关注")
    source.next_at = timezone.now()
    source.save(update_fields=["next_at"])
    log(viewer, "visit_source_now", Subject.PAGE, source)
    return source


def _mine(viewer: Viewer, source_id: int) -> WatchedSource:
    allowed = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE, Act.CHANGE)
    source = allowed.select_for_update().filter(pk=source_id).first()
    if source is None:
        raise NotFound("没有这个关注来源，或不在您的范围内")
    return source


def _check_interval(minutes: int) -> None:
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refused("访问间隔要在 10 分钟到 7 天之间")
