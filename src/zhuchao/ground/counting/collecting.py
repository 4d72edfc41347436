"""A thin layer before Django that takes down what visitors do with pages, without a database."""

from __future__ import annotations

import os
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from zhuchao.ground.counting.visitors import Visitors, address_of

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

# Below ``ZHUCHAO_HOME``: a file a minute, a line an act.
FOLDER = "seen"
# What is counted of a page: that it was looked at, found useful, shared.
SEEN, USEFUL, SHARED = "seen", "useful", "shared"
KINDS = (SEEN, USEFUL, SHARED)
ADDRESS = re.compile(rf"/({'|'.join(KINDS)})/([0-9]{{1,12}})/")
# The same reader on the same page is taken down once in this time.
AGAIN_AFTER_S = 1800.0
MOST_REMEMBERED = 20_000
# A minute of two hundred thousand views: more is somebody's program.
LARGEST_FILE = 2 * 1024 * 1024
# Browsers say whose page sends; another site's page counts nothing.
OWN_SITE = frozenset({"", "same-origin"})


class SeenPages:
    """WSGI middleware: ``POST /<kind>/<number>/``, from pages' scripts and from their forms.

    A form without a script is led on to ``/counted/<kind>/<number>/``.
    """

    def __init__(
        self, application: Application, folder: Path, now: Callable[[], float] = time.time
    ) -> None:
        self.application = application
        self.folder = str(folder)
        self.visitors = Visitors(folder)
        self.now = now
        self.readers: OrderedDict[int, float] = OrderedDict()
        self.lock = Lock()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            found = ADDRESS.fullmatch(environ["PATH_INFO"])
            if found is not None:
                kind, page = found.groups()
                if self._counts(environ, kind, page):
                    self._take_down(environ, kind, page)
                start_response(*_answer(environ, kind, page))
                return [b""]
        return self.application(environ, start_response)

    def _counts(self, environ: dict[str, Any], kind: str, page: str) -> bool:
        if environ.get("HTTP_SEC_FETCH_SITE", "") not in OWN_SITE:
            return False
        browser = environ.get("HTTP_USER_AGENT", "")
        # Remembered as a number that leads back to nobody, and only in memory.
        reader = hash((kind, page, address_of(environ), browser))
        now = self.now()
        with self.lock:
            before = self.readers.get(reader)
            if before is not None and now - before < AGAIN_AFTER_S:
                return False
            self.readers[reader] = now
            self.readers.move_to_end(reader)
            if len(self.readers) > MOST_REMEMBERED:
                self.readers.popitem(last=False)
        return True

    def _take_down(self, environ: dict[str, Any], kind: str, page: str) -> None:
        now = self.now()
        line = f"{kind} {page} {self.visitors.mark(environ, kind, page, now)}\n"
        file = f"{self.folder}/{int(now) // 60}.log"
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        try:
            handle = os.open(file, flags, 0o640)
        except FileNotFoundError:
            os.makedirs(self.folder, exist_ok=True)  # noqa: PTH103
            handle = os.open(file, flags, 0o640)
        try:
            # A line this short is written whole, whoever else writes.
            if os.fstat(handle).st_size < LARGEST_FILE:
                os.write(handle, line.encode())
        finally:
            os.close(handle)


def _answer(environ: dict[str, Any], kind: str, page: str) -> tuple[str, list[tuple[str, str]]]:
    fresh = ("Cache-Control", "no-store")
    if kind != SEEN and "text/html" in environ.get("HTTP_ACCEPT", ""):
        return "303 See Other", [fresh, ("Location", f"/counted/{kind}/{page}/")]
    return "204 No Content", [fresh]
