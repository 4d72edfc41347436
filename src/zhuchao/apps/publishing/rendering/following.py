"""Offers on the portal follow the register: what was counted there since is renewed here."""

from __future__ import annotations

from django.conf import settings

from zhuchao.apps.people.viewer import PUBLIC, SYSTEM
from zhuchao.apps.properties.selectors import offer_ticks, offers, offers_ticked
from zhuchao.apps.publishing.rendering import portal, touching
from zhuchao.apps.publishing.rendering.edition import edition
from zhuchao.apps.publishing.rendering.models import FollowedTick
from zhuchao.apps.publishing.rendering.renewing import renew, take_away
from zhuchao.apps.publishing.rendering.values import Cause, Wanted

# Up to which count this process has looked: an import counts a thousand changes in one commit.
_LOOKED: dict[int, int] = {}

# More than that are left to the background: whoever changed them should not wait.
MOST_AT_ONCE = 20
AT_A_TIME = 200

Row = tuple[int, str, str, int]


def offers_changed() -> None:
    """Called after each change that the register counted."""
    if not settings.ZHUCHAO_RENEWS:
        return
    ticks = offer_ticks(SYSTEM)
    if ticks != _LOOKED:
        _LOOKED.clear()
        _LOOKED.update(ticks)
        follow(MOST_AT_ONCE)


def follow(most: int | None) -> int:
    """Renew what the offers changed since the last time touch; how many offers.

    More than ``most`` of an organisation are left to the next call without a bound. What is no
    longer shown is taken away at once, however many there are.
    """
    seen = dict(FollowedTick.objects.values_list("organisation_id", "number"))
    followed = 0
    for organisation_id, number in offer_ticks(SYSTEM).items():
        since = seen.get(organisation_id, 0)
        if number > since:
            followed += _follow(organisation_id, since, most)
    return followed


def _follow(organisation_id: int, since: int, most: int | None) -> int:
    changed = offers_ticked(SYSTEM, organisation_id, after=since)
    rows = list(changed.values_list("pk", "code", "title", "tick"))
    parts = [rows[at : at + AT_A_TIME] for at in range(0, len(rows), AT_A_TIME)]
    for part in parts:
        _take_away_hidden(part)
    if most is not None and len(rows) > most:
        return 0
    for part in parts:
        _renew(part)
        FollowedTick.objects.update_or_create(
            organisation_id=organisation_id, defaults={"number": part[-1][3]}
        )
    return len(rows)


def _take_away_hidden(part: list[Row]) -> None:
    ids = [pk for pk, _, _, _ in part]
    shown = set(offers(PUBLIC).filter(pk__in=ids).values_list("pk", flat=True))
    to_address = portal.addresses().offer
    hidden = [code for pk, code, _, _ in part if pk not in shown]
    take_away(each for code in hidden for each in to_address(code))


def _renew(part: list[Row]) -> None:
    with edition():
        wanted: dict[tuple[str, str], Wanted] = {}
        for pk, code, _, _ in part:
            for each in touching.by_offer(code, pk):
                wanted.setdefault(each.place, each)
        subject = part[0][2] if len(part) == 1 else f"{len(part)} 处房源"
        renew(list(wanted.values()), cause=Cause.OFFER, subject=subject)
