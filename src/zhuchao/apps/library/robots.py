"""A site's manners: what its robots file allows, and one request at a time with a rest between."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import urljoin

from django.db import transaction
from django.utils import timezone
from protego import Protego

from zhuchao.apps.library.models import SiteManners
from zhuchao.core.errors import Unreachable, ZhuchaoError
from zhuchao.core.reading.addresses import canonical, host_of
from zhuchao.ground.fetching import (
    ROBOT,
    Door,
    Fetched,
    Moved,
    Turned,
    Unchanged,
    Version,
    ask,
)

# Seconds between the end of a request to a host and the next one.
MIN_GAP_S = 2.0
MAX_GAP_S = 60.0
# A wait that is slept through; for a longer one the work is put off. What a visit has begun
# (its redirects) waits out any gap.
NEAR_S = 5.0
HOP_S = MAX_GAP_S + 1
MOST_HOPS = 5
# A site that wants rest after an error is left alone, but not for days on one page's word.
MOST_REST_S = 3600.0
# A host is held while a request runs; a worker that died lets it go after this.
HOLD = timedelta(seconds=45)
ROBOTS_KEPT = timedelta(days=1)
ROBOTS_RETRY = timedelta(minutes=10)
MOST_ROBOTS = 500 * 1024
DOOR = Door()


class Later(ZhuchaoError):
    """It is not a host's turn before ``at``; ``is_begun`` where another was asked already."""

    def __init__(self, sentence: str, at: datetime, is_begun: bool = True) -> None:
        super().__init__(sentence)
        self.at = at
        self.is_begun = is_begun

    def __reduce__(self) -> tuple[type[Later], tuple[str, datetime, bool]]:  # type: ignore[override]
        return type(self), (self.sentence, self.at, self.is_begun)

    @property
    def again_at(self) -> datetime:
        """When to try anew: at once where nothing was asked, for the host itself is waited for."""
        return self.at if self.is_begun else timezone.now()


class NotAllowedYet(Later, Unreachable):
    """The robots file cannot be had, so nothing may be asked for now."""


class Disallowed(Unreachable):
    """The robots file keeps machines away from the address."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots file says to us; an empty one allows everything."""

    robots: str

    def allows(self, address: str) -> bool:
        return bool(_parsed(self.robots).can_fetch(address, ROBOT))

    @property
    def gap_s(self) -> float:
        """Seconds to rest between two requests."""
        asked = _parsed(self.robots).crawl_delay(ROBOT) or 0.0
        return max(MIN_GAP_S, min(float(asked), MAX_GAP_S))


@lru_cache(maxsize=64)
def _parsed(robots: str) -> Protego:
    return Protego.parse(robots)


def visit(address: str, *, known: Version | None = None) -> Fetched | Unchanged:
    """Ask for an address as the site's manners allow, its redirects too.

    Raises: Later, when it is another's turn or the robots file cannot be had; Disallowed;
    Unreachable.
    """

    def allowed(place: str) -> float:
        rules = rules_of(place)
        if not rules.allows(place):
            raise Disallowed("网站的 robots.txt 不允许访问这个网址：请换一个网址，或与网站联系")
        return rules.gap_s

    return _walk(address, known or Version(), allowed)


def rules_of(address: str) -> Rules:
    """The rules of the address's site, asked for at most once a day.

    Raises: NotAllowedYet; Later.
    """
    host, now = host_of(address), timezone.now()
    site = SiteManners.objects.filter(host=host).first()
    if site is None or site.robots_at is None or now >= _robots_due(site, site.robots_at):
        site = _asked_for_rules(address, host)
    if site.reason:
        raise NotAllowedYet(site.reason, _robots_due(site, site.robots_at or now))
    return Rules(site.robots)


def _robots_due(site: SiteManners, asked_at: datetime) -> datetime:
    return asked_at + (ROBOTS_RETRY if site.reason else ROBOTS_KEPT)


def _asked_for_rules(address: str, host: str) -> SiteManners:
    robots = reason = ""
    try:
        answer = _walk(urljoin(address, "/robots.txt"), Version(), lambda _: MIN_GAP_S)
        content = answer.content if isinstance(answer, Fetched) else b""
        robots = content[:MOST_ROBOTS].decode("utf-8", "replace").replace("\0", "")
    except Turned as refusal:
        # None there, or none for us: everything is allowed. Too many requests is no such answer.
        if refusal.status >= 500 or refusal.status == 429:
            reason = f"网站的 robots.txt 回答 {refusal.status}，取到之前不访问"
    except Unreachable as failure:
        reason = failure.sentence
    columns = {"robots": robots, "reason": reason, "robots_at": timezone.now()}
    return SiteManners.objects.update_or_create(host=host, defaults=columns)[0]


def _walk(address: str, known: Version, gap_of: Callable[[str], float]) -> Fetched | Unchanged:
    """Ask, and follow redirects, each hop in its host's turn."""
    answer = _hop(address, known, gap_of, NEAR_S)
    for _ in range(MOST_HOPS):
        if not isinstance(answer, Moved):
            return answer
        try:
            answer = _hop(answer.address, known, gap_of, HOP_S)
        except Later as later:
            later.is_begun = True
            raise
    raise Unreachable("网址跳转次数过多，已停止")


def _hop(
    address: str, known: Version, gap_of: Callable[[str], float], patience_s: float
) -> Fetched | Unchanged | Moved:
    if canonical(address) is None:
        raise Unreachable("网址跳转到了不能访问的地方，已停止")
    gap_s = gap_of(address)
    with turn(host_of(address), gap_s=gap_s, patience_s=patience_s):
        return ask(address, known=known, door=DOOR)


@contextmanager
def turn(host: str, *, gap_s: float, patience_s: float) -> Iterator[None]:
    """Hold the host while a request runs, and let it rest ``gap_s`` afterwards.

    Raises: Later, when its turn does not come within ``patience_s``.
    """
    time.sleep(_taken(host, timedelta(seconds=patience_s)))
    rest_s = gap_s
    try:
        yield
    except Turned as refusal:
        rest_s = max(gap_s, min(refusal.retry_after_s, MOST_REST_S))
        raise
    finally:
        free_at = timezone.now() + timedelta(seconds=rest_s)
        SiteManners.objects.filter(host=host).update(next_at=free_at)


@transaction.atomic
def _taken(host: str, patience: timedelta) -> float:
    """Take the host's next turn; the seconds until it comes."""
    SiteManners.objects.get_or_create(host=host)
    site = SiteManners.objects.select_for_update().get(host=host)
    now = timezone.now()
    at = max(now, site.next_at or now)
    if at - now > patience:
        raise Later(f"{host} 刚被访问过，稍后再访问", at, is_begun=False)
    site.next_at = at + HOLD
    site.save(update_fields=["next_at"])
    return (at - now).total_seconds()
