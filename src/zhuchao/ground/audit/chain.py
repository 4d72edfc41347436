"""The chain itself: how an entry is hashed, added, and proved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection, transaction
from django.utils import timezone

from zhuchao.ground.models import AuditEntry

GENESIS = "0" * 64
# Any constant will do: it names the one lock that serialises the chain on PostgreSQL.
CHAIN_LOCK = 7_305_801


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the chain as it is read back."""

    sequence: int
    at: datetime
    actor: str
    act: str
    subject: str
    subject_id: str
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verification:
    """``broken_at`` is the sequence of the first link that does not hold; None when all do.

    ``head`` is the hash of the last link that holds: noted elsewhere, it shows a chain cut short.
    """

    count: int
    broken_at: int | None
    head: str = GENESIS

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


@dataclass(frozen=True, slots=True)
class Told:
    """What an entry tells of one subject."""

    subject_id: int | str | None
    detail: Mapping[str, object]


def record(
    actor: str,
    act: str,
    subject: str,
    subject_id: int | str | None,
    detail: Mapping[str, object] | None = None,
    *,
    person_id: int | None = None,
) -> None:
    """Append an entry; it stands or falls with the caller's transaction."""
    record_all(actor, act, subject, [Told(subject_id, detail or {})], person_id=person_id)


def record_all(
    actor: str, act: str, subject: str, told: Iterable[Told], *, person_id: int | None = None
) -> None:
    """Append an entry for each, in their order; all stand or fall with the caller's transaction."""
    with transaction.atomic():
        _serialise()
        last = AuditEntry.objects.order_by("-sequence").values("sequence", "hash").first()
        behind, previous = (last["sequence"], last["hash"]) if last else (0, GENESIS)
        entries = []
        for sequence, each in enumerate(told, behind + 1):
            entry = AuditEntry(
                sequence=sequence,
                at=timezone.now(),
                actor=actor,
                person_id=person_id,
                act=act,
                subject=subject,
                subject_id="" if each.subject_id is None else str(each.subject_id),
                detail=dict(each.detail),
                previous_hash=previous,
            )
            previous = entry.hash = _digest(entry)
            entries.append(entry)
        AuditEntry.objects.bulk_create(entries)


def verify() -> Verification:
    """Recompute every link in order; memory does not grow with the chain."""
    previous, count = GENESIS, 0
    for entry in AuditEntry.objects.order_by("sequence").iterator(chunk_size=2000):
        count += 1
        is_next = entry.sequence == count and entry.previous_hash == previous
        if not is_next or entry.hash != _digest(entry):
            return Verification(count - 1, entry.sequence, previous)
        previous = entry.hash
    return Verification(count, None, previous)


def latest(limit: int = 100) -> tuple[Entry, ...]:
    """The last entries, newest first."""
    return tuple(_read(row) for row in AuditEntry.objects.order_by("-sequence")[:limit])


def about(subject: str, subject_id: int | str, *, limit: int = 100) -> tuple[Entry, ...]:
    """The last entries about one record, newest first."""
    rows = AuditEntry.objects.filter(subject=subject, subject_id=str(subject_id))
    return tuple(_read(row) for row in rows.order_by("-sequence")[:limit])


def head() -> tuple[int, str]:
    """The number and the hash of the last entry; 0 and the genesis of an empty chain."""
    last = AuditEntry.objects.order_by("-sequence").values_list("sequence", "hash").first()
    return last if last is not None else (0, GENESIS)


def holds(sequence: int, hashed: str) -> bool:
    """Whether the chain has that entry: not so where the database is another one by now."""
    if sequence == 0:
        return hashed == GENESIS
    return AuditEntry.objects.filter(sequence=sequence, hash=hashed).exists()


def touched(subject: str, *, after: int) -> frozenset[int]:
    """The records of a subject that later entries are about."""
    rows = AuditEntry.objects.filter(subject=subject, sequence__gt=after)
    found = rows.values_list("subject_id", flat=True).distinct()
    return frozenset(int(each) for each in found if each.isdecimal())


def has_act(act: str) -> bool:
    """Whether such an act was ever recorded."""
    return AuditEntry.objects.filter(act=act).exists()


def _read(row: AuditEntry) -> Entry:
    return Entry(row.sequence, row.at, row.actor, row.act, row.subject, row.subject_id, row.detail)


def _serialise() -> None:
    # SQLite's IMMEDIATE transactions already admit one writer at a time.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])


def _digest(entry: AuditEntry) -> str:
    parts = [
        entry.sequence,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.actor,
        entry.person_id,
        entry.act,
        entry.subject,
        entry.subject_id,
        entry.detail,
        entry.previous_hash,
    ]
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
