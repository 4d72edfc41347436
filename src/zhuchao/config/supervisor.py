"""One process that starts web server and worker, restarts what dies, and stops both."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

from zhuchao.core.errors import Misconfigured

GRACE_S = 10.0
PATIENCE_S = 60.0
TICK_S = 0.2
FIRST_PAUSE_S = 1.0
# A child that dies this soon after its start is not well; so often in a row, it is given up.
QUICK_S = 10.0
MOST_QUICK_DEATHS = 5
PR_SET_PDEATHSIG = 1
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104


def require_free_port(host: str, port: int) -> None:
    """Raises: Misconfigured, when somebody else listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            reason = "已被占用" if getattr(error, "errno", 0) == errno.EADDRINUSE else str(error)
            raise Misconfigured(
                f"端口 {host}:{port} 不能使用（{reason}）：请换一个，例如 make up PORT={port + 1}"
            ) from None


def web_command(host: str, port: int, processes: int) -> list[str]:
    """The web server on the WSGI application."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(processes), "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
        "--respawn-failed-workers", "zhuchao.config.wsgi:application",
    ]  # fmt: skip


def worker_command() -> list[str]:
    return [sys.executable, "-m", "zhuchao.config.entry", "worker"]


# Loaded here: between fork and exec as little as possible should happen.
_LIBC = ctypes.CDLL(None, use_errno=True)


def die_with_parent() -> None:
    """Run in a new child: it is asked to end when its parent does, however that ends."""
    _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def page_address(host: str, port: int) -> str:
    """Where a browser on this machine finds what listens on ``host``."""
    if host in EVERYWHERE:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


@dataclass
class Child:
    """A command that is kept running."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    quick_deaths: int = 0
    resume_at: float = 0.0

    def start(self) -> None:
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509
        )

    def keep(self) -> None:
        """Start again what ended. Raises: Misconfigured, when it dies again and again."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            self._end_group()  # what the dead one left behind would hold the port
            self.process = None
            was_quick = now - self.started_at < QUICK_S
            self.quick_deaths = self.quick_deaths + 1 if was_quick else 1
            if self.quick_deaths >= MOST_QUICK_DEATHS:
                raise Misconfigured(f"{self.name}反复启动失败，已停止：原因见上面的日志")
            self.resume_at = now + FIRST_PAUSE_S * 2 ** (self.quick_deaths - 1)
            print(f"筑巢：{self.name}意外退出，稍后自动重启", file=sys.stderr, flush=True)
        if self.process is None and now >= self.resume_at:
            self.start()

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def stop(self, deadline: float) -> None:
        """Wait for its end until ``deadline``, then end it and whatever it started."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
        self._end_group()
        self.process.wait()

    def _end_group(self) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


@dataclass
class Supervisor:
    """Runs the children until SIGINT or SIGTERM; ``on_ready`` is called once the page answers."""

    children: list[Child]
    first_page: str
    on_ready: Callable[[], None]
    stopping: bool = field(default=False, init=False)

    def run(self) -> int:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, self._ask_to_stop)
        announced, deadline = False, time.monotonic() + PATIENCE_S
        try:
            while not self.stopping:
                for child in self.children:
                    child.keep()
                if not announced and _answers(self.first_page):
                    announced = True
                    self.on_ready()
                if not announced and time.monotonic() > deadline:
                    raise Misconfigured("网页服务一分钟内没有应答，已停止：原因见上面的日志")
                time.sleep(TICK_S)
        finally:
            self._stop_all()
        print("筑巢：已全部停止。", flush=True)
        return 0

    def _stop_all(self) -> None:
        for child in self.children:
            child.ask_to_stop()
        deadline = time.monotonic() + GRACE_S
        for child in self.children:
            child.stop(deadline)

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True


def _answers(address: str) -> bool:
    # Without the proxies of the environment: the page is on this machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
