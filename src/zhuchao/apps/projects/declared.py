"""What a project's declaration form can tell, answer by answer, each with where it stands.

Nothing is worked out from other figures: what nobody told stays without an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from zhuchao.apps.projects.models import Document, Project, ProjectPerson, Promise
from zhuchao.apps.projects.months import Month
from zhuchao.apps.projects.promised import PromiseSeen
from zhuchao.core.vocabulary.promise import PromiseState
from zhuchao.core.vocabulary.stage import Milestone

if TYPE_CHECKING:
    from zhuchao.apps.parties.models import Company

RECORD, STAGES = "项目资料", "阶段记录"
# The promise that tells the planned day of a milestone.
PLANNED = {
    Milestone.SIGNED: "",
    Milestone.REGISTERED: "register",
    Milestone.LANDED: "",
    Milestone.STARTED: "start",
    Milestone.COMPLETED: "complete",
    Milestone.PRODUCING: "produce",
    Milestone.AT_CAPACITY: "at_capacity",
}
PROMISED = ("intensity", "output", "tax", "tax_per_mu", "jobs", "energy")
LAND_PAPERS = ("confirmation", "deed", "lease")
PAPERS = ("filing", "eia", "energy", "planning", "construction", "acceptance", "statistics")


@dataclass(frozen=True, slots=True)
class Told:
    """One answer; money in yuan or dollars, land in ㎡. ``due_on`` is by when it is promised."""

    value: str | Decimal | date
    basis: str
    due_on: date | None = None
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Declaration:
    """A project as a declaration form asks for it, by what is known on a day."""

    project: Project
    firm: Company | None
    office: str
    stage_name: str
    trade_name: str
    on: date
    reached: Mapping[Milestone, date]
    papers: tuple[Document, ...]
    months: tuple[Month, ...]
    promises: tuple[PromiseSeen, ...]
    people: tuple[ProjectPerson, ...]


def answers(form: Declaration) -> dict[str, tuple[Told, ...]]:
    """What is told by the key of its line; a line of which nothing is told has no entry."""
    found = {**_of_record(form), **_of_money(form), **_of_promises(form)}
    found |= {f"on_{each}": _day(form, each) for each in PLANNED}
    found |= {f"paper_{kind}": _papers(form, kind) for kind in PAPERS}
    found["paper_land"] = _papers(form, *LAND_PAPERS)
    return {key: told for key, told in found.items() if told}


def _one(value: object, basis: str = RECORD) -> tuple[Told, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, str | Decimal | date):
        return (Told(value, basis),)
    return (Told(Decimal(str(value)), basis),)


def _of_record(form: Declaration) -> dict[str, tuple[Told, ...]]:
    project, firm, offer = form.project, form.firm, form.project.offer
    return {
        "title": _one(project.title),
        "code": _one(project.code),
        "office": _one(form.office),
        "kind": _one(project.get_kind_display()),
        "trade": _one(f"{project.trade_code} {form.trade_name}".strip()),
        "chain": _one(
            " ".join(filter(None, (project.get_chain_role_display(), project.chain_node)))
        ),
        "method": _one(project.get_method_display()),
        "summary": _one(project.summary),
        "firm": _one(firm.name if firm else None, "企业资料"),
        "credit_code": _one(firm.credit_code if firm else None, "企业资料"),
        "equipment_investment": _one(project.equipment_investment),
        "foreign_usd": _one(project.foreign_usd),
        "land_area": _one(project.land_area),
        "premises": _one(offer.title if offer else None, "所选房源"),
        "stage": _one(form.stage_name, STAGES),
        "stage_on": _one(project.stage_on, STAGES),
    }


def _of_money(form: Declaration) -> dict[str, tuple[Told, ...]]:
    year, project = form.on.year, form.project
    until = [each for each in form.months if each.month <= form.on]
    return {
        "total_investment": _one(project.total_investment) or _promised(form, "total_investment"),
        "fixed_investment": _one(project.fixed_investment) or _promised(form, "fixed_investment"),
        "year_plan": _sum([e for e in form.months if e.month.year == year], "plan"),
        "year_done": _sum([e for e in until if e.month.year == year], "done"),
        "done": _sum(until, "done"),
    }


def _sum(months: list[Month], measure: str) -> tuple[Told, ...]:
    told = [each for each in months if each.measure == measure]
    if not told:
        return ()
    sources = "、".join(dict.fromkeys(each.source for each in told))
    return (Told(sum((each.amount for each in told), Decimal(0)), sources),)


def _of_promises(form: Declaration) -> dict[str, tuple[Told, ...]]:
    return {measure: _promised(form, measure) for measure in PROMISED}


def _promised(form: Declaration, measure: str) -> tuple[Told, ...]:
    return tuple(
        Told(e.amount if e.amount is not None else e.words, _basis(e), e.due_on)
        for e in _by_investor(form, measure)
    )


def _by_investor(form: Declaration, measure: str) -> Iterator[Promise]:
    for each in form.promises:
        promise = each.promise
        is_theirs = promise.side == Promise.Side.INVESTOR and promise.measure == measure
        if is_theirs and each.state is not PromiseState.WAIVED:
            yield promise


def _basis(promise: Promise) -> str:
    return f"投资方承诺（{promise.document.title}）" if promise.document else "投资方承诺"


def _day(form: Declaration, milestone: Milestone) -> tuple[Told, ...]:
    """The day on which it was reached, else the days for which it is promised."""
    if milestone in form.reached:
        return (Told(form.reached[milestone], STAGES),)
    planned = _by_investor(form, PLANNED[milestone])
    return tuple(Told(e.due_on, _basis(e), is_planned=True) for e in planned if e.due_on)


def _papers(form: Declaration, *kinds: str) -> tuple[Told, ...]:
    return tuple(
        Told(" ".join(filter(None, (each.title, each.number))), _dated(each))
        for each in form.papers
        if each.kind in kinds
    )


def _dated(paper: Document) -> str:
    return f"凭据，{paper.dated_on} 落款" if paper.dated_on else "凭据"
