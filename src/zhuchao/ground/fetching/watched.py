"""Connections that end at their deadline, also when the other side sends a byte now and then."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from urllib3.connection import HTTPConnection, HTTPSConnection

T = TypeVar("T")


class Deadline:
    """A moment after which every socket given to ``watch`` is shut down."""

    def __init__(self, seconds: float) -> None:
        self._at = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()

    @property
    def left(self) -> float:
        """Seconds left; never negative."""
        return max(0.0, self._at - time.monotonic())

    def watch(self, connection: socket.socket) -> socket.socket:
        # A duplicate reaches the same connection also after TLS took the socket over.
        self._sockets.append(connection.dup())
        return connection

    def call(self, act: Callable[[], T]) -> T:
        """What ``act`` gives. Raises: TimeoutError, when it takes longer than what is left."""
        answers: queue.SimpleQueue[tuple[T | None, Exception | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put((act(), None))
            except Exception as error:  # handed to the caller, who raises it
                answers.put((None, error))

        threading.Thread(target=run, daemon=True).start()
        try:
            answer, error = answers.get(timeout=self.left)
        except queue.Empty:
            raise TimeoutError from None
        if error is not None:
            raise error
        return answer  # type: ignore[return-value]

    def _shut(self) -> None:
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


class _Watched:
    """Hands every new socket to the deadline."""

    def __init__(self, *args: Any, deadline: Deadline, **kwargs: Any) -> None:
        self._deadline = deadline
        super().__init__(*args, **kwargs)

    def _new_conn(self) -> socket.socket:
        return self._deadline.watch(super()._new_conn())  # type: ignore[misc]


class WatchedConnection(_Watched, HTTPConnection):
    """Plain HTTP."""


class WatchedSecureConnection(_Watched, HTTPSConnection):
    """HTTP over TLS."""
