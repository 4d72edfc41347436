"""By what the house of a ledger lights its projects, and what each is to bring in the year."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from zhuchao.apps.people import services
from zhuchao.apps.people.models import Person
from zhuchao.apps.people.selectors import viewer_of
from zhuchao.apps.projects import models
from zhuchao.apps.projects.services import About, Curve, set_baseline, set_target
from zhuchao.core.progress.reckoning import reported_until
from zhuchao.tables.packs import pack_text


def go_by(head: Person) -> None:
    """The house's lights, its baseline and what its year is to bring."""
    viewer, today = viewer_of(head), timezone.localdate()
    year = reported_until(today).year
    text = pack_text("lights", "yinchuan")
    services.adopt_pack(viewer, kind="lights", text=text, adopted_from=date(year, 1, 1))
    about = About("done", year)
    curve = Curve("linear_months", "按月均摊", "年度计划")
    set_baseline(viewer, about, curve=curve, today=today)
    set_target(viewer, about, amount=Decimal(10**11), reason="年度计划", today=today)


def aim(projects: list[Any], source: random.Random) -> None:
    """Nine of ten have a target for the year by which lights are reckoned."""
    now, year = timezone.now(), reported_until(timezone.localdate()).year
    models.Target.objects.bulk_create(
        models.Target(
            organisation_id=project.organisation_id, project=project, indicator="done", year=year,
            version=1, amount=source.randint(500, 3000) * 10_000, reason="年度计划", made_at=now,
        )
        for project in projects
        if source.random() < 0.9
    )  # fmt: skip
