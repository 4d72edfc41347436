"""Renewing pages: each rendered and replaced alone, then noted with why and what came of it."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from zhuchao.apps.publishing.rendering import places
from zhuchao.apps.publishing.rendering.edition import no_edition
from zhuchao.apps.publishing.rendering.models import (
    PublishedFile,
    Renewal,
    RenewedPage,
    Showing,
)
from zhuchao.apps.publishing.rendering.pressing import links, press
from zhuchao.apps.publishing.rendering.values import Cause, Outcome, Renewed, Wanted
from zhuchao.ground import published
from zhuchao.ground.published import DEFAULT_SITE

log = logging.getLogger(__name__)
# What the portal leads to that is no page of a file: static files, forms, the desk.
OFFERS = "/offers/"
BESIDE = ("/static/", "/enquire/", "/voices/", "/desk/", "/feeds/", "/medals/")
LONGEST_SUBJECT = 255
LONGEST_REASON = 200
# A file's time may lie a little before that of the clock.
CLOCKS_APART_S = 0.1


def root() -> Path:
    return Path(settings.ZHUCHAO_HOME) / published.FOLDER


def take_away(wanted: Iterable[Wanted]) -> None:
    """Remove these files at once; what is noted of them is put right when they are renewed."""
    for each in wanted:
        with published.alone(root(), each.site, each.address):
            published.remove(root(), each.site, each.address)


def renew(wanted: Sequence[Wanted], *, cause: Cause, subject: str = "") -> Renewal:
    """Renew these pages and note it."""
    started = perf_counter()
    done = [renewed(each) for each in wanted]
    now = timezone.now()
    with transaction.atomic():
        note_files(done)
        renewal = Renewal.objects.create(
            cause=cause,
            subject=subject[:LONGEST_SUBJECT],
            state=Renewal.State.DONE,
            ended_at=now,
            total=len(done),
            **counted(done),
        )
        note_pages(renewal, done)
        renewal.spent_ms = round((perf_counter() - started) * 1000)
        renewal.save(update_fields=["spent_ms"])
    return renewal


def renewed(wanted: Wanted, page: Any = None, *, read_at: float = 0.0) -> Renewed:
    """Render one address and put its file in order, whatever stood there before.

    ``page`` is the tree's page where the caller has read it as visible to visitors, at the second
    ``read_at``; what was renewed since is read anew. A page that cannot be rendered loses its file:
    Django answers there, and says what is wrong.
    """
    file = (root(), wanted.site, wanted.address)
    with published.alone(*file):
        try:
            is_old = page is not None and published.written_at(*file) >= read_at - CLOCKS_APART_S
            with no_edition() if is_old else nullcontext():
                content = _pressed(wanted, None if is_old else page)
        except Exception as failure:  # whatever a template or a query can raise
            log.exception("the page at %s could not be rendered", wanted.address)
            published.remove(*file)
            reason = f"{type(failure).__name__}: {failure}"[:LONGEST_REASON]
            return Renewed(wanted, Outcome.FAILED, reason=reason)
        if content is None:
            published.remove(*file)
            return Renewed(wanted, Outcome.REMOVED)
        changed = published.write(*file, content)
    return Renewed(
        wanted,
        Outcome.MADE if changed else Outcome.UNCHANGED,
        digest=hashlib.sha256(content).hexdigest()[:32],
        size=len(content),
        shows=links(content),
    )


def _pressed(wanted: Wanted, page: Any) -> bytes | None:
    host = "" if wanted.site == DEFAULT_SITE else wanted.site
    if wanted.page_id is None:
        return press(wanted.address, host=host)
    found = page if page is not None else places.visible(wanted.page_id)
    if found is None:
        return None
    now_at = places.wanted(found, wanted.why)
    if now_at is None or now_at.place != wanted.place:
        return None
    return press(wanted.address, page=found, host=host)


def counted(done: Iterable[Renewed]) -> dict[str, int]:
    """How many came out how, by the columns of ``Renewal``."""
    counts = Counter(each.outcome for each in done)
    return {str(outcome): counts[outcome] for outcome in Outcome}


def note_pages(renewal: Renewal, done: Iterable[Renewed]) -> None:
    RenewedPage.objects.bulk_create(
        RenewedPage(
            renewal=renewal,
            site=each.wanted.site,
            address=each.wanted.address,
            why=each.wanted.why,
            outcome=each.outcome,
            size=each.size,
            reason=each.reason,
        )
        for each in done
    )


def note_files(done: Sequence[Renewed]) -> None:
    """Bring the table of files in line with what was renewed, and what each page shows."""
    gone = [each.wanted for each in done if each.outcome in (Outcome.REMOVED, Outcome.FAILED)]
    for each in gone:
        PublishedFile.objects.filter(site=each.site, address=each.address).delete()
    there = [each for each in done if each.digest]
    now = timezone.now()
    PublishedFile.objects.bulk_create(
        [
            PublishedFile(
                site=each.wanted.site,
                address=each.wanted.address,
                page_id=each.wanted.page_id,
                digest=each.digest,
                size=each.size,
                made_at=now,
            )
            for each in there
        ],
        update_conflicts=True,
        unique_fields=["site", "address"],
        update_fields=["page_id", "digest", "size", "made_at"],
    )
    _note_showings(there)


def _note_showings(there: Sequence[Renewed]) -> None:
    addresses = [each.wanted.address for each in there]
    rows = PublishedFile.objects.filter(address__in=addresses).values_list("pk", "site", "address")
    ids = {(site, address): pk for pk, site, address in rows}
    frame = places.frame_addresses()
    told = {
        ids[each.wanted.place]: _leading(each, frame) for each in there if each.wanted.place in ids
    }
    known: dict[int, set[str]] = {pk: set() for pk in told}
    shown = Showing.objects.filter(file_id__in=told).values_list("file_id", "target")
    for pk, target in shown:
        known[pk].add(target)
    changed = [pk for pk, targets in told.items() if targets != known[pk]]
    Showing.objects.filter(file_id__in=[pk for pk in changed if known[pk]]).delete()
    Showing.objects.bulk_create(
        Showing(file_id=pk, target=target) for pk in changed for target in sorted(told[pk])
    )


def _leading(done: Renewed, frame: frozenset[str]) -> set[str]:
    """Where the page leads beyond what stands on every page and lies as files."""
    own = {done.wanted.address, OFFERS, *frame}
    return {each for each in done.shows if each not in own and not each.startswith(BESIDE)}
