"""The supervisor: restarts what dies, stops everything, leaves nobody behind."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from zhuchao.config import supervisor
from zhuchao.config.supervisor import Child, Supervisor
from zhuchao.core.errors import Misconfigured

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
DIE = [sys.executable, "-c", "raise SystemExit(3)"]


class Answering(BaseHTTPRequestHandler):
    """The first page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture
def page() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    known = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield
    for each, handler in known.items():
        signal.signal(each, handler)


def until(holds: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return False


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_it_announces_once_the_page_answers_and_stops_all_on_a_signal(page: str) -> None:
    children, announced = [Child("web", SLEEP), Child("worker", SLEEP)], list[int]()

    def announce() -> None:
        announced.extend(child.process.pid for child in children if child.process)
        os.kill(os.getpid(), signal.SIGTERM)

    code = Supervisor(children, page, announce).run()

    assert code == 0
    assert len(announced) == 2
    assert not any(is_alive(pid) for pid in announced)


def test_a_child_that_died_is_started_again(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    child, pids = Child("worker", SLEEP), list[int]()

    def announce() -> None:
        assert child.process is not None
        pids.append(child.process.pid)
        os.kill(child.process.pid, signal.SIGKILL)

    def watch() -> None:
        until(lambda: child.process is not None and child.process.pid not in [0, *pids])
        os.kill(os.getpid(), signal.SIGINT)

    watcher = threading.Thread(target=watch)
    monkeypatch.setattr(supervisor, "TICK_S", 0.05)

    Supervisor([child], page, lambda: (announce(), watcher.start())[0]).run()
    watcher.join()

    assert child.quick_deaths == 1
    assert child.process is not None
    assert child.process.pid != pids[0]


def test_a_child_that_dies_again_and_again_is_given_up(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "TICK_S", 0.01)
    monkeypatch.setattr(supervisor, "FIRST_PAUSE_S", 0.01)
    other = Child("web", SLEEP)

    with pytest.raises(Misconfigured, match="后台进程反复启动失败"):
        Supervisor([other, Child("后台进程", DIE)], page, lambda: None).run()

    assert other.process is not None
    assert not is_alive(other.process.pid)


def test_a_page_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "PATIENCE_S", 0.3)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}/"

        with pytest.raises(Misconfigured, match="没有应答"):
            Supervisor([Child("web", SLEEP)], address, lambda: None).run()


def test_nobody_is_left_behind_when_the_supervisor_itself_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    script = f"""
        import time
        from zhuchao.config.supervisor import Child
        child = Child("worker", {SLEEP!r})
        child.start()
        open({str(noted)!r}, "w").write(str(child.process.pid))
        time.sleep(60)
    """
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)])
    assert until(lambda: noted.exists() and noted.read_text() != "")
    child = int(noted.read_text())

    parent.kill()
    parent.wait()

    assert until(lambda: not is_alive(child))


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(Misconfigured, match=f"端口 127.0.0.1:{port} 不能使用（已被占用）"):
            supervisor.require_free_port("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("203.0.113.1", 8000)])
def test_a_place_that_is_not_here_is_one_sentence(host: str, port: int) -> None:
    with pytest.raises(Misconfigured, match="不能使用"):
        supervisor.require_free_port(host, port)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),  # noqa: S104
        ("::1", "http://[::1]:80/"),
        ("park.example", "http://park.example:80/"),
    ],
)
def test_where_a_browser_on_this_machine_finds_it(host: str, address: str) -> None:
    assert supervisor.page_address(host, 80) == address
