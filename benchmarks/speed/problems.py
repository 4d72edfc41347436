"""``python -m benchmarks.speed.problems [problems]``: pages and reminders of a house with many
problems.

As ``benchmarks.speed.projects``: a home of its own, each page on SQLite, then on PostgreSQL where
one answers; what is held to the promise is the median of the processors' time. Planning all
reminders at once, and again when nothing is new, is told beside it.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from time import perf_counter
from typing import Any

from benchmarks.speed.projects import MOST_MS, asked, main, prepare, say, signed_in, timed

PROJECTS_FOR_EACH = 5  # problems
SEED = 8
UNITS = tuple(f"第{number}责任单位" for number in range(1, 31))
KINDS = ("land", "money", "people", "approval", "utility")
STATES = ("awaiting", "in_hand", "in_hand", "in_hand", "to_check", "returned", "closed")
RISEN = ("", "section_head", "supervisor", "leader")
PAGES = {
    "problems": "/desk/problems/",
    "problems, overdue": "/desk/problems/?state=overdue",
    "problems, last page": "/desk/problems/?page=400",
    "problems, found": "/desk/problems/?q=管网",
    "with whom, how long": "/desk/problems/load/",
    "problem": "/desk/problems/1/",
    "reminders": "/desk/reminders/",
    "reminders, sent": "/desk/reminders/?state=sent",
    "today": "/desk/",
}


def fill(ledger: Any, count: int) -> int:
    """Problems with their events, spread over the projects; the supervisor's number."""
    from zhuchao.apps.people import services as people  # noqa: PLC0415
    from zhuchao.apps.people.models import Person  # noqa: PLC0415
    from zhuchao.apps.people.viewer import SYSTEM, Role  # noqa: PLC0415
    from zhuchao.apps.projects.models import Problem, ProblemEvent, Project  # noqa: PLC0415

    chance, today = random.Random(SEED), date.today()  # noqa: DTZ011
    house = Project.objects.values_list("organisation_id", flat=True)[0]
    watcher = people.create_person(
        SYSTEM,
        sign_in="watcher",
        display_name="督查",
        password="a-long-one-to-watch-by",  # noqa: S106
    )
    people.assign_role(SYSTEM, person_id=watcher.pk, organisation_id=house, role=Role.SUPERVISOR)
    Person.objects.filter(email="").update(email="somebody@park.example")
    projects = list(Project.objects.values_list("pk", "owner_id"))
    problems = [
        _problem(chance, number, today, *chance.choice(projects)) for number in range(count)
    ]
    made = Problem.objects.bulk_create(problems, 1_000)
    events = [
        ProblemEvent(
            problem=each, act="raised", occurred_on=each.raised_on, recorded_at=_moment(each)
        )
        for each in made
    ]
    ProblemEvent.objects.bulk_create(events, 1_000)
    return int(watcher.pk)


def _problem(
    chance: random.Random, number: int, today: date, project_id: int, owner_id: int | None
) -> Any:
    from zhuchao.apps.projects.models import Problem  # noqa: PLC0415

    state = chance.choice(STATES)
    raised_on = today - timedelta(days=chance.randrange(1, 400))
    is_awaiting, is_closed = state == "awaiting", state == "closed"
    return Problem(
        project_id=project_id,
        kind=chance.choice(KINDS),
        words=f"第 {number} 个问题，{chance.choice(('管网', '用电', '用地', '资金'))}没有落实",
        state=state,
        since=raised_on,
        raised_on=raised_on,
        unit="" if is_awaiting else chance.choice(UNITS),
        handler_id=None if is_awaiting else owner_id,
        due_on=raised_on + timedelta(days=chance.randrange(5, 380)),
        reopened=chance.choice((0, 0, 0, 1)),
        closed_on=today if is_closed else None,
        level=number % 4 if state == "in_hand" else 0,
        escalated_to=RISEN[number % 4] if state == "in_hand" else "",
    )


def _moment(problem: Any) -> Any:
    from django.utils import timezone  # noqa: PLC0415

    return timezone.now() - timedelta(days=(date.today() - problem.raised_on).days)  # noqa: DTZ011


def plan() -> None:
    """Plan all reminders at once, then again; what was planned is sent, as far as pages know."""
    from django.conf import settings  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from zhuchao.apps.people.viewer import SYSTEM  # noqa: PLC0415
    from zhuchao.apps.reminders.models import Reminder  # noqa: PLC0415
    from zhuchao.apps.reminders.services import plan_reminders  # noqa: PLC0415

    settings.ZHUCHAO_CHANNELS = {"email": {"host": "mail.example", "sender": "z@park.example"}}
    for _ in range(2):
        begun = perf_counter()
        new = plan_reminders(SYSTEM, now=timezone.now())
        print(f"-- {new:,} reminders planned anew in {perf_counter() - begun:.1f} s", flush=True)
    now = timezone.now()
    Reminder.objects.filter(pk__gt=20).update(state="sent", began_at=now, ended_at=now, attempts=1)
    Reminder.objects.filter(pk__lte=20).update(state="unknown", began_at=now, ended_at=now)


def run(count: int) -> int:
    """Print each page's time on the database that is set; how many took longer than is promised."""
    prepare()
    from django.db import connection  # noqa: PLC0415

    from benchmarks.speed import ledger as ledgers  # noqa: PLC0415
    from zhuchao.apps.people.models import Person  # noqa: PLC0415

    ledger = ledgers.fill(max(count // PROJECTS_FOR_EACH, 40))
    watcher = signed_in(Person.objects.get(pk=fill(ledger, count)))
    plan()
    connection.cursor().execute(
        "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    )
    print(f"-- {connection.vendor}, {count:,} problems: ms, least, median and most")
    print(f"{'':28}{'of the processors':>21}{'by the clock':>21}  queries")
    slow, officer = 0, signed_in(ledger.officer)
    seen = [(name, watcher, address) for name, address in PAGES.items()]
    seen += [(f"{name} (officer)", officer, PAGES[name]) for name in ("problems", "today")]
    for name, client, address in seen:
        taken = timed(asked(client, address))
        slow += taken.processor[1] > MOST_MS
        say(name, taken, is_slow=taken.processor[1] > MOST_MS)
    connection.close()
    return slow


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], run, "benchmarks.speed.problems"))
