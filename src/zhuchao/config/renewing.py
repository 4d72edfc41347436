"""``zhuchao renew``: the whole portal rendered anew, by several processes, with progress."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from time import perf_counter, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhuchao.apps.publishing.models import Renewal
    from zhuchao.apps.publishing.rendering.values import Renewed
    from zhuchao.apps.publishing.rendering.whole import Batch

# Batches handed out ahead of the one that is waited for: no process is ever idle.
AHEAD = 2
TURN_S = 1.0

Done = tuple["Batch", "list[Renewed]", int]


def run(*, processes: int, anew: bool, say: Callable[[str], None] = print) -> int:
    """Go on with what was left unfinished, or begin; the number of pages that failed."""
    from zhuchao.apps.publishing.rendering import looks, whole
    from zhuchao.apps.publishing.rendering.values import Cause

    while True:
        with whole.sole() as is_mine:
            if is_mine:
                renewal = None if anew else whole.running()
                if renewal is not None:
                    say(f"接着上次：已完成 {renewal.done} / {renewal.total} 页")
                else:
                    renewal = whole.begin(Cause.HAND, digest=looks.digest())
                return _finish(renewal, processes, say)
        say("后台正在更新，等它让出……")
        sleep(TURN_S)


def _finish(renewal: Renewal, processes: int, say: Callable[[str], None]) -> int:
    from zhuchao.apps.publishing.rendering import whole

    started, before = perf_counter(), renewal.done
    for batch, done, spent_ms in _results(renewal, processes):
        whole.note(renewal, batch, done, spent_ms)
        renewal.refresh_from_db()
        _tell(renewal, (renewal.done - before) / (perf_counter() - started), say)
    whole.end(renewal)
    renewal.refresh_from_db()
    say(
        f"完成：新生成 {renewal.made} 页，未变 {renewal.unchanged} 页，移除 {renewal.removed} 页，"
        f"失败 {renewal.failed} 页，用时 {perf_counter() - started:.0f} 秒"
    )
    return renewal.failed


def _tell(renewal: Renewal, per_second: float, say: Callable[[str], None]) -> None:
    left = max(0, renewal.total - renewal.done)
    minutes = left / per_second / 60 if per_second else 0.0
    say(f"{renewal.done} / {renewal.total} 页，每秒 {per_second:.0f} 页，还需约 {minutes:.1f} 分钟")


def _results(renewal: Renewal, processes: int) -> Iterator[Done]:
    """The batches in their order; what comes last is done when all before it is."""
    from zhuchao.apps.publishing.rendering import whole

    if processes == 1:
        for batch in whole.batches(renewal):
            yield work(batch)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_start) as pool:
        waiting: deque[tuple[Batch, Future[Done]]] = deque()
        try:
            for batch in whole.batches(renewal):
                if not batch.ids:
                    yield from _drained(waiting)
                waiting.append((batch, pool.submit(work, batch)))
                while len(waiting) > processes * AHEAD:
                    yield waiting.popleft()[1].result()
            yield from _drained(waiting)
        finally:
            for _, each in waiting:
                each.cancel()


def _drained(waiting: deque[tuple[Batch, Future[Done]]]) -> Iterator[Done]:
    while waiting:
        yield waiting.popleft()[1].result()


def work(batch: Batch) -> Done:
    """One batch, by whichever process; and its milliseconds."""
    from zhuchao.apps.publishing.rendering import whole

    started = perf_counter()
    done = whole.do(batch)
    return batch, done, round((perf_counter() - started) * 1000)


def _start() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhuchao.config.settings")
    django.setup()


def processors() -> int:
    """How many this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
