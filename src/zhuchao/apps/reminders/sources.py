"""Where each kind of reminder finds its reasons: the selectors of the registers below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.projects.selectors import reminding as projects
from zhuchao.apps.properties.selectors import reminding as properties
from zhuchao.core.vocabulary.reminder import Reason

Source = Callable[[Viewer, date, date], list[Reason]]

SOURCES: Mapping[str, Source] = {
    "problem_due": projects.problems_falling_due,
    "problem_overdue": projects.problems_overdue,
    "problem_escalated": projects.problems_escalated,
    "inspection_due": projects.rounds_due,
    "claim_expiring": projects.claims_expiring,
    "promise_due": projects.promises_falling_due,
    "promise_overdue": projects.promises_overdue,
    "offer_stale": properties.offers_to_ask,
    "light_changed": projects.lights_turned,
}
