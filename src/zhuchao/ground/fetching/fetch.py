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
from zhuchao.ground.fetching.answers import (
    Fetched,
    Moved,
    Turned,
    Unchanged,
    Version,
    retry_after_s,
)
from zhuchao.ground.fetching.body import body_of
from zhuchao.ground.fetching.watched import Deadline, WatchedConnection, WatchedSecureConnection

MOST_REDIRECTS = 5
DEADLINE_S = 15.0
REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
# The name by which a site's robots file may address us, and how we introduce ourselves.
ROBOT = "Zhuchao"
AGENT = f"{ROBOT}/0.1 (page reader)"
SAFE = "!#$%&'()*+,/:;=?@[]~"
TOO_SLOW = "网站回答太慢，超过时限已停止"


@dataclass(frozen=True, slots=True)
class Door:
    """How requests leave the house: who names the numbers, which are admitted, how long one may
    take."""

    resolver: Resolve = resolve
    admits: Admits = is_public
    deadline_s: float = DEADLINE_S


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
    door = Door(resolver, admits, deadline_s)
    with Deadline(deadline_s) as deadline:
        for _ in range(MOST_REDIRECTS + 1):
            answer = _visit(address, Version(), door, deadline)
            if isinstance(answer, Fetched):
                return answer
            address = answer.address
    raise Unreachable("网址跳转次数过多，已停止")


def ask(
    address: str, *, known: Version | None = None, door: Door | None = None
) -> Fetched | Unchanged | Moved:
    """One request and no more: a redirect is told, not followed.

    With a ``known`` version the page comes only where it is another one now.

    Raises: Unreachable; Turned, where the site answers with an error status.
    """
    door = door or Door()
    with Deadline(door.deadline_s) as deadline:
        return _visit(address.strip(), known or Version(), door, deadline)


def _target(address: str, door: Door, deadline: Deadline) -> Target:
    look = partial(target, address, resolver=door.resolver, admits=door.admits)
    try:
        return deadline.call(look)
    except TimeoutError:
        raise Unreachable(TOO_SLOW) from None


def _visit(
    address: str, known: Version, door: Door, deadline: Deadline
) -> Fetched | Unchanged | Moved:
    place = _target(address, door, deadline)
    try:
        response = _ask(place, known, deadline)
        try:
            answer = _without_body(response, address, known)
            if answer is not None:
                return answer
            content = body_of(response)
        finally:
            response.close()
    except (urllib3.exceptions.HTTPError, OSError, ValueError):
        if not deadline.left:
            raise Unreachable(TOO_SLOW) from None
        raise Unreachable(f"与 {place.host} 的连接没有建立或中途断开，请稍后重试") from None
    if not deadline.left:  # a body without a length ends like any other when it is cut off
        raise Unreachable(TOO_SLOW)
    headers = response.headers
    version = Version(headers.get("ETag", ""), headers.get("Last-Modified", ""))
    kind = headers.get("Content-Type", "")
    return Fetched(content, address, kind, datetime.now(UTC), version)


def _without_body(
    response: urllib3.BaseHTTPResponse, address: str, known: Version
) -> Unchanged | Moved | None:
    """What the head of the answer says already; None where the page follows."""
    status, headers = response.status, response.headers
    if status in REDIRECTS and headers.get("Location"):
        return Moved(urljoin(address, _as_utf8(headers["Location"])))
    if status == NOT_MODIFIED and known.headers():
        return Unchanged(address)
    if status >= 400 or status == NOT_MODIFIED:
        wait_s = retry_after_s(headers.get("Retry-After", ""), datetime.now(UTC))
        raise Turned(f"网站回答 {status}，没有给出页面", status, wait_s)
    return None


def _ask(place: Target, known: Version, deadline: Deadline) -> urllib3.BaseHTTPResponse:
    own = {"Host": place.host_header, "User-Agent": AGENT, "Accept-Encoding": "gzip"}
    return _pool(place, deadline).urlopen(
        "GET",
        quote(place.path, safe=SAFE),
        headers=known.headers() | own,
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
