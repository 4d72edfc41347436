"""Fetching from a server that behaves, and from several that do not."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from zhuchao.core.errors import Unreachable
from zhuchao.ground.fetching import Fetched, fetch
from zhuchao.ground.fetching.addresses import is_public

PAGE = "<title>园区动态</title>".encode()
BOMB = gzip.compress(b"\0" * 64 * 1024 * 1024)


class Site(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self) -> None:
        act = getattr(self, "on_" + self.path.strip("/").split("/")[0].split("?")[0], self.on_page)
        act()

    def send(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def on_page(self) -> None:
        self.send(200, {"Content-Type": "text/html; charset=gb18030"}, PAGE)

    def on_host(self) -> None:
        self.send(200, {}, self.headers["Host"].encode())

    def on_away(self) -> None:
        self.send(302, {"Location": "/page"})

    def on_inside(self) -> None:
        self.send(302, {"Location": "http://10.0.0.1/secret"})

    def on_file(self) -> None:
        self.send(302, {"Location": "file:///etc/passwd"})

    def on_round(self) -> None:
        self.send(302, {"Location": "/round"})

    def on_gone(self) -> None:
        self.send(404, {})

    def on_packed(self) -> None:
        self.send(200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))

    def on_bomb(self) -> None:
        self.send(200, {"Content-Encoding": "gzip"}, BOMB)

    def on_twice(self) -> None:
        self.send(200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(BOMB))

    def on_torn(self) -> None:
        self.send(200, {"Content-Encoding": "gzip"}, b"this is no gzip")

    def on_large(self) -> None:
        self.send(200, {}, b"x" * (9 * 1024 * 1024))

    def on_short(self) -> None:
        self.send(200, {"Content-Length": "1000"}, b"cut")

    def on_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._drip()

    def _drip(self) -> None:
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def visit(port: int, path: str, deadline_s: float = 10) -> Fetched:
    """Only this test's server is admitted besides public addresses."""
    return fetch(
        f"http://localhost:{port}/{path}",
        resolver=lambda host, _: ["127.0.0.1"] if host == "localhost" else [host],
        admits=lambda number: number == "127.0.0.1" or is_public(number),
        deadline_s=deadline_s,
    )


@contextmanager
def silent_server(answer: bytes = b"") -> Iterator[int]:
    """Accepts, sends ``answer`` byte by byte, and never ends."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()

        def serve() -> None:
            connection, _ = server.accept()
            for number in range(200):
                if over.wait(0.1):
                    break
                connection.sendall(answer[number : number + 1])

        thread = threading.Thread(target=partial(_quietly, serve), daemon=True)
        thread.start()
        yield server.getsockname()[1]
        over.set()
        thread.join(5)


def _quietly(act: partial[None]) -> None:
    try:
        act()
    except OSError:
        return


def test_a_page_comes_with_its_address_type_and_time(port: int) -> None:
    fetched = visit(port, "page?x=1&名=值")

    assert fetched.content == PAGE
    assert fetched.content_type == "text/html; charset=gb18030"
    assert fetched.fetched_at.tzinfo is not None


def test_the_site_is_asked_by_its_name(port: int) -> None:
    assert visit(port, "host").content == f"localhost:{port}".encode()


def test_a_redirect_is_followed_and_the_last_address_is_told(port: int) -> None:
    assert visit(port, "away").address.endswith("/page")


def test_a_packed_page_is_unpacked(port: int) -> None:
    assert visit(port, "packed").content == PAGE


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("inside", "不是公网地址"),
        ("file", "只能抓取以 http"),
        ("round", "跳转次数过多"),
        ("gone", "404"),
        ("bomb", "超过 8 MB"),
        ("large", "超过 8 MB"),
        ("twice", "无法识别的压缩"),
        ("torn", "已损坏"),
        ("short", "中途断开"),
    ],
)
def test_what_cannot_be_had_is_a_sentence(port: int, path: str, reason: str) -> None:
    with pytest.raises(Unreachable, match=reason):
        visit(port, path)


def test_a_slow_drip_ends_at_the_deadline(port: int) -> None:
    began = time.monotonic()

    with pytest.raises(Unreachable, match="太慢"):
        visit(port, "drip", deadline_s=0.6)

    assert time.monotonic() - began < 3


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nX-A: " + b"y" * 200])
def test_headers_that_never_end_are_cut_off_at_the_deadline(answer: bytes) -> None:
    began = time.monotonic()

    with silent_server(answer) as port, pytest.raises(Unreachable, match="太慢"):
        visit(port, "", deadline_s=0.6)

    assert time.monotonic() - began < 3


def test_a_name_service_that_does_not_answer_is_cut_off_at_the_deadline() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(2)
        return ["8.8.8.8"]

    with pytest.raises(Unreachable, match="太慢"):
        fetch("http://example.com/", resolver=slow, deadline_s=0.3)


def test_nobody_listening_is_a_sentence() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]

    with pytest.raises(Unreachable, match="连接没有建立"):
        visit(free, "")


def test_this_machine_is_refused_without_the_tests_own_admission(port: int) -> None:
    with pytest.raises(Unreachable):
        fetch(f"http://127.0.0.1:{port}/")
