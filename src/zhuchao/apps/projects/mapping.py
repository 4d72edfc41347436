"""A stage event as core sees it."""

from __future__ import annotations

from zhuchao.apps.projects.models import StageEvent
from zhuchao.core.vocabulary import stage as vocabulary


def to_event(record: StageEvent) -> vocabulary.StageEvent:
    return vocabulary.StageEvent(record.stage, record.occurred_on, record.recorded_at)
