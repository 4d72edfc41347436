"""A thin layer before Django that serves the files; whatever is no file goes through to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from zhuchao.ground.published.places import DEFAULT_SITE, TYPES, name_of
from zhuchao.ground.published.writing import FORMS

Header = tuple[str, str]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

# What chats and campaigns add to a link changes no page.
ADDED = frozenset({"from", "isappinstalled", "scene", "spm", "nsukey", "gclid", "fbclid"})
ADDED_BEGINNING = "utm_"
# Always asked again: what was taken down is gone at the next request, also from caches between.
FRESH = "no-cache"
KEPT_FILES = 1024
LARGEST_KEPT = 256 * 1024


class PublishedFiles:
    """WSGI middleware; ``headers`` go with every file, to hosts that ``serves`` accepts.

    A file is looked up at every request, so that its removal shows at once; its bytes are kept in
    memory for as long as it is the same file.
    """

    def __init__(
        self,
        application: Application,
        root: Path,
        *,
        headers: Sequence[Header] = (),
        serves: Callable[[str], bool] = lambda host: True,
    ) -> None:
        self.application = application
        self.root = str(root)
        self.headers = tuple(headers)
        self.folder_of = lru_cache(maxsize=256)(self._folder_of)
        self.folders_changed = 0
        self.load = lru_cache(maxsize=KEPT_FILES)(self._load)
        self.serves = lru_cache(maxsize=256)(serves)

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            found = self._find(environ)
            if found is not None:
                return _answer(environ, start_response, *found)
        return self.application(environ, start_response)

    def _find(self, environ: dict[str, Any]) -> tuple[list[Header], bytes, str, int] | None:
        name = _name(environ["PATH_INFO"])
        if name is None or not _asks_for_the_page(environ.get("QUERY_STRING", "")):
            return None
        host = environ.get("HTTP_HOST", "")
        if not self.serves(host):
            return None
        try:
            file = f"{self._folder(host)}/{name}"
            # What is not there itself is not there in another form either.
            if not os.stat(file).st_size:  # noqa: PTH116
                return None
            for suffix, coding in _accepted(environ.get("HTTP_ACCEPT_ENCODING", "")):
                try:
                    return self._loaded(file + suffix, name, coding)
                except FileNotFoundError:
                    continue
            return self._loaded(file, name, "")
        except OSError:
            return None

    def _loaded(self, file: str, name: str, coding: str) -> tuple[list[Header], bytes, str, int]:
        seen = os.stat(file)  # noqa: PTH116
        if seen.st_size > LARGEST_KEPT:
            return self._load(file, name, coding, seen.st_mtime_ns, seen.st_ino)
        return self.load(file, name, coding, seen.st_mtime_ns, seen.st_ino)

    def _load(
        self, file: str, name: str, coding: str, changed: int, number: int
    ) -> tuple[list[Header], bytes, str, int]:
        with open(file, "rb") as handle:  # noqa: PTH123
            changed = os.fstat(handle.fileno()).st_mtime_ns
            body = handle.read()
        tag = f'"{changed:x}-{len(body):x}"'
        headers = [
            ("Content-Type", TYPES[name[name.rindex(".") :]]),
            ("ETag", tag),
            ("Last-Modified", formatdate(changed // 10**9, usegmt=True)),
            ("Cache-Control", FRESH),
            ("Vary", "Accept-Encoding"),
            *self.headers,
        ]
        if coding:
            headers.append(("Content-Encoding", coding))
        return headers, body, tag, changed // 10**9

    def _folder(self, host: str) -> str:
        changed = os.stat(self.root).st_mtime_ns  # noqa: PTH116
        if changed != self.folders_changed:  # perhaps a site got its folder, or lost it
            self.folder_of.cache_clear()
            self.folders_changed = changed
        return self.folder_of(host)

    def _folder_of(self, host: str) -> str:
        name = host.rsplit(":", 1)[0].lower()
        is_own = bool(name) and name.replace(".", "").replace("-", "").isalnum()
        own = f"{self.root}/{name}"
        return own if is_own and os.path.isdir(own) else f"{self.root}/{DEFAULT_SITE}"  # noqa: PTH112


def _answer(
    environ: dict[str, Any],
    start_response: Callable[..., Any],
    headers: list[Header],
    body: bytes,
    tag: str,
    changed: int,
) -> list[bytes]:
    if _is_known(environ, tag, changed):
        start_response("304 Not Modified", [each for each in headers if each[0] in _WITH_304])
        return [b""]
    start_response("200 OK", [*headers, ("Content-Length", str(len(body)))])
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


_WITH_304 = frozenset({"ETag", "Last-Modified", "Cache-Control", "Vary"})


def _is_known(environ: dict[str, Any], tag: str, changed: int) -> bool:
    """Whether the browser has just that; its dates count only where it names no tag."""
    named = environ.get("HTTP_IF_NONE_MATCH")
    if named is not None:
        return named.strip() == "*" or tag in {
            each.strip().removeprefix("W/") for each in named.split(",")
        }
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if not since:
        return False
    try:
        return changed <= parsedate_to_datetime(since).timestamp()
    except (TypeError, ValueError, OverflowError):
        return False


@lru_cache(maxsize=4096)
def _name(path: str) -> str | None:
    # WSGI gives the bytes of the path as Latin-1.
    try:
        return name_of(path.encode("latin-1").decode("utf-8"))
    except UnicodeError:
        return None


@lru_cache(maxsize=1024)
def _asks_for_the_page(query: str) -> bool:
    """Whether nothing in the query chooses among what the page shows."""
    if not query:
        return True
    try:
        keys = {key for key, _ in parse_qsl(query, keep_blank_values=True, max_num_fields=50)}
    except ValueError:
        return False
    return bool(keys) and all(key in ADDED or key.startswith(ADDED_BEGINNING) for key in keys)


@lru_cache(maxsize=1024)
def _accepted(written: str) -> tuple[Header, ...]:
    """The compressed forms that the browser takes, best first."""
    named = {}
    for each in written.lower().split(","):
        coding, _, rest = each.partition(";")
        named[coding.strip()] = _weight(rest)
    anything = named.get("*", 0.0)
    return tuple(form for form in FORMS if named.get(form[1], anything) > 0)


def _weight(written: str) -> float:
    name, _, value = written.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
