"""How a service tells the audit chain what a viewer did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.ground import audit


class Recorded(Protocol):
    """Anything with a primary key."""

    @property
    def pk(self) -> int | str | None: ...


def log(
    viewer: Viewer, act: str, subject: Subject, record: Recorded | None, **detail: object
) -> None:
    """Add an entry in the caller's transaction. ``detail`` never holds personal data."""
    audit.record(
        viewer.name or "unnamed",
        act,
        subject.value,
        None if record is None else record.pk,
        detail,
        person_id=viewer.person_id,
    )


def log_all(
    viewer: Viewer,
    act: str,
    subject: Subject,
    told: Iterable[tuple[Recorded, Mapping[str, object]]],
) -> None:
    """Add an entry for each record with its detail, at once; else as ``log``."""
    audit.record_all(
        viewer.name or "unnamed",
        act,
        subject.value,
        (audit.Told(each.pk, detail) for each, detail in told),
        person_id=viewer.person_id,
    )
