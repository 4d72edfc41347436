"""``python -m benchmarks.speed.projects [projects]``: server time of the pages of a large ledger.

A home of its own is filled with 10,000 projects and twenty monthly figures each (unless told
otherwise); then each page is asked for as a section head does, and as an officer of one team where
that makes another query. It runs on SQLite, then on PostgreSQL where one answers, in a database
that is made for it and dropped. What is held to the promise is the median of the processors' time:
who else works on the machine does not count.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

PROJECTS = 10_000
ROUNDS = 9
MOST_MS = 200.0
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
PAGES = {
    "list": "/desk/projects/",
    "list, last page": "/desk/projects/?page=400",
    "list, by sum": "/desk/projects/?sort=-sum",
    "list, narrowed": "/desk/projects/?kind=industry&q=项目1",
    "list, signed in a year": "/desk/projects/?signed={year}&stage=start&stage=build",
    "board": "/desk/projects/board/",
    "as of today": "/desk/projects/as-of/",
    "as of then": "/desk/projects/as-of/?on={then}&known={then}",
    "checks": "/desk/projects/checks/",
    "project": "/desk/projects/{project}/",
    "project, rewound": "/desk/projects/{project}/?at=2",
    "project, counted": "/desk/projects/{project}/counted/",
    "money": "/desk/projects/{project}/money/",
    "chart": "/desk/projects/{project}/money.svg",
    "leader's page": "/desk/leading/",
    "zone's year": "/desk/progress/",
    "lights of a project": "/desk/projects/{project}/lights/",
    "lights that turned": "/desk/lights/changes/",
    "list, red": "/desk/projects/?light=red",
    "list, by another pack": "/desk/projects/?light=amber&pack=wuhan",
    "list, of a year": "/desk/projects/?told=done-{year}",
    "board, amber": "/desk/projects/board/?light=amber",
    "rates": "/desk/rates/",
    "rates, one side": "/desk/rates/landed/denominator/",
    "counts": "/desk/counts/",
    "promises": "/desk/promises/",
    "promises, due": "/desk/promises/?state=due",
    "claims": "/desk/claims/",
    "claims, running out": "/desk/claims/?state=expiring",
    "today": "/desk/",
}
AS_OFFICER = ("list", "list, narrowed", "list, red", "lights that turned", "board",
              "as of today", "rates", "counts", "promises", "claims", "today")  # fmt: skip
FILES = {
    "export, CSV": "/desk/projects/export/?form=csv",
    "export, Excel": "/desk/projects/export/",
}


class Taken(NamedTuple):
    """Milliseconds of the processors and by the clock, least, median and most; queries of one."""

    processor: tuple[float, float, float]
    clock: tuple[float, float, float]
    queries: int


def prepare() -> None:
    """An empty database."""
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from zhuchao.config.filling import migrate  # noqa: PLC0415

    migrate()
    call_command("collectstatic", verbosity=0, interactive=False)


def signed_in(person: Any) -> Any:
    """A browser of that person."""
    from django.test import Client  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def timed(work: Callable[[], None], rounds: int = ROUNDS) -> Taken:
    """Some rounds after a first one that is not counted; queries are captured in another."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as queries:
        work()
    asked_of = len(queries)  # a later request clears the log
    spent = [_spent(work) for _ in range(rounds)]
    return Taken(_spread([s[0] for s in spent]), _spread([s[1] for s in spent]), asked_of)


def _spread(told: list[float]) -> tuple[float, float, float]:
    return min(told), median(told), max(told)


def _spent(work: Callable[[], None]) -> tuple[float, float]:
    begun, worked = perf_counter(), _processor_seconds()
    work()
    return (_processor_seconds() - worked) * 1000, (perf_counter() - begun) * 1000


def _processor_seconds() -> float:
    """Of this process and of the database's, which is on the same machine; others do not count."""
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        return process_time()
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    return (
        process_time() + int(told.read_text().split()[0]) / 1e9 if told.exists() else process_time()
    )


