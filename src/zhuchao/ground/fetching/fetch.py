"""One GET with a deadline: connect to the number that was checked, follow what may be followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote, urljoin

import certifi
import urllib3

from zhuchao.core.errors import Unreachable
from zhuchao.ground.fetching.addresses import Admits, Resolve, Target, is_public, resolve, target
from zhuchao.ground.fetching.body import body_of
from zhuchao.ground.fetching.watched import Deadline, WatchedConnection, WatchedSecureConnection

MOST_REDIRECTS = 5
DEADLINE_S = 15.0
REDIRECTS = frozenset({301, 302, 303, 307, 308})
AGENT = "Zhuchao/0.1 (page reader)"
SAFE = "!#$%&'()*+,/:;=?@[]~"
TOO_SLOW = "网站回答太慢，超过时限已停止"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back; ``address`` is the last one after redirects, ``fetched_at`` is aware."""

    content: bytes
    address: str
    content_type: str
    fetched_at: datetime


def fetch(
    address: str,
    *,
    resolver: Resolve = resolve,
    admits: Admits = is_public,
    deadline_s: float = DEADLINE_S,
) -> Fetched:
    """The content of a public address; ``deadline_s`` covers redirects and the body.

    Raises: Unreachable, with the reason: not public, too many redirects, too large, too slow,
    an error status, or no connection.
    """
    address = address.strip()
    with Deadline(deadline_s) as deadline:
        for _ in range(MOST_REDIRECTS + 1):
            place = _target(address, resolver, admits, deadline)
            answer = _visit(place, address, deadline)
            if isinstance(answer, Fetched):
                return answer
            address = urljoin(address, answer)
    raise Unreachable("网址跳转次数过多，已停止")


def _target(address: str, resolver: Resolve, admits: Admits, deadline: Deadline) -> Target:
    try:
        return deadline.call(partial(target, address, resolver=resolver, admits=admits))
    except TimeoutError:
        raise Unreachable(TOO_SLOW) from None


def _visit(place: Target, address: str, deadline: Deadline) -> Fetched | str:
    """The page, or where it is said to be."""
    try:
        response = _ask(place, deadline)
        try:
            if response.status in REDIRECTS and response.headers.get("Location"):
                return _as_utf8(response.headers["Location"])
            if response.status >= 400:
                raise Unreachable(f"网站回答 {response.status}，没有给出页面")
            content = body_of(response)
        finally:
            response.close()
    except (urllib3.exceptions.HTTPError, OSError, ValueError):
        if not deadline.left:
            raise Unreachable(TOO_SLOW) from None
        raise Unreachable(f"与 {place.host} 的连接没有建立或中途断开，请稍后重试") from None
    if not deadline.left:  # a body without a length ends like any other when it is cut off
        raise Unreachable(TOO_SLOW)
    kind = response.headers.get("Content-Type", "")
    return Fetched(content, address, kind, datetime.now(UTC))


def _ask(place: Target, deadline: Deadline) -> urllib3.BaseHTTPResponse:
    return _pool(place, deadline).urlopen(
        "GET",
        quote(place.path, safe=SAFE),
        headers={"Host": place.host_header, "User-Agent": AGENT, "Accept-Encoding": "gzip"},
        redirect=False,
        retries=False,
        preload_content=False,
        assert_same_host=False,
    )


def _pool(place: Target, deadline: Deadline) -> urllib3.HTTPConnectionPool:
    pool: urllib3.HTTPConnectionPool
    timeout = urllib3.Timeout(total=max(0.1, deadline.left))
    if place.scheme == "http":
        pool = urllib3.HTTPConnectionPool(place.address, place.port, timeout=timeout)
        pool.ConnectionCls = partial(WatchedConnection, deadline=deadline)  # type: ignore[assignment]
        return pool
    pool = urllib3.HTTPSConnectionPool(
        place.address,
        place.port,
        timeout=timeout,
        server_hostname=place.host,
        assert_hostname=place.host,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
    )
    pool.ConnectionCls = partial(WatchedSecureConnection, deadline=deadline)  # type: ignore[assignment]
    return pool


def _as_utf8(header: str) -> str:
    """A header as its sender meant it: the protocol hands bytes on as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header
