"""The layer before Django: what it serves, with which headers, and what goes through."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import brotli
import pytest

from zhuchao.ground import published
from zhuchao.ground.published.serving import PublishedFiles

PAGE = "<!doctype html><p>澄湖高新区二期开园</p>".encode() * 20
POLICY = ("Content-Security-Policy", "default-src 'self'")


def django(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    start_response("418 Through", [])
    return [b"through"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for address in ("/", "/news/1/", "/园区/", "/feeds/news.atom", "/robots.txt"):
        published.write(tmp_path, "default", address, PAGE)
    (tmp_path / "secret.txt").write_text("key")
    return tmp_path


@pytest.fixture
def layer(root: Path) -> PublishedFiles:
    return PublishedFiles(django, root, headers=[POLICY], serves=lambda host: host != "evil.cn")


def ask(
    layer: PublishedFiles, path: str, query: str = "", method: str = "GET", **headers: str
) -> tuple[str, dict[str, str], bytes]:
    told: list[Any] = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    body = b"".join(layer(environ, lambda status, given: told.extend((status, dict(given)))))
    return told[0], told[1], body


def test_a_page_is_served_with_its_headers(layer: PublishedFiles) -> None:
    status, headers, body = ask(layer, "/news/1/")

    assert (status, body) == ("200 OK", PAGE)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Content-Length"] == str(len(PAGE))
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Vary"] == "Accept-Encoding"
    assert headers[POLICY[0]] == POLICY[1]
    assert "Content-Encoding" not in headers


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("*", "br"),
        ("BR;q=0.5", "br"),
        ("gzip;q=nothing", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_the_best_form_that_is_taken_is_sent(
    layer: PublishedFiles, accepted: str, coding: str
) -> None:
    _, headers, body = ask(layer, "/", accept_encoding=accepted)
    open_up = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[coding]

    assert headers.get("Content-Encoding", "") == coding
    assert open_up(body) == PAGE


def test_a_form_that_is_missing_is_no_trouble(layer: PublishedFiles, root: Path) -> None:
    (root / "default" / "index.html.br").unlink()

    assert ask(layer, "/", accept_encoding="br")[2] == PAGE


def test_what_the_browser_has_is_not_sent_again(layer: PublishedFiles, root: Path) -> None:
    _, headers, _ = ask(layer, "/", accept_encoding="br")
    tag, changed = headers["ETag"], headers["Last-Modified"]

    again = ask(layer, "/", accept_encoding="br", if_none_match=f'"x", W/{tag}')
    assert again[0].startswith("304")
    assert again[1]["ETag"] == tag
    assert again[2] == b""
    assert ask(layer, "/", if_modified_since=changed)[0].startswith("304")
    assert ask(layer, "/", if_none_match=tag)[0].startswith("200")  # another form, another tag
    assert ask(layer, "/", if_none_match='"x"', if_modified_since=changed)[0].startswith("200")
    assert ask(layer, "/", if_modified_since="yesterday")[0].startswith("200")


def test_a_new_version_is_served_at_once_and_a_removed_page_is_gone(
    layer: PublishedFiles, root: Path
) -> None:
    _, before, _ = ask(layer, "/news/1/", accept_encoding="gzip")

    published.write(root, "default", "/news/1/", PAGE + b"<p>2</p>")
    _, after, body = ask(layer, "/news/1/", accept_encoding="gzip")
    published.remove(root, "default", "/news/1/")

    assert gzip.decompress(body) == PAGE + b"<p>2</p>"
    assert after["ETag"] != before["ETag"]
    assert ask(layer, "/news/1/")[2] == b"through"


def test_head_tells_the_length_and_sends_nothing(layer: PublishedFiles) -> None:
    status, headers, body = ask(layer, "/robots.txt", method="HEAD")

    assert (status, body) == ("200 OK", b"")
    assert headers["Content-Length"] == str(len(PAGE))
    assert headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/secret.txt", "/default/../../secret.txt", "/.locks/1", "//", "/news",
        "/index.html", "/index.html.br", "/news/1/index.html", "/\x00/", "/nothing/",
        "/" + "长" * 300 + "/",
    ],
)  # fmt: skip
def test_what_is_no_page_goes_through(layer: PublishedFiles, path: str) -> None:
    assert ask(layer, path)[2] == b"through"


def test_only_reading_is_served(layer: PublishedFiles) -> None:
    assert ask(layer, "/", method="POST")[2] == b"through"
    assert ask(layer, "/园区/")[2] == PAGE


@pytest.mark.parametrize(
    ("query", "is_file"),
    [("page=2", False), ("utm_source=a&from=timeline", True), ("q=", False), ("&", False)],
)
def test_a_query_that_chooses_goes_through(
    layer: PublishedFiles, query: str, is_file: bool
) -> None:
    assert (ask(layer, "/", query)[2] == PAGE) is is_file


def test_each_host_gets_its_own_site_and_a_foreign_one_nothing(
    layer: PublishedFiles, root: Path
) -> None:
    assert ask(layer, "/", host="lake.example.cn")[2] == PAGE
    published.write(root, "lake.example.cn", "/", b"<p>lake</p>")

    assert ask(layer, "/", host="LAKE.example.cn:8000")[2] == b"<p>lake</p>"
    assert ask(layer, "/news/1/", host="lake.example.cn")[2] == b"through"
    assert ask(layer, "/", host="../lake")[2] == PAGE
    assert ask(layer, "/", host="evil.cn")[2] == b"through"


def test_an_empty_file_is_not_served(layer: PublishedFiles, root: Path) -> None:
    (root / "default" / "index.html").write_bytes(b"")

    assert ask(layer, "/")[2] == b"through"