def asked(client: Any, address: str) -> Callable[[], None]:
    """Ask for the whole page. Raises: RuntimeError, for any other answer."""

    def work() -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    return work


def read_out(client: Any, address: str, *, whole: bool) -> Callable[[], None]:
    """Read a file as it is sent: to its end, or its first line."""

    def work() -> None:
        answer = client.get(address)
        for number, _ in enumerate(answer.streaming_content):
            if number and not whole:
                break
        answer.close()

    return work


def _pages(ledger: Any) -> Iterator[tuple[str, Callable[[], None]]]:
    from django.utils import timezone  # noqa: PLC0415

    today = timezone.localdate()
    named = {
        "project": ledger.project_id,
        "year": today.year,
        "then": today.replace(year=today.year - 1, day=1),
    }
    head, officer = signed_in(ledger.head), signed_in(ledger.officer)
    for name, address in PAGES.items():
        yield name, asked(head, address.format(**named))
    for name in AS_OFFICER:
        yield f"{name} (officer)", asked(officer, PAGES[name].format(**named))
    yield "export, first line", read_out(head, FILES["export, CSV"], whole=False)


def run(count: int) -> int:
    """Print each page's time on the database that is set; how many took longer than is promised."""
    prepare()
    from django.db import connection  # noqa: PLC0415

    from benchmarks.speed.ledger import fill  # noqa: PLC0415

    ledger = fill(count)
    vacuum = "VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE"
    connection.cursor().execute(vacuum)
    print(f"-- {connection.vendor}, {count:,} projects: ms, least, median and most")
    print(f"{'':28}{'of the processors':>21}{'by the clock':>21}  queries")
    slow = 0
    for name, work in _pages(ledger):
        taken = timed(work)
        is_slow = taken.processor[1] > MOST_MS
        slow += is_slow
        say(name, taken, is_slow=is_slow)
    head = signed_in(ledger.head)
    for name, address in FILES.items():
        say(f"{name}, whole", timed(read_out(head, address, whole=True), 1))
    connection.close()
    return slow


def say(name: str, taken: Taken, *, is_slow: bool = False) -> None:
    """One line of the table."""
    figures = "".join(f"{told:7.0f}" for told in (*taken.processor, *taken.clock))
    over = f"  over {MOST_MS:.0f}" if is_slow else ""
    print(f"{name:28}{figures}{taken.queries:9}{over}", flush=True)


def main(
    arguments: list[str],
    run: Callable[[int], int] = run,
    module: str = "benchmarks.speed.projects",
) -> int:
    """Run on each database in a process of its own; 1 when a page took longer than is promised."""
    if arguments[:1] == ["here"]:
        return 1 if run(int(arguments[1])) else 0
    count = arguments[0] if arguments else str(PROJECTS)
    slow = [_elsewhere(count, "", module)]
    server = os.environ.get("ZHUCHAO_TEST_POSTGRES", POSTGRES)
    if (made := _made(server)) is None:
        print("-- PostgreSQL does not answer: NOT measured")
    else:
        slow.append(_elsewhere(count, made, module))
        _dropped(server, made)
    return 1 if any(slow) else 0


def _elsewhere(count: str, database: str, module: str) -> int:
    with tempfile.TemporaryDirectory() as home:
        told = {"ZHUCHAO_HOME": home, "DATABASE_URL": database}
        command = [sys.executable, "-m", module, "here", count]
        return subprocess.run(command, check=False, env=os.environ | told).returncode


def _made(server: str) -> str | None:
    """The address of a new database beside the server's own; None where none answers."""
    import psycopg  # noqa: PLC0415

    name = f"zhuchao_bench_{os.getpid()}"
    try:
        with psycopg.connect(server, connect_timeout=3, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
    except psycopg.OperationalError:
        return None
    return server.rpartition("/")[0] + f"/{name}"


def _dropped(server: str, made: str) -> None:
    import psycopg  # noqa: PLC0415

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {made.rpartition('/')[2]} WITH (FORCE)")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
