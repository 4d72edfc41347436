"""Money, promises and counting of a project as its page shows them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from zhuchao.apps.people.rights import can
from zhuchao.apps.people.viewer import Act, Subject
from zhuchao.apps.projects import selectors
from zhuchao.apps.projects.months import Month, money_sums
from zhuchao.apps.projects.promised import seen_on
from zhuchao.faces.hand.charts import Bar
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from zhuchao.apps.projects.models import Project
    from zhuchao.faces.desk.access import DeskRequest

# As many months as a chart still tells apart; the table has all.
CHARTED_MONTHS = 18


def money_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """For ``_project_money.html``: the table of months, sums, and the chart's version."""
    months = selectors.money_by_month(request.viewer, project.pk)
    year, today = timezone.localdate().year, timezone.localdate()
    rule = selectors.count_rule_on(request.viewer, today)
    return {
        "money_rows": money_rows(months),
        "money_measures": choices("measure"),
        "money_sums": _in_order(money_sums(months)),
        "money_year": year,
        "money_of_year": _in_order(money_sums(months, year)),
        "money_version": version_of(months),
        "money_tier": rule.tier(project.total_investment),
        "money_rule": rule,
        "counts_as": project.same_as or project.increment_of,
        "may_tell_money": can(request.viewer, Subject.PROJECT, Act.CHANGE, project),
    }


def promises_context(request: DeskRequest, project: Project) -> dict[str, Any]:
    """For ``_project_promises.html``."""
    today = timezone.localdate()
    found = selectors.promises(request.viewer, today=today, project_id=project.pk)
    return {
        "promises_seen": seen_on(found, today),
        "may_promise": can(request.viewer, Subject.PROJECT, Act.CHANGE, project),
    }


def version_of(months: tuple[Month, ...]) -> int:
    """The latest fact of all: a chart with the same one is the same chart."""
    return max((each.fact_id for each in months), default=0)


def money_rows(months: tuple[Month, ...]) -> list[dict[str, Any]]:
    """A row of each month and phase, latest first, its amounts in the order of the measures."""
    cells: dict[tuple[date, int], dict[str, Month]] = defaultdict(dict)
    for each in months:
        cells[each.month, each.phase][each.measure] = each
    return [
        {"month": month, "phase": phase, "cells": [(k, w, told.get(k)) for k, w in _measures()]}
        for (month, phase), told in sorted(cells.items(), reverse=True)
    ]


def bars_of(months: tuple[Month, ...]) -> list[Bar]:
    """The latest months, phases put together."""
    shown = sorted({each.month for each in months})[-CHARTED_MONTHS:]
    sums: dict[tuple[date, str], Decimal] = defaultdict(Decimal)
    for each in months:
        if each.month in shown:
            sums[each.month, each.measure] += each.amount
    return [Bar(at, word("measure", told).text, float(yuan)) for (at, told), yuan in sums.items()]


def _measures() -> list[tuple[str, str]]:
    return choices("measure")


def _in_order(sums: dict[str, Decimal]) -> list[tuple[str, Decimal]]:
    return [(label, sums[key]) for key, label in _measures() if key in sums]
