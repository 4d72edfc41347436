"""Money of projects by month: what is told is appended, and stands until a later word on it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhuchao.apps.parties.persons import covered
from zhuchao.apps.people.acts import log
from zhuchao.apps.people.viewer import Subject, Viewer
from zhuchao.apps.projects.closing import refuse_closed
from zhuchao.apps.projects.lighting import relight_one
from zhuchao.apps.projects.models import Document, InvestmentFact, MonthlyInvestment, Project
from zhuchao.apps.projects.staging import held
from zhuchao.core.errors import NotFound, Refused

Measure = InvestmentFact.Measure
FIRST_YEAR = 1990
# A plan reaches as far ahead as agreements do.
PLANNED_YEARS = 20


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """An amount of a month in yuan; ``month`` is its first day, ``measure`` a key of Measure."""

    measure: str
    month: date
    amount: Decimal
    phase: int = 1


@transaction.atomic
def note_investment(
    viewer: Viewer,
    project_id: int,
    *,
    entries: tuple[MonthEntry, ...],
    source: str,
    today: date,
    document_id: int | None = None,
) -> list[InvestmentFact]:
    """Append what is told of months; of one month the latest word stands.

    Raises: NotFound, for the project or document; Refused, for no source, no entry, a negative
    amount, a month ahead that is no plan, a month that is told twice, and a closed year.
    """
    project = held(viewer, project_id)
    if not source.strip():
        raise Refused("请写明来源：如统计报表、银行到账单、企业填报，便于以后核对")
    if not entries:
        raise Refused("没有读到金额：请至少填写一个月")
    _refuse_wrong(entries, today)
    refuse_closed(project, *(entry.month for entry in entries))
    told: dict[str, Any] = {
        "project": project,
        "source": covered(source.strip())[:200],
        "document": _document(project, document_id),
        "recorded_by_id": viewer.person_id,
    }
    facts = [
        InvestmentFact.objects.create(**told, **asdict(entry), recorded_at=timezone.now())
        for entry in entries
    ]
    _repeat(project, facts, today)
    numbers = {"facts": len(facts), "first": facts[0].pk, "last": facts[-1].pk}
    log(viewer, "note_investment", Subject.PROJECT, project, **numbers)
    return facts


def _repeat(project: Project, facts: list[InvestmentFact], today: date) -> None:
    """Let the months show what was told last, and the lights what follows."""
    MonthlyInvestment.objects.bulk_create(
        [
            MonthlyInvestment(
                project=project,
                phase=fact.phase,
                month=fact.month,
                measure=fact.measure,
                amount=fact.amount,
                fact=fact,
            )
            for fact in facts
        ],
        update_conflicts=True,
        unique_fields=["project", "phase", "month", "measure"],
        update_fields=["amount", "fact"],
    )
    relight_one(project, cause="money", today=today)


def _refuse_wrong(entries: tuple[MonthEntry, ...], today: date) -> None:
    seen: set[tuple[str, int, date]] = set()
    for entry in entries:
        named = f"{entry.month.year} 年 {entry.month.month} 月"
        if entry.measure not in Measure.values:
            raise Refused("请从列表里选择口径：计划、完成、资金到位或入统")
        if entry.month.day != 1 or entry.phase < 1:
            raise Refused(f"{named}：月份按整月填写，期次从 1 起")
        if entry.amount < 0:
            raise Refused(f"{named}的金额是负数：冲减请直接填写冲减后的数，前一次的记录会保留")
        is_plan = entry.measure == Measure.PLAN
        if entry.month > today and not is_plan:
            raise Refused(f"{named}还没到：未来的月份只能填计划")
        if not FIRST_YEAR <= entry.month.year <= today.year + (PLANNED_YEARS if is_plan else 0):
            raise Refused(f"{named}离现在太远：请核对年份")
        key = (entry.measure, entry.phase, entry.month)
        if key in seen:
            raise Refused(f"{named}填了两次：请只保留一个")
        seen.add(key)


def _document(project: Project, document_id: int | None) -> Document | None:
    if document_id is None:
        return None
    found = Document.objects.filter(project=project, pk=document_id).first()
    if found is None:
        raise NotFound("没有这份凭据，或不属于这个项目：请从列表里选择")
    return found
