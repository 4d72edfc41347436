"""Renewing the whole site batch by batch; whoever stops in the middle goes on from there."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic, perf_counter, time
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from zhuchao.apps.people.viewer import PUBLIC
from zhuchao.apps.properties.selectors import offers
from zhuchao.apps.publishing.models import PublishedPage
from zhuchao.apps.publishing.rendering import places, portal
from zhuchao.apps.publishing.rendering.edition import edition
from zhuchao.apps.publishing.rendering.models import Renewal
from zhuchao.apps.publishing.rendering.renewing import (
    counted,
    note_files,
    note_pages,
    renewed,
    root,
)
from zhuchao.apps.publishing.rendering.strays import strays
from zhuchao.apps.publishing.rendering.values import Cause, Outcome, Renewed, Why

BATCH = 200
# In this order: lists come after what they list.
STAGES = ("pages", "offers", "fixed", "strays", "end")
BY_ID = ("pages", "offers")
COUNTS = tuple(str(each) for each in Outcome)


@dataclass(frozen=True, slots=True)
class Batch:
    """A part of a stage: the ids in it, in order; a stage without ids is one batch."""

    stage: str
    ids: tuple[int, ...] = ()


def running() -> Renewal | None:
    """The renewal of the whole site that is not finished."""
    unfinished = Renewal.objects.filter(is_whole=True, state=Renewal.State.RUNNING)
    return unfinished.order_by("-pk").first()


def last_digest() -> str:
    """What the pages depended on when all were last renewed; empty when that never was."""
    last = _last()
    return last.digest if last is not None else ""


def last_id() -> int | None:
    last = _last()
    return last.pk if last is not None else None


def _last() -> Renewal | None:
    finished = Renewal.objects.filter(is_whole=True, state=Renewal.State.DONE)
    return finished.order_by("-pk").first()


def begin(cause: Cause, *, digest: str = "", subject: str = "") -> Renewal:
    """Begin anew; what was unfinished is dropped in its favour."""
    Renewal.objects.filter(is_whole=True, state=Renewal.State.RUNNING).delete()
    of_offers = offers(PUBLIC).count() * max(len(places.sites()), 1)
    total = _pages().count() + of_offers + len(list(portal.addresses().fixed()))
    return Renewal.objects.create(
        cause=cause, subject=subject, is_whole=True, stage=STAGES[0], total=total, digest=digest
    )


def batches(renewal: Renewal) -> Iterator[Batch]:
    """What is still to do, from where the renewal stands."""
    for stage in STAGES[STAGES.index(renewal.stage) : -1]:
        after = renewal.last_id if stage == renewal.stage else 0
        if stage not in BY_ID:
            yield Batch(stage)
            continue
        rows = _pages() if stage == "pages" else offers(PUBLIC)
        while ids := tuple(_ids(rows, after)):
            yield Batch(stage, ids)
            after = ids[-1]


def do(batch: Batch) -> list[Renewed]:
    """Renew what is in the batch and note the files; the renewal itself is not touched."""
    if batch.stage == "pages":
        done = _done_pages(batch.ids)
    else:
        with edition():
            done = _done(batch)
    with edition():
        note_files(done)
    return done


def _done_pages(ids: Sequence[int]) -> list[Renewed]:
    read_at = time()
    found: Any = _pages().filter(pk__in=ids)
    pages = list(found.specific())
    prefetch_related_objects([each for each in pages if isinstance(each, PublishedPage)], "tags")
    with edition(pages):
        wanted = [(places.wanted(each, Why.WHOLE), each) for each in pages]
        done = [renewed(each, page, read_at=read_at) for each, page in wanted if each is not None]
    # What was withdrawn meanwhile must not come back.
    still = set(found.values_list("pk", flat=True))
    return [each if each.wanted.page_id in still else renewed(each.wanted) for each in done]


def note(renewal: Renewal, batch: Batch, done: Sequence[Renewed], spent_ms: int) -> None:
    """Count a batch that is done, so that it need not be done again."""
    counts = counted(done)
    with transaction.atomic():
        # Of so many pages only those are listed that went wrong or are no longer there.
        note_pages(renewal, [each for each in done if each.outcome in _LISTED])
        Renewal.objects.filter(pk=renewal.pk).update(
            stage=batch.stage if batch.ids else STAGES[STAGES.index(batch.stage) + 1],
            last_id=batch.ids[-1] if batch.ids else 0,
            spent_ms=F("spent_ms") + spent_ms,
            **{name: F(name) + counts[name] for name in COUNTS},
        )


_LISTED = (Outcome.FAILED, Outcome.REMOVED)


def end(renewal: Renewal) -> None:
    Renewal.objects.filter(pk=renewal.pk).update(state=Renewal.State.DONE, ended_at=timezone.now())


def go_on(renewal: Renewal, *, seconds: float) -> bool:
    """Work for about so long; whether all is done. One process at a time does it."""
    with sole() as is_mine:
        if not is_mine:
            return False
        deadline = monotonic() + seconds
        for batch in batches(renewal):
            started = perf_counter()
            done = do(batch)
            note(renewal, batch, done, round((perf_counter() - started) * 1000))
            if monotonic() > deadline:
                return False
        end(renewal)
        return True


@contextmanager
def sole() -> Iterator[bool]:
    """Whether nobody else renews the whole site at the moment; held while it lasts."""
    root().mkdir(parents=True, exist_ok=True)
    with (root() / ".whole").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _pages() -> QuerySet[Any]:
    found: QuerySet[Any] = Page.objects.live().public()
    return found.filter(depth__gte=places.HOME_DEPTH)


def _ids(rows: QuerySet[Any], after: int) -> Sequence[int]:
    found = rows.filter(pk__gt=after).order_by("pk")
    return list(found.values_list("pk", flat=True)[:BATCH])


def _done(batch: Batch) -> list[Renewed]:
    if batch.stage == "strays":
        begun = running()
        return [renewed(each) for each in strays(begun.started_at if begun else None)]
    if batch.stage == "fixed":
        return [renewed(replace(each, why=Why.WHOLE)) for each in portal.addresses().fixed()]
    codes = offers(PUBLIC).filter(pk__in=batch.ids).values_list("code", flat=True)
    wanted = [each for code in codes for each in portal.addresses().offer(code)]
    return [renewed(replace(each, why=Why.WHOLE)) for each in wanted]
