"""A web site on this machine: pages by host and path, and a record of who asked for what."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

SENTENCE = (
    "会议通报了上半年重点项目的签约、开工和到账情况，并就下半年的工作逐项作出安排，"
    "要求各部门抓紧落实，确保全年目标如期完成。"
)


@dataclass(frozen=True)
class Reply:
    """What the site answers; with an ``etag`` it answers 304 to whoever knows it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it."""

    host: str
    path: str
    status: int
    is_conditional: bool
    at: float


@dataclass
class Site:
    """``pages`` are by host and path; a host stands with its port in every address."""

    port: int = 0
    pages: dict[tuple[str, str], Reply] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def address(self, host: str, path: str) -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, host: str, path: str, text: str, *, versioned: bool = False) -> str:
        body = text.encode()
        etag = f'"{sha256(body).hexdigest()[:12]}"' if versioned else ""
        self.pages[host, path] = Reply(body, etag=etag)
        return self.address(host, path)

    def put_article(self, host: str, path: str, title: str) -> str:
        return self.put(host, path, article(title))

    def paths(self, host: str) -> list[str]:
        return [each.path for each in self.asked if each.host == host]

    def gaps_s(self, host: str) -> list[float]:
        """Seconds between the requests to a host."""
        moments = [each.at for each in self.asked if each.host == host]
        return [later - earlier for earlier, later in pairwise(moments)]


def article(title: str) -> str:
    paragraphs = "".join(f"<p>{SENTENCE}</p>" for _ in range(3))
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<html>{head}<body><h1>{title}</h1>{paragraphs}</body></html>"


def list_page(links: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<li><a href="{address}">{title}</a></li>' for address, title in links)
    menu = '<a href="/">首页</a><a href="/about/">关于我们</a>'
    return f"<html><body>{menu}<ul>{rows}</ul><a href='list_2.html'>下一页</a></body></html>"


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def _handler(site: Site) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            at, host = time.monotonic(), self.headers["Host"].partition(":")[0]
            reply = site.pages.get((host, self.path), Reply(status=404))
            known = self.headers.get("If-None-Match", "")
            is_known = bool(reply.etag) and known == reply.etag
            status = 304 if is_known else reply.status
            site.asked.append(Asked(host, self.path, status, bool(known), at))
            self.send_response(status)
            body = b"" if is_known else reply.body
            stated = {"Content-Length": str(len(body))} | reply.headers
            stated |= {"ETag": reply.etag} if reply.etag else {}
            for name, value in stated.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Tests are quiet."""

    return Handler
