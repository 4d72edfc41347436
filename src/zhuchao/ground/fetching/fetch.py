"""One GET with a deadline: connect to the number that was checked, follow what may be followed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urljoin

import certifi
import urllib3
from django.utils import timezone

from zhuchao.core.errors import Unreachable
from zhuchao.ground.fetching.addresses import Admits, Resolve, Target, is_public, resolve, target

MOST_BYTES = 8 * 1024 * 1024
MOST_REDIRECTS = 5
DEADLINE_S = 15.0
CHUNK = 64 * 1024
REDIRECTS = frozenset({301, 302, 303, 307, 308})
AGENT = "Zhuchao/0.1 (page reader)"
SAFE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back; ``address`` is the last one after redirects, ``fetched_at`` is aware."""

    content: bytes
    address: str
    content_type: str
    fetched_at: datetime


def fetch(address: str, *, resolver: Resolve = resolve, admits: Admits = is_public) -> Fetched:
    """The content of a public address.

    Raises: Unreachable, with the reason: not public, too many redirects, too large, too slow,
    an error status, or no connection.
    """
    deadline = time.monotonic() + DEADLINE_S
    address = address.strip()
    for _ in range(MOST_REDIRECTS + 1):
        place = target(address, resolver=resolver, admits=admits)
        response = _ask(place, deadline)
        try:
            if response.status in REDIRECTS and response.headers.get("Location"):
                address = urljoin(address, response.headers["Location"])
                continue
            if response.status >= 400:
                raise Unreachable(f"网站回答 {response.status}，没有给出页面")
            content = _body(response, deadline)
        finally:
            response.close()
        kind = response.headers.get("Content-Type", "")
        return Fetched(content, address, kind, timezone.now())
    raise Unreachable("网址跳转次数过多，已停止")


def _ask(place: Target, deadline: float) -> urllib3.BaseHTTPResponse:
    timeout = urllib3.Timeout(total=max(0.1, deadline - time.monotonic()))
    try:
        return _pool(place, timeout).urlopen(
            "GET",
            quote(place.path, safe=SAFE),
            headers={"Host": place.host_header, "User-Agent": AGENT, "Accept-Encoding": "gzip"},
            redirect=False,
            retries=False,
            preload_content=False,
            assert_same_host=False,
        )
    except urllib3.exceptions.HTTPError:
        raise Unreachable(f"连接不上 {place.host}：网站没有及时回答") from None


def _pool(place: Target, timeout: urllib3.Timeout) -> urllib3.HTTPConnectionPool:
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(place.address, place.port, timeout=timeout)
    return urllib3.HTTPSConnectionPool(
        place.address,
        place.port,
        timeout=timeout,
        server_hostname=place.host,
        assert_hostname=place.host,
        cert_reqs="CERT_REQUIRED",
        ca_certs=certifi.where(),
    )


def _body(response: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
    parts, size = [], 0
    try:
        for chunk in response.stream(CHUNK, decode_content=True):
            size += len(chunk)
            if size > MOST_BYTES:
                raise Unreachable("页面超过 8 MB，已停止抓取")
            if time.monotonic() > deadline:
                raise Unreachable("网站回答太慢，超过 15 秒已停止")
            parts.append(chunk)
    except urllib3.exceptions.HTTPError:
        raise Unreachable("页面传输中断，请稍后重试") from None
    return b"".join(parts)
