"""What happens at once when something that visitors see has changed; called after the commit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction

from zhuchao.apps.publishing.models import AboutPage, ChannelPage, HomePage
from zhuchao.apps.publishing.rendering import looks, places, touching, whole
from zhuchao.apps.publishing.rendering.edition import edition
from zhuchao.apps.publishing.rendering.renewing import renew, take_away
from zhuchao.apps.publishing.rendering.values import Cause, Wanted, Why

FRAME = (HomePage, ChannelPage, AboutPage)


def page_changed(page: Any, cause: Cause) -> None:
    """Renew what the change of a page touches, once the transaction is through."""
    page_id = page.pk
    transaction.on_commit(partial(_renew_page, page_id, cause), robust=True)


def voices_changed(page_id: int) -> None:
    """Renew the page itself: what readers say of it stands there and nowhere else."""
    page = places.any_page(page_id)
    if page is None or not page.live or not settings.ZHUCHAO_RENEWS:
        return
    found = places.wanted(page, Why.ITSELF)
    if found is not None:
        renew([found], cause=Cause.VOICES, subject=page.title)


def page_gone(page: Any, cause: Cause) -> None:
    """Take the page's files away and renew what led to it; ``page`` is still as it was."""
    wanted = _with_all_below(page)
    around = touching.by_page(page, former=wanted)
    subject, is_frame = page.title, isinstance(page.specific_deferred, FRAME)
    transaction.on_commit(partial(take_away, wanted), robust=True)
    transaction.on_commit(partial(renew, around, cause=cause, subject=subject), robust=True)
    if is_frame:
        transaction.on_commit(partial(_begin_anew, subject), robust=True)


def page_withdrawn(page: Any, cause: Cause) -> None:
    """Take away what lies of the page and below it, then renew what its change touches."""
    wanted = _with_all_below(page)
    transaction.on_commit(partial(take_away, wanted), robust=True)
    transaction.on_commit(partial(_renew_page, page.pk, cause, wanted), robust=True)


def _renew_page(page_id: int, cause: Cause, former: Sequence[Wanted] = ()) -> None:
    page = places.any_page(page_id)
    if page is None:
        return
    known = [*former, *touching.former_places(page_id)]
    with edition():
        renew(touching.by_page(page, former=known), cause=cause, subject=page.title)
    if isinstance(page, FRAME):
        _begin_anew(page.title)


def _begin_anew(subject: str) -> None:
    """A channel, a first page and one about us stand on every page: the background renews all."""
    whole.begin(Cause.FRAME, digest=looks.digest(), subject=subject)


def _with_all_below(page: Any) -> list[Wanted]:
    own = touching.former_places(page.pk)
    now_at = places.wanted(page, Why.FORMER)
    if now_at is not None and now_at.place not in {each.place for each in own}:
        own.append(now_at)
    return [*own, *(each for place in own for each in touching.below(place))]
