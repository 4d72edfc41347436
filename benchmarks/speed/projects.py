"""``python -m benchmarks.speed.projects [projects]``: server time of the pages of a large ledger.

A home of its own is filled with 10,000 projects and twenty monthly figures each (unless told
otherwise); then each page is asked for as a section head does. DATABASE_URL chooses PostgreSQL,
whose database must be empty.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import Any

PROJECTS = 10_000
MONTHS = 20
BATCH = 1_000
ROUNDS = 5
MOST_MS = 200.0
SEED = 11
TODAY = date(2026, 11, 28)
LINE = ("lead", "assess", "talk", "review", "sign", "register", "land", "start", "complete")
PAGES = {
    "list": "/desk/projects/",
    "list, narrowed": "/desk/projects/?kind=industry&q=项目1",
    "board": "/desk/projects/board/",
    "as of a day": "/desk/projects/as-of/",
    "page of one": "/desk/projects/{first}/",
    "rates": "/desk/rates/",
    "counts": "/desk/counts/",
    "promises": "/desk/promises/",
    "today": "/desk/",
}


def prepare() -> Any:
    """An empty database with one organisation and its section head, signed in on a client."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    from django.test import Client  # noqa: PLC0415

    from zhuchao.apps.people import services  # noqa: PLC0415
    from zhuchao.apps.people.selectors import viewer_of  # noqa: PLC0415
    from zhuchao.apps.people.viewer import SYSTEM, Role  # noqa: PLC0415

    place = services.create_organisation(SYSTEM, name="量速园区")
    secret = "".join(random.Random(SEED).choices("abcdefghjkmnpqrstuvwxyz23456789", k=20))
    head = services.create_person(SYSTEM, sign_in="head", display_name="科长", password=secret)
    services.assign_role(
        SYSTEM, person_id=head.pk, organisation_id=place.pk, role=Role.SECTION_HEAD
    )
    client = Client(headers={"host": "localhost"})
    client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
    return client, viewer_of(head)


def fill(viewer: Any, count: int) -> int:
    """Projects with their stages and money as the services would leave them; the first one's id."""
    from zhuchao.apps.projects.models import Project  # noqa: PLC0415

    source = random.Random(SEED)
    base = {"organisation_id": viewer.organisation_id, "owner_id": viewer.person_id}
    first = 0
    for begin in range(0, count, BATCH):
        lengths = [source.randint(1, len(LINE)) for _ in range(min(BATCH, count - begin))]
        projects = Project.objects.bulk_create(
            Project(
                **base, code=f"B{begin + number:06}", title=f"项目{begin + number}",
                kind=source.choice(("industry", "service")), stage=LINE[length - 1],
                stage_on=TODAY - timedelta(days=number),
                total_investment=source.randint(1, 90) * 10**7,
            )
            for number, length in enumerate(lengths)
        )  # fmt: skip
        first = first or projects[0].pk
        _climb(projects, lengths)
        _invest(projects, source)
    return first


def _climb(projects: list[Any], lengths: list[int]) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from zhuchao.apps.projects.models import StageEvent, StageReached  # noqa: PLC0415

    now = timezone.now()
    events = StageEvent.objects.bulk_create(
        StageEvent(
            project=project, stage=stage, recorded_at=now,
            occurred_on=TODAY - timedelta(days=(length - number) * 30),
        )
        for project, length in zip(projects, lengths, strict=True)
        for number, stage in enumerate(LINE[:length])
    )  # fmt: skip
    StageReached.objects.bulk_create(
        StageReached(project=each.project, stage=each.stage, on=each.occurred_on, event=each)
        for each in events
    )
    _sign([each for each in events if each.stage == "sign"])


def _sign(signed: list[Any]) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from zhuchao.apps.projects.models import Document, StageEvent  # noqa: PLC0415

    now = timezone.now()
    documents = Document.objects.bulk_create(
        Document(
            project=each.project, kind="agreement", title="投资协议", amount=10**8,
            dated_on=each.occurred_on, recorded_at=now,
        )
        for each in signed
    )  # fmt: skip
    through = StageEvent.documents.through
    through.objects.bulk_create(
        through(stageevent=event, document=document)
        for event, document in zip(signed, documents, strict=True)
    )


def _invest(projects: list[Any], source: random.Random) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from zhuchao.apps.projects.models import InvestmentFact, MonthlyInvestment  # noqa: PLC0415

    now, measures = timezone.now(), ("plan", "done", "arrived", "in_statistics")
    facts = InvestmentFact.objects.bulk_create(
        InvestmentFact(
            project=project, month=date(2026, 1 + number // 4, 1), measure=measures[number % 4],
            amount=source.randint(1, 900) * 10_000, source="报表", recorded_at=now,
        )
        for project in projects
        for number in range(MONTHS)
    )  # fmt: skip
    MonthlyInvestment.objects.bulk_create(
        MonthlyInvestment(
            project=fact.project, month=fact.month, measure=fact.measure, amount=fact.amount,
            fact=fact,
        )
        for fact in facts
    )  # fmt: skip


def timed(client: Any, address: str) -> tuple[float, int]:
    """Milliseconds in the median of some rounds after a first one, and the queries of the last."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    taken = []
    for _ in range(ROUNDS + 1):
        with CaptureQueriesContext(connection) as queries:
            begun = perf_counter()
            answer = client.get(address)
            taken.append((perf_counter() - begun) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
    return median(taken[1:]), len(queries)


def main(arguments: list[str]) -> int:
    """Print each page's time; 1 when one takes longer than is promised."""
    count = int(arguments[0]) if arguments else PROJECTS
    with tempfile.TemporaryDirectory() as home:
        os.environ["ZHUCHAO_HOME"] = home
        client, viewer = prepare()
        first = fill(viewer, count)
        from django.db import connection  # noqa: PLC0415

        connection.cursor().execute("ANALYZE")
        slow = 0
        for name, address in PAGES.items():
            took, queries = timed(client, address.format(first=first))
            slow += took > MOST_MS
            print(f"{name}: {took:.0f} ms, {queries} queries (most {MOST_MS:.0f} ms)")
        connection.close()
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
