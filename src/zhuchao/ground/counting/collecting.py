"""A thin layer before Django that takes views down; it needs no database and answers at once."""

from __future__ import annotations

import os
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

# Below ``ZHUCHAO_HOME``: a file a minute, a line a view.
FOLDER = "seen"
ADDRESS = re.compile(r"/seen/([0-9]{1,12})/")
# The same reader on the same page counts once in this time.
AGAIN_AFTER_S = 1800.0
MOST_REMEMBERED = 20_000
# A minute of two hundred thousand views: more is somebody's program.
LARGEST_FILE = 2 * 1024 * 1024
# Browsers say whose page sends; another site's page counts nothing.
OWN_SITE = frozenset({"", "same-origin"})


class SeenPages:
    """WSGI middleware: ``POST /seen/<number>/``, as pages send it when they are looked at."""

    def __init__(
        self, application: Application, folder: Path, now: Callable[[], float] = time.time
    ) -> None:
        self.application = application
        self.folder = str(folder)
        self.now = now
        self.readers: OrderedDict[int, float] = OrderedDict()
        self.lock = Lock()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            found = ADDRESS.fullmatch(environ["PATH_INFO"])
            if found is not None:
                if self._counts(environ, found[1]):
                    self._take_down(found[1])
                start_response("204 No Content", [("Cache-Control", "no-store")])
                return [b""]
        return self.application(environ, start_response)

    def _counts(self, environ: dict[str, Any], page: str) -> bool:
        if environ.get("HTTP_SEC_FETCH_SITE", "") not in OWN_SITE:
            return False
        names = ("HTTP_X_FORWARDED_FOR", "REMOTE_ADDR", "HTTP_USER_AGENT")
        # Remembered as a number that leads back to nobody, and only in memory.
        reader = hash((page, *(environ.get(name, "") for name in names)))
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

    def _take_down(self, page: str) -> None:
        file = f"{self.folder}/{int(self.now()) // 60}.log"
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        try:
            handle = os.open(file, flags, 0o640)
        except FileNotFoundError:
            os.makedirs(self.folder, exist_ok=True)  # noqa: PTH103
            handle = os.open(file, flags, 0o640)
        try:
            # A line this short is written whole, whoever else writes.
            if os.fstat(handle).st_size < LARGEST_FILE:
                os.write(handle, f"{page}\n".encode())
        finally:
            os.close(handle)
