"""Putting pictures to carriers and offers, in an order, and taking them away again."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import can, require
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.imaging import shown
from zhuchao.apps.properties.models import Building, Offer, Park, Picture, Plot, Unit
from zhuchao.apps.properties.ticking import tick_all
from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import files

Pictured = Park | Building | Unit | Plot | Offer
# A page with more of them loads on no telephone.
MOST_PICTURES = 40
LONGEST_CAPTION = 120


@transaction.atomic
def add_picture(
    viewer: Viewer, *, on: Pictured, content: bytes, kind: str = "photo", caption: str = ""
) -> Picture:
    """Keep a picture of the record, after those it has; its camera's notes are not kept.

    Raises: NotAllowed; Unreadable, when it is no image; Refused, when there are too many.
    """
    _require_change(viewer, on)
    if kind not in Picture.Kind.values:
        raise Refused("请选择照片或平面图")
    seen = shown(content)
    owner = {type(on).__name__.lower(): on}
    beside = Picture.objects.filter(**owner)
    if beside.filter(removed_at=None).count() >= MOST_PICTURES:
        raise Refused(f"最多 {MOST_PICTURES} 张图片：请先移除不用的")
    last = beside.aggregate(last=Max("place"))["last"]
    picture = Picture.objects.create(
        **owner,
        kind=kind,
        caption=covered(caption.strip())[:LONGEST_CAPTION],
        place=0 if last is None else last + 1,
        large=files.keep(seen.large),
        small=files.keep(seen.small),
        width=seen.width,
        height=seen.height,
        added_by_id=viewer.person_id,
    )
    _log(viewer, "add_picture", picture)
    return picture


@transaction.atomic
def describe_picture(viewer: Viewer, picture_id: int, *, kind: str, caption: str) -> Picture:
    """Say what it shows, for whoever cannot see it."""
    picture = _held(viewer, picture_id)
    if kind not in Picture.Kind.values:
        raise Refused("请选择照片或平面图")
    picture.kind, picture.caption = kind, covered(caption.strip())[:LONGEST_CAPTION]
    picture.save(update_fields=["kind", "caption"])
    _log(viewer, "describe_picture", picture)
    return picture


@transaction.atomic
def move_picture(viewer: Viewer, picture_id: int, *, earlier: bool) -> Picture:
    """One place towards the beginning or the end; at the end it stays."""
    picture = _held(viewer, picture_id)
    listed = list(_beside(picture).filter(removed_at=None).order_by("place", "pk"))
    at = next((at for at, each in enumerate(listed) if each.pk == picture.pk), None)
    if at is None:
        raise Refused("这张图片已移除：请先恢复再调整次序")
    to = max(0, at - 1) if earlier else min(len(listed) - 1, at + 1)
    listed[at], listed[to] = listed[to], listed[at]
    for place, each in enumerate(listed):
        if each.place != place:
            each.place = place
            each.save(update_fields=["place"])
    _log(viewer, "move_picture", picture)
    return picture


@transaction.atomic
def remove_picture(viewer: Viewer, picture_id: int) -> Picture:
    """Show it nowhere any more; it can be put back."""
    picture = _held(viewer, picture_id)
    picture.removed_at = picture.removed_at or timezone.now()
    picture.save(update_fields=["removed_at"])
    _log(viewer, "remove_picture", picture)
    return picture


@transaction.atomic
def restore_picture(viewer: Viewer, picture_id: int) -> Picture:
    """Show a removed picture again, in its old place."""
    picture = _held(viewer, picture_id)
    picture.removed_at = None
    picture.save(update_fields=["removed_at"])
    _log(viewer, "restore_picture", picture)
    return picture


def _held(viewer: Viewer, picture_id: int) -> Picture:
    picture = Picture.objects.select_for_update().filter(pk=picture_id).first()
    if picture is None or not _may(viewer, _pictured(picture), Act.SEE):
        raise NotFound("没有这张图片，或不在您的范围内")
    _require_change(viewer, _pictured(picture))
    return picture


def _pictured(picture: Picture) -> Pictured:
    """What the picture shows."""
    found = picture.offer or picture.unit or picture.building or picture.plot or picture.park
    if found is None:  # the database admits none such
        raise NotFound("这张图片没有所属")
    return found


def _beside(picture: Picture) -> QuerySet[Picture]:
    on = _pictured(picture)
    return Picture.objects.filter(**{type(on).__name__.lower(): on})


def _shown_with(on: Pictured) -> Q:
    """The offers on whose pages the record's pictures stand; a park's stand on none."""
    match on:
        case Offer():
            return Q(pk=on.pk)
        case Unit():
            return Q(unit=on)
        case Building():
            return Q(unit__building=on)
        case Plot():
            return Q(plot=on)
    return Q(pk=None)


def _may(viewer: Viewer, on: Pictured, act: Act) -> bool:
    if isinstance(on, Offer):
        return can(viewer, Subject.OFFER, act, on)
    return can(viewer, Subject.PROPERTY, act, on.building if isinstance(on, Unit) else on)


def _require_change(viewer: Viewer, on: Pictured) -> None:
    if isinstance(on, Offer):
        require(viewer, Subject.OFFER, Act.CHANGE, on)
    else:
        ground = on.building if isinstance(on, Unit) else on
        require(viewer, Subject.PROPERTY, Act.CHANGE, ground)


def _log(viewer: Viewer, act: str, picture: Picture) -> None:
    on = _pictured(picture)
    tick_all(Offer.objects.filter(_shown_with(on)))
    subject = Subject.OFFER if isinstance(on, Offer) else Subject.PROPERTY
    log(viewer, act, subject, on, of=type(on).__name__.lower(), picture=picture.pk)
