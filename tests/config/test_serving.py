"""The web server with its database stopped: what was published is served."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from zhuchao.config import heads
from zhuchao.ground import published

PAGE = "<!doctype html><p>二期开园</p>".encode() * 10
PATIENCE_S = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    published.write(tmp_path / "published", "default", "/news/1/", PAGE)
    nobody = f"postgres://nobody@127.0.0.1:{free_port()}/none"
    environment = os.environ | {"ZHUCHAO_HOME": str(tmp_path), "DATABASE_URL": nobody}
    port = free_port()
    command = [sys.executable, "-m", "zhuchao.config.entry", "web", "--port", str(port)]
    with (tmp_path / "web.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.2)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(20)


def test_published_pages_are_served_and_views_are_taken_down(site: str, tmp_path: Path) -> None:
    with urllib.request.urlopen(f"{site}/news/1/", timeout=30) as answer:  # noqa: S310
        assert answer.status == 200
        assert answer.read() == PAGE
        assert answer.headers["ETag"]
    with urllib.request.urlopen(f"{site}/seen/1/", b"", timeout=30) as answer:  # noqa: S310
        assert answer.status == 204
    with pytest.raises(urllib.error.HTTPError, match="500"):
        urllib.request.urlopen(f"{site}/news/2/", timeout=30)  # noqa: S310

    assert next((tmp_path / "seen").glob("*.log")).read_text().startswith("seen 1 ")


@pytest.mark.django_db
def test_files_bear_the_headers_that_django_gives_the_same_page(client: Client) -> None:
    answer = client.get("/robots.txt")

    for name, value in heads.of_files():
        told = answer.headers[name]
        assert sorted(told.split("; ")) == sorted(value.split("; ")), name


def test_only_the_hosts_that_django_answers_are_served(settings: object) -> None:
    settings.ALLOWED_HOSTS = [".example.cn"]  # type: ignore[attr-defined]

    assert heads.is_served("portal.example.cn:8443")
    assert not heads.is_served("evil.cn")
