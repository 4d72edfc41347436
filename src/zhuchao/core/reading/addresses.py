"""Addresses compared: one page has one canonical address, however it was linked."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit

MAX_ADDRESS = 2000
MAX_HOST = 240
_PORTS = {"http": 80, "https": 443}
# Added by campaigns and sharing; they choose no page.
_TRACKING = re.compile(
    r"utm_\w+|spm|scm|gclid|fbclid|msclkid|bd_vid|hmsr|hmpl|share_token|isappinstalled|nsukey",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|session_?id|sess(?:ion)?|sid|cfid"
    r"|cftoken",
    re.IGNORECASE,
)
# A short value under such a name chooses a page ("sid=123"); a long one is a session's key.
_MIN_SESSION = 16
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.IGNORECASE)
_SAFE_PATH = "/:@!$&'()*+,;=-._~%"
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_BAD_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:]+")
# Second levels under which anybody may have a name: two sites there are strangers.
_SHARED = frozenset(
    f"{kind}.{country}"
    for kind in ("com", "net", "org", "gov", "edu", "ac", "co")
    for country in ("cn", "hk", "tw", "mo", "uk", "jp", "kr", "sg", "au")
)


def canonical(address: str, *, base: str = "") -> str | None:
    """The address without fragment, tracking, session keys and default port.

    A relative address is resolved against ``base``; None for what is no plain http(s) address.
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else address.strip())
        place = _place(parts)
    except ValueError:
        return None
    if place is None:
        return None
    path = _escaped(_PATH_SESSION.sub("", parts.path), _SAFE_PATH) or "/"
    kept = [pair for pair in parts.query.split("&") if pair and not _is_noise(pair)]
    query = "?" + _escaped("&".join(kept), _SAFE_PATH + "?") if kept else ""
    found = f"{place}{path}{query}"
    return found if len(found) <= MAX_ADDRESS else None


def identity(address: str) -> str:
    """What two addresses of one page share: the canonical address without its scheme."""
    return (canonical(address) or address).partition("://")[2] or address


def host_of(address: str) -> str:
    """The host of a canonical address, with its port where that is not the usual one."""
    return identity(address).partition("/")[0]


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site: the same host, or one below the other."""
    a, b = (_site(urlsplit(each).hostname or "") for each in (one, other))
    return bool(a) and (a == b or a.endswith(f".{b}") or b.endswith(f".{a}"))


def _site(host: str) -> str:
    bare = host.lower().removeprefix("www.")
    return host.lower() if bare in _SHARED or "." not in bare else bare


def _place(parts: SplitResult) -> str | None:
    """Scheme and host in normal form; None where the address is not plain http(s)."""
    port = parts.port
    host = (parts.hostname or "").rstrip(".")
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    is_host = len(host) <= MAX_HOST and bool(_HOST.fullmatch(host))
    if parts.scheme not in _PORTS or not is_host or parts.username is not None:
        return None
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + ("" if port in (None, _PORTS[parts.scheme]) else f":{port}")


def _is_noise(pair: str) -> bool:
    name, _, value = pair.partition("=")
    if _TRACKING.fullmatch(name):
        return True
    return len(value) >= _MIN_SESSION and bool(_SESSION.fullmatch(name))


def _escaped(text: str, safe: str) -> str:
    whole = quote(_BAD_ESCAPE.sub("%25", text), safe=safe, errors="replace")
    return _ESCAPE.sub(lambda escape: escape[0].upper(), whole)
