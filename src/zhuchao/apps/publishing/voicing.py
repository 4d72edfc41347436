"""How a reader's form is received: about a live page, once, and not too often from one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Page

from zhuchao.apps.publishing.models import HomePage, PublishedPage
from zhuchao.apps.publishing.models.voices import Voice
from zhuchao.core.errors import NotFound, Refused
from zhuchao.ground import rations
from zhuchao.ground.receipts import new_number

KEY_LENGTH = 80
# A household or an office may share one address; nobody writes more in a day by hand.
MOST_A_DAY = 10

V = TypeVar("V", bound=Voice)


@dataclass(frozen=True, slots=True)
class Sent:
    """Which form this is: the key it brought along, and from where it came on which day."""

    key: str
    visitor: str
    on: date


def live_page(page_id: int) -> PublishedPage:
    """A page before the public, as its own kind. Raises: NotFound."""
    found = Page.objects.live().public().filter(pk=page_id).first()
    specific = found.specific if found is not None else None
    if not isinstance(specific, PublishedPage):
        raise NotFound("这个页面已经不在门户上")
    return specific


def home_of(page: Page) -> HomePage | None:
    """The first page of the site in which a page stands."""
    found: HomePage | None = HomePage.objects.ancestor_of(page).first()
    return found


def takes_comments(page: Page, home: HomePage | None = None) -> bool:
    """Whether the page's kind, its site and the page itself are open to comments.

    ``home`` is a first page that the caller has read; it is asked where the page stands below it.
    """
    if home is None or not page.path.startswith(home.path):
        home = home_of(page)
    is_closed = getattr(page, "comments_closed", True)
    return not is_closed and home is not None and home.takes_comments


def once(model: type[V], letter: str, sent: Sent, make: Callable[[dict[str, Any]], V]) -> V:
    """What ``make`` makes of the columns of a voice; the same key gives the same one.

    Call it outside a transaction, since the ration counts whatever comes of it.

    Raises: Refused, without a key and when the day's ration of the visitor is used up.
    """
    key = _key(letter, sent.key)
    known = model._default_manager.filter(idempotency_key=key).first()
    if known is not None:
        return known
    if not rations.take(f"voice_{letter}", sent.visitor, most=MOST_A_DAY, on=sent.on):
        raise Refused("今天从这个网络提交的次数太多：请明天再来，急事请打电话")
    columns = {
        "receipt": new_number(letter),
        "token": token_urlsafe(16)[:32],
        "idempotency_key": key,
        "received_at": timezone.now(),
    }
    try:
        with transaction.atomic():
            return make(columns)
    except IntegrityError:
        # Somebody was quicker with the same key: theirs is the one.
        known = model._default_manager.filter(idempotency_key=key).first()
        if known is None:
            raise
        return known


def _key(letter: str, key: str) -> str:
    if not key.strip():
        raise Refused("缺少提交编号：请刷新页面后再提交")
    scoped = f"{letter}:{key.strip()}"
    return scoped if len(scoped) <= KEY_LENGTH else sha256(scoped.encode()).hexdigest()
