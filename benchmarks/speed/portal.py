"""``python -m benchmarks.speed.portal``: the same article page served in three ways, in one run.

(a) its file by the built-in server, (b) rendered by it for each request, (c) its file by nginx, if
nginx is found. Then eight connections ask for a minute while articles are published, and no answer
may fail. With ``ZHUCHAO_HOME`` a portal that was filled before (``benchmarks.speed.renewal``).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter, sleep
from typing import Any

from benchmarks.speed import site
from benchmarks.speed.traffic import ask_for, cpu_seconds

ARTICLES = 200
ROUNDS = 3
ROUND_S = 4.0
CONNECTIONS = 8
LONG_S = 60.0
MOST_OF_NGINX = 3.0
EXAMPLE = Path(__file__).parents[2] / "deploy" / "nginx" / "zhuchao.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
AROUND = """worker_processes 1; daemon off; pid {home}/nginx.pid; error_log {home}/nginx.log;
user root; events {{}}
http {{ types {{ text/html html; }} access_log off; client_body_temp_path {home}/b;
proxy_temp_path {home}/p; fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u;
scgi_temp_path {home}/s; keepalive_requests 10000000; {server} }}"""


def main() -> int:
    """Print the figures; 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as made:
        home = Path(os.environ.setdefault("ZHUCHAO_HOME", made))
        site.prepare()
        site.fill(ARTICLES)
        path = _render_one()
        with _web(home) as (web, web_port), _nginx(home) as (nginx, nginx_port):
            ways = {"files": (web, web_port, path), "uncached": (web, web_port, f"{path}?fresh=1")}
            if nginx:
                ways["nginx"] = (nginx, nginx_port, path)
            cost = _measure(ways)
            failed = _while_publishing(web_port, path)
    ratio = cost["files"] / cost["nginx"] if "nginx" in cost else None
    if ratio is not None:
        print(f"files by the built-in server cost {ratio:.1f} times nginx (goal: {MOST_OF_NGINX})")
    return int(failed or (ratio is not None and ratio > MOST_OF_NGINX))


def _measure(ways: dict[str, tuple[int, int, str]]) -> dict[str, float]:
    """The processor's microseconds of a request, the ways in turn; the median of the rounds."""
    spent: dict[str, list[float]] = {name: [] for name in ways}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, (pid, port, path) in ways.items():
            before = cpu_seconds(pid)
            tally, seconds = ask_for(port, [path], seconds=ROUND_S, connections=CONNECTIONS)
            spent[name].append((cpu_seconds(pid) - before) / tally.done * 1e6)
            rates[name].append(tally.done / seconds)
    for name in ways:
        print(
            f"{name:9} {median(spent[name]):>9,.0f} µs of CPU a request"
            f" ({min(spent[name]):,.0f} to {max(spent[name]):,.0f}),"
            f" {median(rates[name]):>7,.0f} requests a second over {CONNECTIONS} connections"
        )
    return {name: median(values) for name, values in spent.items()}


def _while_publishing(port: int, path: str) -> bool:
    over, made = Event(), list[float]()
    publisher = Thread(target=_publish, args=(over, made))
    publisher.start()
    tally, seconds = ask_for(
        port, ["/", "/channel-0/", path], seconds=LONG_S, connections=CONNECTIONS
    )
    over.set()
    publisher.join()
    print(
        f"{tally.done:,} answers in {seconds:.0f} s while {len(made)} articles were published"
        f" ({median(made):.2f} s each, at most {max(made):.2f}): {len(tally.troubles)} failed"
    )
    for trouble in sorted(set(tally.troubles)):
        print(f"  {trouble}")
    return bool(tally.troubles)


def _publish(over: Event, made: list[float]) -> None:
    from zhuchao.apps.people.viewer import SYSTEM  # noqa: PLC0415
    from zhuchao.apps.publishing import services  # noqa: PLC0415
    from zhuchao.apps.publishing.mapping import Draft, paragraphs_of_text  # noqa: PLC0415

    while not over.is_set():
        text = "\n".join(site.SENTENCES)
        draft = Draft(f"澄湖标准厂房交付（新 {len(made)}）", paragraphs_of_text(text))
        article = services.write_article(SYSTEM, draft=draft)
        started = perf_counter()
        services.publish_article(SYSTEM, article.pk)
        made.append(perf_counter() - started)
        sleep(1)


def _render_one() -> str:
    """The address of an article, whose file is there with those of its lists."""
    from django.apps import apps  # noqa: PLC0415

    from zhuchao.apps.publishing.rendering import touching  # noqa: PLC0415
    from zhuchao.apps.publishing.rendering.renewing import renew  # noqa: PLC0415
    from zhuchao.apps.publishing.rendering.values import Cause  # noqa: PLC0415

    pages = apps.get_model("publishing", "ArticlePage").objects
    article: Any = pages.get(slug="a0")
    renew(touching.by_page(article), cause=Cause.HAND)
    return str(article.url)


@contextmanager
def _web(home: Path) -> Iterator[tuple[int, int]]:
    port = _free_port()
    command = [sys.executable, "-m", "zhuchao.config.entry", "web", "--port", str(port)]
    with _running(command, port, home / "web.log") as pid:
        yield pid, port


@contextmanager
def _nginx(home: Path) -> Iterator[tuple[int, int]]:
    if NGINX is None:
        print("nginx was not found: only the built-in server is measured")
        yield 0, 0
        return
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        server = EXAMPLE.read_text("utf-8").replace("/var/lib/zhuchao", str(home))
        server = server.replace("listen 8080", f"listen 127.0.0.1:{port}")
        config = Path(folder) / "nginx.conf"
        config.write_text(AROUND.format(home=folder, server=server), "utf-8")
        with _running([NGINX, "-c", str(config)], port, Path(folder) / "out.log") as pid:
            yield pid, port


@contextmanager
def _running(command: list[str], port: int, log: Path) -> Iterator[int]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                sleep(0.1)
        yield process.pid
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
