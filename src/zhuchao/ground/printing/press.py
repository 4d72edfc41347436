"""The press: one document at a time, each content once, and few who wait.

Printing keeps a processor busy for a second or so. Whoever asks while one document is printed and
another waits is told to come back: a crawler must not take all threads of the server.
"""

from __future__ import annotations

from hashlib import sha256
from threading import BoundedSemaphore, Lock
from typing import Any

from django.core.cache import caches

from zhuchao.core.errors import Busy, Misconfigured
from zhuchao.ground.printing.needs import how_to_install

SHELF = "printed"
# The one that prints and the one that waits; the other threads of a process serve pages.
MOST_AT_ONCE = 2
_DOOR = BoundedSemaphore(MOST_AT_ONCE)
_PRESS = Lock()


def pdf_of(html: str) -> bytes:
    """The document as PDF; nothing that it names is fetched.

    Raises: Misconfigured, where the system lacks what printing needs; Busy.
    """
    digest = sha256(html.encode()).hexdigest()
    return caches[SHELF].get(digest) or _in_turn(digest, html)


def _in_turn(digest: str, html: str) -> bytes:
    if lack := how_to_install():
        raise Misconfigured(f"{lack}；现在请用浏览器的“打印”")
    if not _DOOR.acquire(blocking=False):
        raise Busy("正在为别人生成 PDF，请过几秒再点一次")
    try:
        with _PRESS:
            # Whoever went before may have asked for the very same.
            made: bytes = caches[SHELF].get(digest) or _print(html)
            caches[SHELF].set(digest, made)
            return made
    finally:
        _DOOR.release()


def _print(html: str) -> bytes:
    # Only here: loading it takes most of a second, and needs libraries of the system.
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import URLFetcher, URLFetchingError  # noqa: PLC0415

    class Nothing(URLFetcher):  # type: ignore[misc]
        """A sheet brings all that it shows; an address in it must not make the server ask."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            raise URLFetchingError(url)

    made: bytes = HTML(string=html, url_fetcher=Nothing()).write_pdf()
    return made
