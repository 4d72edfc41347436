"""Stage events as core sees them, and what faces hand over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zhuchao.apps.projects.models import Project, StageEvent
from zhuchao.core.vocabulary import stage as vocabulary


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """A document as it was named or uploaded; ``amount`` in yuan, None where it tells none."""

    kind: str
    title: str
    number: str = ""
    dated_on: date | None = None
    amount: Decimal | None = None
    content: bytes = b""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage with the day on which it was entered and the documents that prove it.

    ``document_ids`` are documents that the project has already.
    """

    stage: str
    occurred_on: date
    documents: tuple[DocumentForm, ...] = ()
    document_ids: tuple[int, ...] = ()
    note: str = ""
    review_on: date | None = None


def to_events(records: Iterable[StageEvent]) -> tuple[vocabulary.StageEvent, ...]:
    """The events of one project; ``check_made`` is best selected with them."""
    return tuple(to_event(record) for record in records)


def to_event(record: StageEvent) -> vocabulary.StageEvent:
    check = getattr(record, "check_made", None)
    holds_from = None if record.needs_check else record.recorded_at
    if check is not None and check.is_confirmed:
        holds_from = check.checked_at
    return vocabulary.StageEvent(
        number=record.pk,
        stage=record.stage,
        occurred_on=record.occurred_on,
        recorded_at=record.recorded_at,
        holds_from=holds_from,
        corrects=record.corrects_id,
        is_withdrawal=record.is_withdrawal,
        is_rejected=check is not None and not check.is_confirmed,
    )


def project_choices() -> dict[str, list[tuple[str, str]]]:
    """What a project's kind, part in the chain and method may be, each as key and label."""
    return {
        "kind": list(Project.Kind.choices),
        "chain_role": list(Project.ChainRole.choices),
        "method": list(Project.Method.choices),
    }
