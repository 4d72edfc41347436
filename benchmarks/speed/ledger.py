"""A ledger of any size in an empty database, as the services would leave it.

Firms, first claims, projects with their stages, evidence, monthly money and promises, a year's
targets with their lights, kept by a section head and forty officers. Seeded: two ledgers of one
size are alike.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from benchmarks.speed.lit import aim, go_by
from zhuchao.apps.parties.models import Company
from zhuchao.apps.people import services
from zhuchao.apps.people.models import Person
from zhuchao.apps.people.viewer import SYSTEM, Role
from zhuchao.apps.projects import models
from zhuchao.apps.projects.services import reckon_lights

BATCH = 1_000
OFFICERS, TEAMS = 40, 5
MONTHS = 20
YEARS = 4
SEED = 11
MEASURES = ("plan", "done", "arrived", "in_statistics")
LINE = ("lead", "assess", "talk", "review", "sign", "register", "land", "permits", "start",
        "build", "complete", "produce")  # fmt: skip
CHECKED = ("start", "produce")
EVIDENCE = {"sign": "agreement", "register": "licence", "start": "construction"}
PROMISED = (("investor", "fixed_investment"), ("investor", "start"), ("park", "permits"))
CLAIMED = ("held", "held", "held", "pending", "expired", "released")
WORDS = ("精密", "新材", "电子", "医药", "食品", "装备", "储能", "智能")


@dataclass
class _Step:
    """One event of a project to be; ``verdict`` is what a check said, None where nobody did."""

    stage: str
    on: date
    needs_check: bool = False
    verdict: bool | None = None
    is_corrected: bool = False
    corrects: _Step | None = None
    made: Any = None

    @property
    def holds(self) -> bool:
        return not self.is_corrected and (not self.needs_check or self.verdict is True)


@dataclass
class _Entered:
    """A project to be, with what happened to it."""

    steps: list[_Step]
    made: Any = None


@dataclass
class Ledger:
    """Who may be signed in, and a project that has been through every stage, 0 before there is."""

    organisation_id: int
    officers: list[tuple[int, int]]
    head: Person
    officer: Person
    project_id: int = 0


def fill(count: int) -> Ledger:
    """So many projects, with twenty monthly figures for each."""
    ledger = begin()
    grow(ledger, range(count))
    return ledger


def grow(ledger: Ledger, numbers: range, months: int = MONTHS) -> None:
    """Projects of these numbers more."""
    source = random.Random(SEED + numbers.start)
    with transaction.atomic():
        for first in range(numbers.start, numbers.stop, BATCH):
            entered = _projects(ledger, range(first, min(first + BATCH, numbers.stop)), source)
            _stages(ledger, entered)
            _invest([each.made for each in entered], months, source)
            _promise([each.made for each in entered], source)
            aim([each.made for each in entered], source)
            longest = max(entered, key=lambda each: len(each.steps))
            ledger.project_id = ledger.project_id or longest.made.pk
    reckon_lights(SYSTEM, today=timezone.localdate())


def begin(officers: int = OFFICERS) -> Ledger:
    """The organisation and who works in it, in an empty database."""
    place = services.create_organisation(SYSTEM, name="量速园区")
    head = _person("head", Role.SECTION_HEAD, place.pk, None)
    teams = [services.create_team(SYSTEM, organisation_id=place.pk, name=f"{number} 组").pk
             for number in range(TEAMS)]  # fmt: skip
    people = [
        _person(f"officer{number}", Role.OFFICER, place.pk, teams[number % TEAMS])
        for number in range(officers)
    ]
    owners = [(person.pk, teams[number % TEAMS]) for number, person in enumerate(people)]
    go_by(head)
    return Ledger(place.pk, owners, head, people[0])


def _person(sign_in: str, role: Role, organisation_id: int, team_id: int | None) -> Person:
    secret = "".join(random.Random(SEED).choices("abcdefghjkmnpqrstuvwxyz23456789", k=20))
    made = services.create_person(
        SYSTEM, sign_in=sign_in, display_name=f"量速{sign_in}", password=secret
    )
    services.assign_role(
        SYSTEM, person_id=made.pk, organisation_id=organisation_id, role=role, team_id=team_id
    )
    return made


def _projects(house: Ledger, numbers: range, source: random.Random) -> list[_Entered]:
    entered = [_Entered(_steps(source)) for _ in numbers]
    owners = [source.choice(house.officers) for _ in numbers]
    firms, claims = _claims(house, numbers, owners, source)
    today = timezone.localdate()
    made = models.Project.objects.bulk_create(
        models.Project(
            organisation_id=house.organisation_id, owner_id=owner[0], team_id=owner[1],
            code=f"B{number:06}", title=f"{firm.name[:6]}项目{number}", company=firm, claim=claim,
            kind=source.choice(("industry", "industry", "service", "research")),
            stage=_present(each).stage, stage_on=_present(each).on,
            total_investment=source.randint(1, 90) * 10**7, next_step="约见对方负责人",
            next_due=today + timedelta(days=source.randint(-10, 120)),
        )
        for number, each, owner, firm, claim in zip(
            numbers, entered, owners, firms, claims, strict=True
        )
    )  # fmt: skip
    for each, project in zip(entered, made, strict=True):
        each.made = project
    return entered


def _present(entered: _Entered) -> _Step:
    return [step for step in entered.steps if step.holds][-1]


def _steps(source: random.Random) -> list[_Step]:
    """Its way up the line; of twenty one was corrected, of checked ones nine are confirmed."""
    today, length = timezone.localdate(), source.randint(1, len(LINE))
    begun = today - timedelta(days=source.randint(0, YEARS * 365))
    steps = [
        _Step(stage, min(begun + timedelta(days=45 * number), today))
        for number, stage in enumerate(LINE[:length])
    ]
    for step in steps:
        step.needs_check = step.stage in CHECKED
        chance = source.random()
        step.verdict = None if chance > 0.95 else chance > 0.02
    if length > 1 and source.random() < 0.05:
        last = steps[-1]
        last.is_corrected = True
        on = last.on - timedelta(days=3)
        steps.append(_Step(last.stage, on, last.needs_check, verdict=True, corrects=last))
    return steps


def _claims(
    house: Ledger, numbers: range, owners: list[tuple[int, int]], source: random.Random
) -> tuple[list[Any], list[Any]]:
    names = [f"{source.choice(WORDS)}{number:06}制造有限公司" for number in numbers]
    belongs = [{"organisation_id": house.organisation_id, "owner_id": person, "team_id": team}
               for person, team in owners]  # fmt: skip
    firms = Company.objects.bulk_create(
        Company(name=name, normal_name=name, **whose)
        for name, whose in zip(names, belongs, strict=True)
    )
    today, now = timezone.localdate(), timezone.now()
    claims = models.Claim.objects.bulk_create(
        models.Claim(
            company=firm, company_name=firm.name, intention="新建厂房", evidence="来访登记",
            talked_on=today, state=source.choice(CLAIMED), rule="默认", **whose,
            filed_at=now - timedelta(days=source.randint(0, 900)),
            valid_until=today + timedelta(days=source.randint(-30, 180)),
        )
        for firm, whose in zip(firms, belongs, strict=True)
    )  # fmt: skip
    return firms, claims


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(9)))


def _event(project: Any, step: _Step) -> Any:
    return models.StageEvent(
        project=project,
        stage=step.stage,
        occurred_on=step.on,
        recorded_at=_moment(step.on),
        recorded_by_id=project.owner_id,
        needs_check=step.needs_check,
        corrects=step.corrects.made if step.corrects else None,
    )


def _stages(house: Ledger, entered: list[_Entered]) -> None:
    for is_correcting in (False, True):
        of = [
            (each.made, step)
            for each in entered
            for step in each.steps
            if (step.corrects is not None) is is_correcting
        ]
        made = models.StageEvent.objects.bulk_create(_event(*each) for each in of)
        for (_, step), event in zip(of, made, strict=True):
            step.made = event
    told = [step for each in entered for step in each.steps]
    models.StageCheck.objects.bulk_create(
        models.StageCheck(
            event=step.made, is_confirmed=step.verdict, checked_by=house.head,
            checked_at=_moment(step.on) + timedelta(hours=3),
        )
        for step in told if step.needs_check and step.verdict is not None
    )  # fmt: skip
    models.StageReached.objects.bulk_create(
        models.StageReached(project=s.made.project, stage=s.stage, on=s.on, event=s.made)
        for s in told
        if s.holds
    )
    _prove(told)


def _prove(steps: list[_Step]) -> None:
    """A document for each event, the agreements with their sums."""
    documents = models.Document.objects.bulk_create(
        models.Document(
            project=step.made.project, kind=EVIDENCE.get(step.stage, "minutes"), title="凭据",
            amount=Decimal(10**8) if step.stage == "sign" else None, dated_on=step.on,
            recorded_at=_moment(step.on), recorded_by_id=step.made.recorded_by_id,
        )
        for step in steps
    )  # fmt: skip
    through = models.StageEvent.documents.through
    through.objects.bulk_create(
        through(stageevent=step.made, document=document)
        for step, document in zip(steps, documents, strict=True)
    )


def _invest(projects: list[Any], months: int, source: random.Random) -> None:
    now, first = timezone.now(), timezone.localdate().year - 1
    facts = models.InvestmentFact.objects.bulk_create(
        models.InvestmentFact(
            project=project, month=date(first + number // 48, number // 4 % 12 + 1, 1),
            measure=MEASURES[number % 4], amount=source.randint(1, 900) * 10_000, source="报表",
            recorded_at=now,
        )
        for project in projects
        for number in range(40, 40 + months)
    )  # fmt: skip
    models.MonthlyInvestment.objects.bulk_create(
        models.MonthlyInvestment(
            project=fact.project, month=fact.month, measure=fact.measure, amount=fact.amount,
            fact=fact,
        )
        for fact in facts
    )  # fmt: skip


def _promise(projects: list[Any], source: random.Random) -> None:
    today = timezone.localdate()
    models.Promise.objects.bulk_create(
        models.Promise(
            project=project, side=side, measure=measure, words="按协议兑现", amount=100,
            due_on=today + timedelta(days=source.randint(-400, 400)),
            outcome=source.choice(("open", "open", "kept", "part", "missed")),
        )
        for project in projects
        for side, measure in PROMISED
    )  # fmt: skip
