"""Visiting a watched source: what the machine does about it, one request at a time."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from zhuchao.apps.library import robots
from zhuchao.apps.library.feeds import Listing, listing_of
from zhuchao.apps.library.models import WatchedSource
from zhuchao.apps.library.noting import note_listed
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core.errors import Unreachable, Unreadable, ZhuchaoError
from zhuchao.ground.fetching import Fetched, Unchanged, Version

# A visit that was not finished in this time died with its worker, and is begun anew.
LEASE = timedelta(minutes=5)
LONGEST_WAIT = timedelta(days=7)
# 2 ** 10 times the shortest interval is longer than the longest wait.
MOST_DOUBLINGS = 10
MOST_OF_A_VERSION = 300


def visit_source(viewer: Viewer, source_id: int) -> bool:
    """Make the next request of a source that is due; False when it was not due any more.

    A site map has parts: each is a request of its own, until none is pending in this round.
    """
    source = _claimed(viewer, source_id)
    if source is None:
        return False
    address = source.pending[0]
    known = Version(**source.versions.get(address, {}))
    try:
        answer = robots.visit(address, known=known)
        listing = None
        if isinstance(answer, Fetched):
            listing = listing_of(answer.content, address=answer.address)
    except robots.NotAllowedYet as later:
        _note_failure(viewer, source_id, failure=later, earliest=later.at)
    except robots.Later as later:
        _give_back(viewer, source_id, at=later.again_at)
    except (Unreachable, Unreadable) as failure:
        wait_s = getattr(failure, "retry_after_s", 0)
        earliest = timezone.now() + timedelta(seconds=wait_s)
        _note_failure(viewer, source_id, failure=failure, earliest=earliest)
    else:
        _take_in(viewer, source_id, answer=answer, listing=listing)
    return True


def _due(viewer: Viewer, source_id: int, now: datetime) -> WatchedSource | None:
    allowed = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE, Act.CHANGE)
    due = allowed.filter(Q(next_at=None) | Q(next_at__lte=now), state=WatchedSource.State.ACTIVE)
    return due.select_for_update(skip_locked=True).filter(pk=source_id).first()


@transaction.atomic
def _claimed(viewer: Viewer, source_id: int) -> WatchedSource | None:
    now = timezone.now()
    source = _due(viewer, source_id, now)
    if source is None:
        return None
    if not source.pending:
        parts = [address for address in source.versions if address != source.address]
        source.pending = [source.address, *parts]
    source.next_at = now + LEASE
    source.save(update_fields=["pending", "next_at"])
    return source


def _held(source_id: int) -> WatchedSource:
    return WatchedSource.objects.select_for_update().get(pk=source_id)


@transaction.atomic
def _give_back(viewer: Viewer, source_id: int, *, at: datetime) -> None:
    """Due again as before: it was another's turn at the host."""
    WatchedSource.objects.filter(pk=source_id).update(next_at=at)


@transaction.atomic
def _note_failure(
    viewer: Viewer, source_id: int, *, failure: ZhuchaoError, earliest: datetime
) -> None:
    """The source waits twice as long as after the last failure, and not less than it was asked."""
    source = _held(source_id)
    wait = timedelta(minutes=source.every_minutes) * 2 ** min(source.failures + 1, MOST_DOUBLINGS)
    now = timezone.now()
    part = "" if source.pending[:1] in ([], [source.address]) else f"（{source.pending[0]}）"
    source.failures += 1
    source.reason = failure.sentence + part
    source.pending, source.visited_at = [], now
    source.next_at = max(now + min(wait, LONGEST_WAIT), earliest)
    source.save(update_fields=["failures", "reason", "pending", "visited_at", "next_at"])
    if source.failures == 1:
        log(viewer, "source_failed", Subject.PAGE, source)


@transaction.atomic
def _take_in(
    viewer: Viewer, source_id: int, *, answer: Fetched | Unchanged, listing: Listing | None
) -> None:
    """Note what the source listed, and when its next request is due."""
    source = _held(source_id)
    address, *rest = source.pending
    noted = note_listed(source, listing.pages if listing else ())
    versions = dict(source.versions)
    if listing is not None and isinstance(answer, Fetched):
        # Asked with this version again, the site would keep to itself what was cut off here.
        versions[address] = {} if noted.was_cut else _version(answer.version)
    if listing is not None and address == source.address:
        source.form = listing.form
        rest = list(listing.parts)
        versions = {each: versions.get(each, {}) for each in (address, *rest)}
    source.versions, source.pending = versions, rest
    now = timezone.now()
    interval = timedelta(minutes=source.every_minutes)
    source.visited_at, source.next_at = now, now if rest else now + interval
    source.failures, source.reason = 0, ""
    source.save()
    if noted.new:
        log(viewer, "visit_source", Subject.PAGE, source, new=noted.new)


def _version(version: Version) -> dict[str, str]:
    """What can be stored and sent back; a site's nonsense is no version."""
    known = {name: value for name, value in asdict(version).items() if value.isprintable()}
    return {name: value for name, value in known.items() if len(value) <= MOST_OF_A_VERSION}
