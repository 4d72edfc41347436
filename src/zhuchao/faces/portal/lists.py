"""The portal's addresses besides the tree's pages, for those who keep them as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from zhuchao.apps.publishing.rendering.portal import Addresses
from zhuchao.apps.publishing.rendering.values import Why

Listed = Iterator[tuple[str, Why]]


def of_offer(code: str) -> str:
    return reverse("portal:offer", args=[code])


def around_page(page: Any) -> Listed:
    """The feeds and the part of the sitemap that a page of the tree is in."""
    return iter(())


def around_offer(offer_id: int) -> Listed:
    """The lists that an offer is in; the first page shows the newest and counts all."""
    yield reverse("portal:offers"), Why.LIST


def fixed() -> Listed:
    yield reverse("portal:offers"), Why.LIST
    yield reverse("portal:robots"), Why.SITEMAP


ADDRESSES = Addresses(
    offer=of_offer, around_page=around_page, around_offer=around_offer, fixed=fixed
)
