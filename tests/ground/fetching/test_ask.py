"""One conditional request: what a site answers is a value, when it says to come again is kept."""

import pickle
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from zhuchao.core.errors import Unreachable
from zhuchao.ground.fetching import Door, Fetched, Moved, Turned, Unchanged, Version, ask
from zhuchao.ground.fetching.answers import MOST_RETRY_AFTER_S, retry_after_s

SINCE = "Mon, 06 Mar 2023 08:00:00 GMT"
NOW = datetime(2023, 3, 6, 8, tzinfo=UTC)


class Site(BaseHTTPRequestHandler):
    """Answers by path; a page has a version."""

    def do_GET(self) -> None:
        known = (self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since"))
        if self.path == "/page":
            is_known = known in (('"v1"', SINCE), ('"v1"', None))
            self.reply(304 if is_known else 200, {"ETag": '"v1"', "Last-Modified": SINCE})
        elif self.path == "/moved":
            self.reply(302, {"Location": "http://elsewhere.example/页"})
        elif self.path == "/stubborn":
            self.reply(304, {})
        else:
            self.reply(int(self.path.strip("/")), {"Retry-After": "120"})

    def reply(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.encode().decode("latin-1"))
        self.send_header("Content-Length", "2" if status == 200 else "0")
        self.end_headers()
        self.wfile.write(b"ok" if status == 200 else b"")

    def log_message(self, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://site.example:{server.server_port}"
    server.shutdown()
    server.server_close()


def visit(address: str, known: Version | None = None) -> Fetched | Unchanged | Moved:
    door = Door(lambda host, _: ["127.0.0.1"], lambda number: number == "127.0.0.1", 5)
    return ask(address, known=known, door=door)


def test_a_page_comes_with_its_version_and_not_again_while_it_stays(base: str) -> None:
    first = visit(f"{base}/page")

    assert isinstance(first, Fetched)
    assert first.version == Version('"v1"', SINCE)
    assert visit(f"{base}/page", first.version) == Unchanged(f"{base}/page")
    assert isinstance(visit(f"{base}/page", Version('"v0"')), Fetched)


def test_a_redirect_is_told_and_not_followed(base: str) -> None:
    assert visit(f"{base}/moved") == Moved("http://elsewhere.example/页")


def test_not_modified_without_a_question_is_no_page(base: str) -> None:
    with pytest.raises(Turned, match="304"):
        visit(f"{base}/stubborn")


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_wants_rest_says_how_long(base: str, status: int) -> None:
    with pytest.raises(Turned, match=str(status)) as told:
        visit(f"{base}/{status}")

    assert (told.value.status, told.value.retry_after_s) == (status, 120)
    assert isinstance(told.value, Unreachable)
    again = pickle.loads(pickle.dumps(told.value))  # noqa: S301
    assert (again.sentence, again.status, again.retry_after_s) == (
        told.value.sentence, status, 120,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", 0),
        ("60", 60),
        (" 60 ", 60),
        ("-5", 0),
        ("soon", 0),
        ("²", 0),
        ("9" * 40, MOST_RETRY_AFTER_S),
        ("Mon, 06 Mar 2023 08:02:00 GMT", 120),
        ("Mon, 06 Mar 2023 08:02:00", 120),
        ("Mon, 06 Mar 2023 07:00:00 GMT", 0),
        ("Mon, 06 Mar 2043 08:00:00 GMT", MOST_RETRY_AFTER_S),
    ],
)
def test_when_to_come_again_is_read_from_seconds_and_dates(written: str, expected: float) -> None:
    assert retry_after_s(written, NOW) == expected
