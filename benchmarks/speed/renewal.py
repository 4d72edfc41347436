"""``python -m benchmarks.speed.renewal [articles]``: what renewing a large portal takes.

A home of its own (or ``ZHUCHAO_HOME``) is filled with so many articles, 10,000 unless told. One
article is published a few times; then batches of the whole renewal are timed, from which the time
for all on two processors is told.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time
from typing import Any

from benchmarks.speed import site

ARTICLES = 10_000
TIMES = 5
BATCHES = 3
MOST_SECONDS = 2.0
WHOLE = 100_000
MOST_MINUTES = 20.0
PROCESSORS = 2


def main(count: int = ARTICLES) -> int:
    """Print the figures; 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as made:
        os.environ.setdefault("ZHUCHAO_HOME", made)
        site.prepare()
        site.fill(count)
        slowest = _publish(count)
        minutes = _renew()
    return int(slowest > MOST_SECONDS or minutes > MOST_MINUTES)


def _publish(count: int) -> float:
    from django.apps import apps  # noqa: PLC0415

    from zhuchao.apps.people.viewer import SYSTEM  # noqa: PLC0415
    from zhuchao.apps.publishing import services  # noqa: PLC0415
    from zhuchao.apps.publishing.mapping import Draft, paragraphs_of_text  # noqa: PLC0415

    renewals = apps.get_model("publishing", "Renewal").objects
    took, taken_back = [], []
    for number in range(TIMES):
        text = paragraphs_of_text("\n".join(site.SENTENCES))
        article = services.write_article(SYSTEM, draft=Draft(f"澄湖厂房交付 {number}", text))
        took.append(_seconds(services.publish_article, SYSTEM, article.pk, again=True))
        taken_back.append(_seconds(services.withdraw_article, SYSTEM, article.pk))
    renewal = renewals.latest("pk")
    print(
        f"one article among {count:,}: published in {median(took):.2f} s (at most {max(took):.2f}),"
        f" withdrawn in {median(taken_back):.2f} s, {renewal.total} pages renewed"
    )
    return median(took)


def _renew() -> float:
    from zhuchao.apps.publishing.rendering import whole  # noqa: PLC0415
    from zhuchao.apps.publishing.rendering.values import Cause  # noqa: PLC0415

    renewal, spent = whole.begin(Cause.HAND), []
    for _, batch in zip(range(BATCHES), whole.batches(renewal), strict=False):
        started = process_time()
        done = whole.do(batch)
        spent.append((process_time() - started) / len(done))
    minutes = median(spent) * WHOLE / PROCESSORS / 60
    print(
        f"everything: {median(spent) * 1000:.1f} ms of CPU a page, so {WHOLE:,} pages take"
        f" {minutes:.1f} minutes of {PROCESSORS} processors (goal: {MOST_MINUTES:.0f})"
    )
    return minutes


def _seconds(act: Callable[..., object], *told: Any, **named: Any) -> float:
    started = perf_counter()
    act(*told, **named)
    return perf_counter() - started


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
