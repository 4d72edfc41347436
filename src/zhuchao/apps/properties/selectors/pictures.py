"""Pictures that a viewer may see, in their order."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.apps.properties.models import Building, Offer, Park, Picture, Plot, Unit
from zhuchao.apps.properties.models.pictures import OWNERS
from zhuchao.core.errors import NotFound
from zhuchao.ground import files

IN_ORDER = ("place", "pk")


def pictures_of(
    viewer: Viewer, on: Park | Building | Unit | Plot | Offer, *, removed: bool = False
) -> QuerySet[Picture]:
    """The pictures of a record that came from a selector; or those that were removed."""
    found = Picture.objects.filter(**{type(on).__name__.lower(): on})
    return found.filter(removed_at__isnull=not removed).order_by(*IN_ORDER)


def pictures_around(viewer: Viewer, offer: Offer) -> QuerySet[Picture]:
    """What shows the offer: its own pictures, then its unit's or plot's, then its building's.

    The offer came from a selector: who may see it may see them.
    """
    shown = Q(offer=offer)
    if offer.unit is not None:
        shown |= Q(unit_id=offer.unit_id) | Q(building_id=offer.unit.building_id)
    if offer.plot_id is not None:
        shown |= Q(plot_id=offer.plot_id)
    found = Picture.objects.filter(shown, removed_at=None)
    return found.order_by("offer_id", "unit_id", "plot_id", "building_id", *IN_ORDER)


def picture(viewer: Viewer, picture_id: int) -> Picture:
    """Raises: NotFound."""
    related = ("park", "building", "unit__building", "plot", "offer")
    found = Picture.objects.select_related(*related).filter(pk=picture_id).first()
    if found is None or not _may_see(viewer, found):
        raise NotFound("没有这张图片，或不在您的范围内")
    return found


def picture_around(viewer: Viewer, offer: Offer, picture_id: int) -> Picture:
    """One of the pictures of an offer that came from a selector.

    Raises: NotFound.
    """
    found = pictures_around(viewer, offer).filter(pk=picture_id).first()
    if found is None:
        raise NotFound("没有这张图片")
    return found


def image_of(viewer: Viewer, picture: Picture, *, is_small: bool) -> bytes:
    """The JPEG of a picture that came from a selector.

    Raises: NotFound, when it is not among the kept files.
    """
    return files.open_kept(picture.small if is_small else picture.large)


def owner_of(viewer: Viewer, picture: Picture) -> tuple[str, int]:
    """Which record a picture that came from a selector shows: its kind and number."""
    found = ((owner, getattr(picture, f"{owner}_id")) for owner in OWNERS)
    return next((owner, pk) for owner, pk in found if pk is not None)


def _may_see(viewer: Viewer, picture: Picture) -> bool:
    if picture.offer is not None:
        return can(viewer, Subject.OFFER, Act.SEE, picture.offer)
    unit = picture.unit
    ground = unit.building if unit else picture.building or picture.plot or picture.park
    return ground is not None and can(viewer, Subject.PROPERTY, Act.SEE, ground)
