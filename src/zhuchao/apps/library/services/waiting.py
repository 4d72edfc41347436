"""Reading the pages that sources listed: what the machine does about them, one page at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from zhuchao import tables as reference
from zhuchao.apps.library import mapping, robots
from zhuchao.apps.library.models import Intake, ReadPage, WatchedAddress, WatchedSource
from zhuchao.apps.library.noting import pages_at
from zhuchao.apps.library.services.pages import file_page
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.rights import narrow
from zhuchao.apps.people.viewer import Act, Subject, Viewer
from zhuchao.core import reading
from zhuchao.core.errors import Unreachable, Unreadable, ZhuchaoError
from zhuchao.core.vocabulary.page import Page
from zhuchao.ground import files
from zhuchao.ground.fetching import Fetched, Turned, Unchanged

MOST_ATTEMPTS = 3
FIRST_WAIT = timedelta(minutes=10)
# A reading that was not finished in this time died with its worker.
LEASE = timedelta(minutes=5)
GONE = (404, 410)
DIED = "读取时程序中断，已试过三次"

_S = WatchedAddress.State


def read_waiting(viewer: Viewer, address_id: int) -> bool:
    """Read a page that waits and is due; False when it was not waiting any more.

    What cannot be read is kept with its reason; what may be readable later waits again.
    """
    row = _claimed(viewer, address_id)
    if row is None:
        return False
    try:
        answer = robots.visit(row.address)
        page = _readable(answer)
    except robots.Later as later:
        reason = later.sentence if isinstance(later, robots.NotAllowedYet) else ""
        _put_off(viewer, address_id, reason=reason, at=later.again_at)
    except (Unreachable, Unreadable) as failure:
        _note_failure(viewer, address_id, failure=failure)
    else:
        _file(viewer, address_id, answer=answer, page=page)
    return True


def _readable(answer: Fetched | Unchanged) -> Page:
    """Raises: Unreadable, when there is no title or no body."""
    content = answer.content if isinstance(answer, Fetched) else b""
    fetched_at = answer.fetched_at if isinstance(answer, Fetched) else None
    address = answer.address if isinstance(answer, Fetched) else ""
    page = reading.read(content, tables=reference.load(), fetched_at=fetched_at, address=address)
    if not page.title.value:
        raise Unreadable("没有读出标题，可能不是一篇文章")
    if not page.body_text.strip():
        raise Unreadable("没有读出正文，可能不是一篇文章")
    return page


@transaction.atomic
def _claimed(viewer: Viewer, address_id: int) -> WatchedAddress | None:
    now = timezone.now()
    sources = narrow(viewer, WatchedSource.objects.all(), Subject.PAGE, Act.CHANGE)
    due = WatchedAddress.objects.filter(
        Q(next_at=None) | Q(next_at__lte=now), state=_S.WAITING, source__in=sources
    )
    row = due.select_for_update(skip_locked=True, of=("self",)).filter(pk=address_id).first()
    if row is None:
        return None
    if row.attempts >= MOST_ATTEMPTS:
        row.state, row.reason = _S.FAILED, row.reason or DIED
        row.save(update_fields=["state", "reason"])
        return None
    row.attempts, row.next_at = row.attempts + 1, now + LEASE
    row.save(update_fields=["attempts", "next_at"])
    return row


def _held(address_id: int) -> WatchedAddress:
    rows = WatchedAddress.objects.select_related("source").select_for_update(of=("self",))
    return rows.get(pk=address_id)


@transaction.atomic
def _put_off(viewer: Viewer, address_id: int, *, reason: str, at: datetime) -> None:
    """Nothing was asked of the page itself, so that this was no attempt."""
    row = _held(address_id)
    row.attempts = max(0, row.attempts - 1)
    row.reason, row.next_at = reason, at
    row.save(update_fields=["attempts", "reason", "next_at"])


@transaction.atomic
def _note_failure(viewer: Viewer, address_id: int, *, failure: ZhuchaoError) -> None:
    """Wait longer after each attempt; after the last, or where none can help, it has failed."""
    row = _held(address_id)
    row.reason = failure.sentence
    wait = max(
        FIRST_WAIT * 4**row.attempts, timedelta(seconds=getattr(failure, "retry_after_s", 0))
    )
    row.next_at = timezone.now() + wait
    if _is_final(failure) or row.attempts >= MOST_ATTEMPTS:
        row.state, row.next_at = _S.FAILED, None
        log(viewer, "page_not_read", Subject.PAGE, row.source, address=row.pk)
    row.save(update_fields=["reason", "next_at", "state"])


def _is_final(failure: ZhuchaoError) -> bool:
    if isinstance(failure, Turned):
        return failure.status in GONE
    return isinstance(failure, Unreadable | robots.Disallowed)


@transaction.atomic
def _file(
    viewer: Viewer, address_id: int, *, answer: Fetched | Unchanged, page: Page
) -> ReadPage | None:
    """Make the page a record of the source's owner; under a known address it is the known one."""
    row = _held(address_id)
    if row.state != _S.WAITING or not isinstance(answer, Fetched):
        return None
    known = pages_at(row.organisation_id, [row.address, answer.address])
    row.page_id = next(iter(known.values()), None)
    if row.page_id is None:
        row.page = _new_page(viewer, row, answer=answer, page=page)
    row.state, row.reason, row.next_at = _S.READ, "", None
    row.save(update_fields=["page", "state", "reason", "next_at"])
    return row.page


def _new_page(viewer: Viewer, row: WatchedAddress, *, answer: Fetched, page: Page) -> ReadPage:
    source = row.source
    columns = {
        "organisation_id": source.organisation_id,
        "team_id": source.team_id,
        "owner_id": source.owner_id,
    }
    intake = Intake.objects.create(
        **columns,
        digest=files.keep(answer.content),
        size=len(answer.content),
        origin=Intake.Origin.WATCH,
        address=answer.address,
        fetched_at=answer.fetched_at,
        kind=Intake.Kind.PAGE,
        state=Intake.State.CONFIRMED,
        became="page",
    )
    filed = file_page(viewer, intake, stored=mapping.corrected(page, {}), columns=columns)
    intake.became_id = filed.pk
    intake.save(update_fields=["became_id"])
    return filed
