"""deploy/nginx: the example serves the files that the program publishes, where nginx is found."""

from __future__ import annotations

import gzip
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from zhuchao.config import heads
from zhuchao.ground import published

EXAMPLE = Path(__file__).parents[1] / "deploy" / "nginx" / "zhuchao.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PAGE = "<!doctype html><p>二期开园</p>".encode() * 30
AROUND = """daemon off; master_process off; pid {home}/nginx.pid; error_log {home}/error.log;
events {{}}
http {{ types {{ text/html html; text/xml xml; text/plain txt; application/atom+xml atom; }}
access_log off; client_body_temp_path {home}/b; proxy_temp_path {home}/p;
fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
{server} }}"""

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx was not found: its example not tried")


class Program(BaseHTTPRequestHandler):
    """Stands for Zhuchao behind nginx."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"program")

    def log_message(self, *told: object) -> None:
        """Say nothing."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home, port = tmp_path_factory.mktemp("nginx"), free_port()
    home.chmod(0o755)
    for address in ("/", "/news/1/", "/feeds/news.atom", "/sitemap.xml"):
        published.write(home / "published", "default", address, PAGE)
    program = HTTPServer(("127.0.0.1", 0), Program)
    Thread(target=program.serve_forever, daemon=True).start()
    server = EXAMPLE.read_text("utf-8").replace("/var/lib/zhuchao", str(home))
    server = server.replace("127.0.0.1:8000", f"127.0.0.1:{program.server_port}")
    server = server.replace("listen 8080", f"listen 127.0.0.1:{port}")
    (home / "nginx.conf").write_text(AROUND.format(home=home, server=server), "utf-8")
    command = [str(NGINX), "-c", str(home / "nginx.conf"), "-p", str(home)]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait(10)
    program.shutdown()


def ask(address: str, **headers: str) -> tuple[dict[str, str], bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, headers=named)  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        return dict(answer.headers), answer.read()


def test_pages_come_from_their_files_with_the_programs_headers(site: str) -> None:
    headers, body = ask(f"{site}/news/1/")

    assert body == PAGE
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-cache"
    for name, value in heads.of_files():
        assert headers[name] == value


def test_the_compressed_form_is_the_one_beside_the_page(site: str) -> None:
    headers, body = ask(f"{site}/", Accept_Encoding="gzip")

    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == PAGE


def test_what_is_known_is_not_sent_again(site: str) -> None:
    headers, _ = ask(f"{site}/")

    with pytest.raises(urllib.error.HTTPError, match="304"):
        ask(f"{site}/", If_None_Match=headers["ETag"])


@pytest.mark.parametrize(
    "path", ["/?page=2", "/news/2/", "/desk/", "/news/1", "/seen/1/", "/.locks/", "/index.html"]
)
def test_anything_else_comes_from_the_program(site: str, path: str) -> None:
    assert ask(f"{site}{path}")[1] == b"program"


@pytest.mark.parametrize(
    "path", ["/?utm_source=a&from=timeline", "/feeds/news.atom", "/sitemap.xml"]
)
def test_feeds_and_campaigns_come_from_files(site: str, path: str) -> None:
    assert ask(f"{site}{path}")[1] == PAGE
