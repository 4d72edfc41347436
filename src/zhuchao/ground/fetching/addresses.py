"""Which addresses may be asked: a host is resolved once, and only that number is used."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from zhuchao.core.errors import Unreachable

PORTS = {"http": 80, "https": 443}
# IPv6 ranges that carry an IPv4 address inside, which must be public itself.
NAT64 = ipaddress.ip_network("64:ff9b::/96")
LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")
CARRIER_GRADE = ipaddress.ip_network("100.64.0.0/10")

Resolve = Callable[[str, int], list[str]]
Admits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes: the name that is asked for, and the number it is sent to."""

    scheme: str
    host: str
    port: int
    address: str
    path: str

    @property
    def host_header(self) -> str:
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also where it is wrapped in IPv6."""
    number = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour
        if number in NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if number.teredo or number in LOCAL_NAT64:
            return False
    elif number in CARRIER_GRADE:
        return False
    return number.is_global and not number.is_multicast and not number.is_reserved


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises: Unreachable, when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable(f"找不到网站 {host}：请检查网址是否正确") from None
    return [str(entry[4][0]) for entry in found]


def target(written: str, *, resolver: Resolve = resolve, admits: Admits = is_public) -> Target:
    """Raises: Unreachable, unless the address is http(s), plain, and wholly public."""
    try:
        parts = urlsplit(written)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:
        raise Unreachable("网址写法有误，请检查后重试") from None
    if parts.scheme not in PORTS or not host:
        raise Unreachable("只能抓取以 http:// 或 https:// 开头的网址")
    if parts.username is not None or parts.password is not None:
        raise Unreachable("网址中不能带账号和密码")
    if admits is is_public and port not in (None, *PORTS.values()):
        raise Unreachable("只能抓取 80 和 443 端口的网址")
    port = port or PORTS[parts.scheme]
    numbers = resolver(host, port)
    if not numbers or not all(admits(number) for number in numbers):
        raise Unreachable(f"{parts.hostname} 不是公网地址，不能抓取")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, numbers[0], path)


def _ascii(host: str) -> str:
    """A Chinese host name in the form that the name service and certificates use."""
    return host if host.isascii() else host.encode("idna").decode("ascii")
