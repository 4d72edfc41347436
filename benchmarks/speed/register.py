"""``python -m benchmarks.speed.register [pages]``: how long a new page takes to find its cluster.

A home of its own is filled with so many filed pages (100,000 unless told), then new ones are filed
one by one: half of them reposts of what is there. DATABASE_URL chooses PostgreSQL.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from benchmarks.quality.reposts import article_of, reposts_of, sentences
from zhuchao import tables
from zhuchao.core.reposts import sketch_of

PAGES = 100_000
NEW = 200
BATCH = 1_000
MOST_MS = 20.0
SEED = 7


def prepare() -> Any:
    """An empty database with one organisation; gives its officer as a viewer."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    from django.apps import apps  # noqa: PLC0415

    from zhuchao.apps.people.viewer import Role, Viewer  # noqa: PLC0415

    place = apps.get_model("people", "Organisation").objects.create(name="量速园区")
    return Viewer(None, place.pk, frozenset(), frozenset({Role.OFFICER}), name="bench")


def stored(lines: list[str]) -> dict[str, Any]:
    return {"body": [{"kind": "paragraph", "text": line, "span": [0, 0]} for line in lines]}


def fill(organisation_id: int, pool: list[str], count: int) -> None:
    """File so many articles as the library would, in batches."""
    from zhuchao.apps.library.models import Intake, ReadPage, RepostMark  # noqa: PLC0415

    source, reference = random.Random(SEED), tables.load()
    articles = (article_of(pool, source) for _ in range(count))
    while batch := list(islice(articles, BATCH)):
        sketches = [sketch_of("\n".join(lines), reference) for lines in batch]
        owner = {"organisation_id": organisation_id, "digest": "0" * 64}
        intakes = Intake.objects.bulk_create(
            Intake(**owner, size=0, origin="watch", kind="page", state="confirmed") for _ in batch
        )
        pages = ReadPage.objects.bulk_create(
            ReadPage(**owner, intake=intake, page={}, title="量速", sketch=sketch.packed())
            for intake, sketch in zip(intakes, sketches, strict=True)
        )
        RepostMark.objects.bulk_create(
            RepostMark(organisation_id=organisation_id, page=page, value=value)
            for page, sketch in zip(pages, sketches, strict=True)
            for value in sketch.marks
        )


def arrivals(pool: list[str]) -> Iterator[tuple[list[str], bool]]:
    """New pages in turns: a repost of one that was filled in, and an article of its own."""
    source, later = random.Random(SEED), random.Random(SEED + 1)
    for _ in range(NEW // 2):
        yield list(reposts_of(article_of(pool, source), later))[1], True
        yield article_of(pool, later), False


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else PAGES
    with tempfile.TemporaryDirectory() as home:
        os.environ["ZHUCHAO_HOME"] = home
        viewer = prepare()
        from zhuchao.apps.library.models import Intake, ReadPage  # noqa: PLC0415
        from zhuchao.apps.library.services.reposts import join_reposts  # noqa: PLC0415

        pool = sentences()
        started = perf_counter()
        fill(viewer.organisation_id, pool, count)
        print(f"filled with {count:,} pages in {perf_counter() - started:,.0f} s")
        spent, right = [], 0
        for lines, is_repost in arrivals(pool):
            owner = {"organisation_id": viewer.organisation_id, "digest": "0" * 64}
            intake = Intake.objects.create(**owner, size=0, origin="watch", kind="page")
            page = ReadPage.objects.create(**owner, intake=intake, page=stored(lines), title="新")
            before = perf_counter()
            cluster = join_reposts(viewer, page)
            spent.append((perf_counter() - before) * 1000)
            right += (cluster is not None) is is_repost
    worst = quantiles(spent, n=20)[-1]
    print(f"a new page is filed in {median(spent):.1f} ms (19 of 20 within {worst:.1f} ms)")
    print(f"rightly joined or left alone: {right} of {len(spent)}")
    return 0 if median(spent) <= MOST_MS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
