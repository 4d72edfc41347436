"""How often or how much somebody may in a day: counted under a keyed mark, nobody is named."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F

from zhuchao.ground.models import Ration
from zhuchao.ground.sealed import keyed_hash

KEPT_DAYS = 7
# One subscriber has so much of the newer protocol to himself.
NETWORK_6 = 64


def take(scope: str, who: str, *, most: int, on: date, much: int = 1) -> bool:
    """Take so much of the day's ration; False where ``most`` would be passed, also by two at once.

    Call it where nothing rolls it back: a try that fails has still been made. What is counted
    because it is kept is taken in the transaction that keeps it.
    """
    Ration.objects.bulk_create([Ration(scope=scope, who=who, day=on)], ignore_conflicts=True)
    own = Ration.objects.filter(scope=scope, who=who, day=on, taken__lte=most - much)
    return own.update(taken=F("taken") + much) == 1


def give_back(scope: str, who: str, *, on: date) -> None:
    """What was taken was not needed."""
    own = Ration.objects.filter(scope=scope, who=who, day=on, taken__gt=0)
    own.update(taken=F("taken") - 1)


def forget_old(today: date) -> int:
    """Drop the counts of more than a week ago; how many."""
    return Ration.objects.filter(day__lt=today - timedelta(days=KEPT_DAYS)).delete()[0]


def visitor_mark(meta: Mapping[str, Any], on: date) -> str:
    """A visitor's network as a mark of that day; the next day's is another one."""
    return keyed_hash(f"visitor:{on:%Y%m%d}:{_network(_address(meta))}")


def _address(meta: Mapping[str, Any]) -> str:
    """Where the request comes from; behind a proxy of ours, what the proxy says of it."""
    near = str(meta.get("REMOTE_ADDR", ""))
    told = str(meta.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    is_proxied = settings.SECURE_PROXY_SSL_HEADER is not None or _is_loopback(near)
    return told if told and is_proxied else near


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return not address  # a socket on this machine


def _network(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 6:
        return str(ipaddress.ip_network((found, NETWORK_6), strict=False))
    return str(found)
