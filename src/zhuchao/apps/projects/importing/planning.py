"""The fate of a row: a new project, what it adds to one, nothing, or what stands against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.projects.importing.telling import Problem, Told
from zhuchao.apps.projects.laddering import ladder_of
from zhuchao.apps.projects.models import MonthlyInvestment, Project
from zhuchao.apps.projects.staging import events_of
from zhuchao.core.errors import Refused
from zhuchao.core.projects import history, stages
from zhuchao.core.vocabulary.stage import StageEvent, StageLadder
from zhuchao.tables import load

# Columns of a project that a row may fill, by the ledger's own names.
DETAILS = {
    "title": ("title", "项目名称"),
    "kind": ("kind", "项目类型"),
    "chain_role": ("chain_role", "强补延"),
    "chain_node": ("chain_node", "产业链环节"),
    "method": ("method", "招商方式"),
    "trade": ("trade_code", "行业"),
    "summary": ("summary", "内容与规模"),
    "total_investment": ("total_investment", "总投资"),
    "fixed_investment": ("fixed_investment", "固定资产投资"),
    "equipment_investment": ("equipment_investment", "设备投资"),
    "foreign_usd": ("foreign_usd", "外资（美元）"),
    "land_area": ("land_area", "用地面积（㎡）"),
    "next_step": ("next_step", "下一步"),
    "next_due": ("next_due", "下一步期限"),
}
LABELLED = {"kind": Project.Kind, "chain_role": Project.ChainRole, "method": Project.Method}
MEASURES = dict(MonthlyInvestment.Measure.choices)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: what it is of, what stands in the register, and what the row says."""

    name: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A row's fate with its reasons; ``project`` is the one that it is about."""

    fate: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    project: Project | None = None


def with_all(found: QuerySet[Project]) -> QuerySet[Project]:
    """The projects with what planning reads of them."""
    return found.select_related("company", "ladder_pack").prefetch_related("months", "reached")


def plan(
    told: Told, project: Project | None, house: StageLadder, today: date, *, prefers_sheet: bool
) -> Plan:
    """What the row would do; nothing is written."""
    problems, notes = list(told.problems), list(told.notes)
    ladder = ladder_of(project) if project is not None else house
    problems += _against(told, project, ladder, today)
    changes: list[Change] = []
    if project is not None:
        changes += _fills(told, project, notes, prefers_sheet=prefers_sheet)
        changes += _steps(told, project, ladder, notes)
        changes += _sums(told, project)
    fate = "error" if problems else "new" if project is None else "change" if changes else "same"
    return Plan(fate, tuple(changes), tuple(problems), tuple(notes), project)


def _fills(
    told: Told, project: Project, notes: list[str], *, prefers_sheet: bool
) -> Iterator[Change]:
    for name, (column, label) in DETAILS.items():
        if name not in told.values:
            continue
        old, new = getattr(project, column), told.values[name]
        if _same(old, new):
            continue
        if old in (None, "") or prefers_sheet:
            yield Change(name, label, _shown(name, old), _shown(name, new))
        else:
            notes.append(
                f"{label}登记为“{_shown(name, old)}”，表中是“{_shown(name, new)}”：没有改动"
            )


def _steps(told: Told, project: Project, ladder: StageLadder, notes: list[str]) -> Iterator[Change]:
    reached = {each.stage: each.on for each in project.reached.all()}
    for event in history.standing(events_of(project)):
        reached.setdefault(event.stage, event.occurred_on)
    for key, on in _ordered(told, ladder):
        name = next(each.name for each in ladder.stages if each.key == key)
        if key not in reached:
            yield Change(f"on:{key}", name, "", on.isoformat())
        elif reached[key] != on:
            notes.append(f"{name}登记为 {reached[key]}，表中是 {on}：没有改动，有误请在项目页更正")


def _sums(told: Told, project: Project) -> Iterator[Change]:
    known = {(each.measure, each.month, each.phase): each.amount for each in project.months.all()}
    for entry in told.months:
        old = known.get((entry.measure, entry.month, entry.phase))
        if old != entry.amount:
            label = f"{entry.month.year}年{entry.month.month}月{MEASURES[entry.measure]}"
            yield Change(
                f"month:{entry.measure}:{entry.month:%Y-%m}", label, _yuan(old), _yuan(entry.amount)
            )


def _against(
    told: Told, project: Project | None, ladder: StageLadder, today: date
) -> Iterator[Problem]:
    """What the ladder and the calendar say of the row's days."""
    known = history.standing(events_of(project)) if project is not None else ()
    have = {event.stage for event in known}
    now = datetime.now(UTC)
    fresh = [
        StageEvent(10**9 + place, key, on, now, now)
        for place, (key, on) in enumerate(_ordered(told, ladder))
        if key not in have
    ]
    if not known and fresh and ladder.rank(fresh[0].stage) > 0:
        first = stages.first_stage(ladder).key
        fresh.insert(0, StageEvent(10**9 - 1, first, fresh[0].occurred_on, now, now))
    whole = sorted(
        [*known, *fresh], key=lambda event: (event.occurred_on, ladder.rank(event.stage))
    )
    try:
        stages.require_order(ladder, whole, today)
    except Refused as refusal:
        yield Problem(-1, refusal.sentence)
    for entry in told.months:
        if entry.measure != "plan" and entry.month > today:
            month = f"{entry.month.year} 年 {entry.month.month} 月"
            yield Problem(-1, f"{month}还没到：未来的月份只能填计划")


def _ordered(told: Told, ladder: StageLadder) -> list[tuple[str, date]]:
    """The days of stages in the order in which they occurred; on one day as the ladder climbs."""
    return sorted(told.reached.items(), key=lambda each: (each[1], ladder.rank(each[0])))


def _same(old: Any, new: Any) -> bool:
    if isinstance(new, float) and old is not None:
        return abs(float(old) - new) < 0.01
    return bool(old == new) or (isinstance(old, str) and covered(str(new)) == old)


def _shown(name: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    if name in LABELLED:
        return str(LABELLED[name](value).label)
    if name == "trade":
        return f"{value} {load().industries.get(str(value), '')}".strip()
    is_yuan = isinstance(value, Decimal) and name != "foreign_usd"
    return _yuan(value) if is_yuan else str(value)


def _yuan(value: Decimal | None) -> str:
    return "" if value is None else f"{(value / 10_000).normalize():f} 万元"
